"""A command line that speaks Dutch: its help, and what it says when a command cannot be."""

import argparse
import re
from typing import Any, NoReturn

from leertraject_desktop.domain.problem import Problem

PROGRAM = "leertraject-desktop"

# What argparse says in English, and how we say it. What is not here gets a sentence that is always true.
COMPLAINTS = (
    (r"the following arguments are required: OPDRACHT PAD …", "Er staat geen opdracht."),
    (r"the following arguments are required: (.+)", "Er ontbreekt nog iets: {0}."),
    (r"unrecognized arguments: (.+)", "‘{0}’ hoort hier niet."),
    (r"argument OPDRACHT PAD …: invalid choice: '(.*?)' .*", "‘{0}’ is geen opdracht."),
    (r"argument (\S+): expected one argument", "Na {0} ontbreekt er nog iets."),
)


class Help(argparse.HelpFormatter):
    """Help that begins with "gebruik:" and keeps names and words on one line."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Dutch, takes no abbreviations and tells what is wrong as a Problem."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False, allow_abbrev=False, formatter_class=Help)
        self.needed = self.add_argument_group("wat nodig is")
        self.options = self.add_argument_group("wat je kan kiezen")
        self.options.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        what = "Zo kan deze opdracht niet."
        for pattern, dutch in COMPLAINTS:
            if match := re.fullmatch(pattern, message, re.DOTALL):
                what = dutch.format(*match.groups())
                break
        raise Problem(what, f"Typ ‘{self.prog} --help’ om te zien hoe het moet.")


def command_parser(commands: Any, name: str, usage: str, words: str, more: str) -> Parser:
    """A parser for one command, with what it does in a few words and in a few sentences."""
    parser: Parser = commands.add_parser(
        name,
        prog=f"{PROGRAM} {name}",
        usage=f"{PROGRAM} {name} {usage}",
        help=words,
        description=f"{words[:1].upper()}{words[1:]}. {more}",
    )
    return parser


def option(parser: Parser, name: str, metavar: str, default: str, words: str) -> None:
    """Something that may be chosen, with what it is otherwise."""
    parser.options.add_argument(name, metavar=metavar, default=default, help=f"{words} (anders {default})")


def database(parser: Parser) -> None:
    """The file with the data, and who opens it."""
    parser.needed.add_argument("pad", metavar="PAD", help="het bestand met je gegevens")
    parser.options.add_argument(
        "--gebruiker", metavar="LOGIN", help="als wie je je aanmeldt; nodig als er meer gebruikers zijn"
    )
