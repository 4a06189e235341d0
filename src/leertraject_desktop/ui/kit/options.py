"""What can be chosen: an enum of the domain, or pairs of a code and its words."""

from collections.abc import Iterable
from typing import Protocol


class Labelled(Protocol):
    """A member of a domain enum: a frozen code and its Dutch label."""

    @property
    def value(self) -> str:
        """The code that is stored."""

    @property
    def label(self) -> str:
        """The words that the user reads."""


Options = Iterable[Labelled] | Iterable[tuple[str, str]]
