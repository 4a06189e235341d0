"""The way in: headless commands go to the command line, everything else to the window."""

import sys

from leertraject_desktop import cli


def main() -> int:
    """Run the program with the arguments of the process; returns its exit code (0 good, 2 refused)."""
    arguments = sys.argv[1:]
    if cli.is_headless(arguments):
        return cli.run(arguments)
    from leertraject_desktop import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
