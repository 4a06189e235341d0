"""Moments and sizes as the pages of beheer write them."""

from datetime import UTC, datetime

from leertraject_desktop.domain.datums import toon_datum


def written(moment: datetime) -> str:
    """A moment in UTC on the clock of this computer: "24-11-2026 10:05"."""
    local = moment.replace(tzinfo=UTC).astimezone()
    return f"{toon_datum(local)} {local.hour}:{local.minute:02d}"


def size(octets: int) -> str:
    """A size in words: "820 kB", "12,4 MB"."""
    if octets < 1_000_000:
        return f"{max(round(octets / 1000), 1)} kB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")
