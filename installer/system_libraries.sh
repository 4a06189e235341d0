#!/bin/sh
# Sees to the system libraries that Qt needs on Debian and Ubuntu; says what to do where it may not install them.
# Without an argument those for drawing without a screen; with "venster" also those for a window on the screen.
set -eu
missing=""
need() { # library file, package
    if ! ldconfig -p 2>/dev/null | grep -q "$1" && ! ls /usr/lib/*/"$1"* /lib/*/"$1"* >/dev/null 2>&1; then
        missing="$missing $2"
    fi
}
PATH="$PATH:/usr/sbin:/sbin"
[ "$(uname -s)" = Linux ] || exit 0
need libglib-2.0.so.0 libglib2.0-0
need libGL.so.1 libgl1
need libEGL.so.1 libegl1
need libxkbcommon.so.0 libxkbcommon0
need libdbus-1.so.3 libdbus-1-3
need libfontconfig.so.1 libfontconfig1
need libbrotlidec.so.1 libbrotli1
if [ "${1:-}" = venster ]; then
    need libxcb-cursor.so.0 libxcb-cursor0
    need libxkbcommon-x11.so.0 libxkbcommon-x11-0
    need libxcb-icccm.so.4 libxcb-icccm4
    need libxcb-keysyms.so.1 libxcb-keysyms1
    need libxcb-shape.so.0 libxcb-shape0
    need libxcb-xkb.so.1 libxcb-xkb1
    need libxcb-render-util.so.0 libxcb-render-util0
    need libxcb-image.so.0 libxcb-image0
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Qt mist bibliotheken van het systeem. Installeer ze eerst met deze opdracht:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 2
fi
