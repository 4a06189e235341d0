"""How large everything is shown: a choice of this computer that is known before the first window is made."""

import os
from typing import Final

from leertraject_desktop.storage import location

SIZES: Final = (100, 115, 130, 150, 175, 200)
"""In percent, on top of what the system enlarges already."""

SETTING: Final = "tekstgrootte"

# Qt multiplies every logical pixel with it: letters, rows, icons and the air between them grow alike.
_VARIABLE = "QT_SCALE_FACTOR"


def chosen() -> int:
    """The size that was chosen on this computer; 100 unless somebody chose."""
    kept = location.setting(SETTING)
    return next((size for size in SIZES if str(size) == kept), SIZES[0])


def keep(size: int) -> None:
    """Choose a size, for every start from now on. Raises Problem when it cannot be kept."""
    location.keep_setting(SETTING, str(size))


def use() -> None:
    """Use the chosen size; before the QApplication is made, as Qt looks only then.

    Without a choice the environment stays as the user has it.
    """
    if location.setting(SETTING):
        note(chosen())


def note(size: int) -> None:
    """Remember in which size everything is shown, until the program closes."""
    os.environ[_VARIABLE] = str(size / 100)


def in_force() -> int:
    """The size in which everything is shown, in percent."""
    try:
        return round(float(os.environ.get(_VARIABLE, "1")) * 100)
    except ValueError:
        return SIZES[0]


def fitting(width: int, height: int, least: tuple[int, int]) -> tuple[int, ...]:
    """The sizes with which a screen still has room for the least window.

    `width` and `height` are the room of the screen in the logical pixels of now, `least` those of the window.
    """
    room = min(width / least[0], height / least[1]) * in_force()
    return tuple(size for size in SIZES if size <= max(room, SIZES[0]))


def step(size: int, by: int, among: tuple[int, ...]) -> int:
    """The next larger (`by` 1) or smaller (-1) size; the same at the end of the row."""
    if by > 0:
        return next((other for other in among if other > size), among[-1])
    return next((other for other in reversed(among) if other < size), among[0])
