"""The value that counts for a month: its last observation."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right

from scripts.content.series import Observation

_SATURDAY = 5


class MonthMissing(ValueError):
    """A series has no value that counts for a month; the message says which and why."""


def month_value(
    rows: tuple[Observation, ...], last_day: datetime.date, *, month_values: bool
) -> Observation:
    """Returns the observation that counts for a month: the last one dated in it.

    Args:
        rows: observations in order of date.
        last_day: last calendar day of the month.
        month_values: each row is the value of a whole month, dated by its first day. Otherwise
            the newest month counts only once it is over: a file that ends on the 21st holds no
            close for its month.

    Raises:
        MonthMissing: no observation lies in the month, or the month is not over yet.
    """
    month = f"{last_day:%B %Y}"
    end = bisect_right(rows, last_day, key=_day)
    if end == bisect_left(rows, last_day.replace(day=1), key=_day):
        raise MonthMissing(f"no value for {month}")
    found = rows[end - 1]
    is_newest = end == len(rows)
    if is_newest and not month_values and found[0] < _last_weekday(last_day):
        raise MonthMissing(f"{month} is not over: its last value is of {found[0]}")
    return found


def _last_weekday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=max(0, day.weekday() - _SATURDAY + 1))


def _day(row: Observation) -> datetime.date:
    return row[0]
