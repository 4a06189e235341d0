"""Where the parts of the program that are not code lie: fonts, icons, reference lists, migrations."""

import importlib
from functools import cache
from pathlib import Path


@cache
def part(name: str) -> Path:
    """The folder of "resources" or "migrations", in a checkout and in the installed program alike."""
    module = importlib.import_module(f"leertraject_desktop.{name}")
    return Path(module.__path__[0])


def resource(*names: str) -> Path:
    """A file or folder below resources/, for instance `resource("fonts", "NotoSans-Regular.ttf")`."""
    return part("resources").joinpath(*names)
