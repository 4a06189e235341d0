"""Where the database lies, and the few choices of this computer that must be known before it opens."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import cannot_write, write_atomically

FOLDER_VARIABLE = "LEERTRAJECT_MAP"
SUFFIX = ".leertraject"
SETTINGS = "instellingen.json"
MAX_SETTINGS_BYTES = 100_000
PROGRAM = "Leertraject"


def data_folder() -> Path:
    """The folder for the settings of this computer, and for the database unless the user chose another.

    The environment variable LEERTRAJECT_MAP names another one, for tests and for a program on a stick. Else
    platformdirs says where it is made. Where it lies already at the usual place it is found without that
    library, for the login window: 3 ms.
    """
    chosen = os.environ.get(FOLDER_VARIABLE, "")
    if chosen:
        return Path(chosen)
    usual = _usual_base()
    if usual is not None and (usual / PROGRAM / SETTINGS).is_file():
        return usual / PROGRAM
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False)


def _usual_base() -> Path | None:
    """What platformdirs answers on the systems that most people have; None where that is not sure."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME"
    named = os.environ.get(name, "")
    if named:
        return Path(named) if Path(named).is_absolute() else None
    return Path.home() / ".local" / "share" if sys.platform == "linux" else None


def proposed(gevangenis: str, folder: Path | None = None) -> Path:
    """A free name for the database of a prison (its name) in a folder, without spaces and accents."""
    from leertraject_desktop.domain.tekst import vouw  # to make a database, not to log in

    folder = folder or data_folder()
    stem = vouw(gevangenis).replace(" ", "-") or "gegevens"
    for number in range(1, 1000):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{SUFFIX}"
        if not os.path.exists(path):  # noqa: PTH110 - False too where a path cannot be or may not be seen
            return path
    return folder / f"{stem}-{os.urandom(4).hex()}{SUFFIX}"


def last_used() -> Path | None:
    """The database that was opened last on this computer; None when there is none or it is gone."""
    found = setting("gegevens")
    path = Path(found) if found else None
    return path if path is not None and path.is_file() else None


def remember(database: Path) -> None:
    """Open this database the next time. Raises Problem when that cannot be kept."""
    keep_setting("gegevens", str(database.absolute()))


def setting(name: str) -> str:
    """A choice of this computer; "" when it was never made or cannot be read."""
    value = _load().get(name, "")
    return value if isinstance(value, str) else ""


def keep_setting(name: str, value: str) -> None:
    """Keep a choice of this computer, never about a person. Raises Problem when that does not succeed."""
    settings = _load()
    if settings.get(name) == value:
        return
    settings[name] = value
    path = _settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    write_atomically(path, json.dumps(settings, indent=1, ensure_ascii=False).encode())


def check_folder(folder: Path) -> None:
    """Raise Problem unless files can be made and removed in this folder; a missing folder is made."""
    probe = folder / f".proef-{os.urandom(4).hex()}"
    try:
        if not folder.is_absolute():
            raise Problem(
                "Dit is geen volledige plaats.", "Kies een map met de knop ‘Andere map’.", veld="map"
            )
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"proef")
        probe.unlink()
    except OSError as error:
        problem = cannot_write(probe, error)
        what = problem.what
        if probe.name in what:
            what = f"In de map ‘{folder}’ kan niets geschreven worden."
        raise Problem(what, problem.remedy, veld="map") from error


def _settings_path() -> Path:
    return data_folder() / SETTINGS


def _load() -> dict[str, Any]:
    try:
        path = _settings_path()
        if path.stat().st_size > MAX_SETTINGS_BYTES:
            return {}
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
