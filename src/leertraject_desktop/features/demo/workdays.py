"""The days on which a coordinator works in the demo: no weekends, no fixed holidays."""

from datetime import date, timedelta

HOLIDAYS = frozenset({(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)})
ONE_DAY = timedelta(days=1)


def is_workday(day: date) -> bool:
    """Whether somebody is at work."""
    return day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS


def on_or_after(day: date) -> date:
    """The day itself, or the next workday."""
    while not is_workday(day):
        day += ONE_DAY
    return day


def on_or_before(day: date) -> date:
    """The day itself, or the workday before."""
    while not is_workday(day):
        day -= ONE_DAY
    return day


def plus(day: date, days: int) -> date:
    """The first workday that is at least so many days later."""
    return on_or_after(day + timedelta(days=days))
