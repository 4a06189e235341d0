"""The one clock of the program, which tests replace, and moments as the database keeps them."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """This moment on the user's clock, with its zone."""
    return datetime.now().astimezone()


def utc(moment: datetime) -> datetime:
    """A moment as the database keeps it: in UTC, without a zone, to the second."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
