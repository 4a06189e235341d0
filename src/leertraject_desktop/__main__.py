"""The way in: headless commands go to the command line, everything else to the window."""

import builtins
import gc
import os
import sys
from typing import Any

NO_SCREEN = (
    "Hier is geen scherm om een venster op te openen. "
    "Werk zonder venster: ‘leertraject-desktop --help’ zegt wat er dan kan.\n"
)

# PySide compiles its own modules anew at every start. These two only write its type stubs, and load much with
# them: without them 13 ms less.
STUB_WRITERS = ("shibokensupport/signature/lib/enum_sig.py", "shibokensupport/signature/lib/pyi_generator.py")


def main() -> int:
    """Run the program with the arguments of the process; returns its exit code (0 good, 2 refused)."""
    if getattr(sys, "frozen", False):  # the built program starts itself again to read a foreign workbook
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if arguments:
        from leertraject_desktop import cli  # not for a window that is opened without a word

        if cli.is_headless(arguments):
            return cli.run(arguments)
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return 2
    load_qt()
    from leertraject_desktop import app

    return app.run(arguments)


def load_qt() -> None:
    """Load the binding to Qt in the way that lets the first picture stand soonest."""
    gc.disable()  # until the first picture stands; nothing becomes garbage before
    compile_all = builtins.compile

    def compile_used(source: Any, filename: Any, *how: Any, **more: Any) -> Any:
        return compile_all("" if filename in STUB_WRITERS else source, filename, *how, **more)

    builtins.compile = compile_used
    try:
        import PySide6  # noqa: F401 - puts the hook there that is taken away here
    finally:
        builtins.compile = compile_all

    # After this import PySide reads the source of every module that is loaded, to see whether its switch
    # `__feature__` may be wanted there. Nobody uses that here: without it 22 ms less.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def has_screen() -> bool:
    """Whether Qt can open a window here; on Linux it would end the process with a core dump otherwise."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
