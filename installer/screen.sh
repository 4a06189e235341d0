#!/bin/sh
# Says what to do where there is no screen to open a window on.
[ "$(uname -s)" = Linux ] || exit 0
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || exit 0
echo "Hier is geen scherm, dus het programma kan geen venster openen." >&2
echo "Maak beelden van alle schermen met:  make screenshots   (ze komen in de map schermen)" >&2
echo "Of werk zonder venster:  .venv/bin/leertraject-desktop --help" >&2
exit 2
