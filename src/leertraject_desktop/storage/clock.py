"""The one clock of the program, which tests replace, and moments as the database keeps them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

Clock = Callable[[], "datetime"]


def local_now() -> "datetime":
    """This moment on the user's clock, with its zone."""
    from datetime import datetime  # here, as the login is painted before anybody asks what time it is

    return datetime.now().astimezone()


def utc(moment: "datetime") -> "datetime":
    """A moment as the database keeps it: in UTC, without a zone, to the second."""
    from datetime import UTC

    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
