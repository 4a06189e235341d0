"""What stands below the screens works on a machine without Qt."""

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
import leertraject_desktop
for found in pkgutil.walk_packages(leertraject_desktop.__path__, "leertraject_desktop."):
    room = found.name.split(".")[1]
    if room not in ("app", "ui", "__main__", "migrations", "resources"):
        importlib.import_module(found.name)
        print(found.name)
"""


def test_every_module_below_the_screens_loads_where_qt_is_missing():
    result = subprocess.run([sys.executable, "-W", "error", "-c", IMPORT_ALL], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
    assert "leertraject_desktop.cli" in result.stdout
    assert "leertraject_desktop.storage.store" in result.stdout
