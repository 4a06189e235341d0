"""The headless commands: argparse in Dutch, exit code 0 or 2, one clear sentence on stderr. No Qt."""

import argparse
import sys

from leertraject_desktop.domain.problem import Problem

COMMANDS: tuple[str, ...] = ()


def is_headless(arguments: list[str]) -> bool:
    """Whether these arguments ask for a headless command or for help."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--versie"))


def run(arguments: list[str]) -> int:
    """Run a headless command. A Problem becomes one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(prog="leertraject-desktop")
    try:
        parser.parse_args(arguments)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0
