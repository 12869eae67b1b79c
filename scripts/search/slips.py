"""How far a typed word lies from a right one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

SAME_SOUND = 1.0
SWAPPED = 1.5
OTHER_SIGN = 2.0


def distance(typed: str, right: str, limit: int) -> int:
    """Counts the slips between two words: a letter too many, missing, wrong, or two swapped.

    Damerau's distance in its restricted form (optimal string alignment).

    Args:
        typed: what was typed.
        right: a word that is known.
        limit: more slips than this need not be told apart.

    Returns:
        The number of slips, or `limit` + 1.
    """
    if abs(len(typed) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, sign in enumerate(typed, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            least = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == right[j - 2] and typed[i - 2] == other:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def han_slip(
    typed: Sequence[str], right: Sequence[str], same_sound: Callable[[str, str], bool]
) -> tuple[float, int] | None:
    """Finds the one slip that leads from a wording to what was typed.

    Args:
        typed: Han characters.
        right: the characters of a wording.
        same_sound: tells whether two characters sound alike.

    Returns:
        How bad the slip is, and the place in `typed`; None where it takes more than one slip, or
        one that is too bold for so short a wording.
    """
    size = len(right)
    place = next((i for i in range(min(len(typed), size)) if typed[i] != right[i]), None)
    if place is None:
        place = min(len(typed), size)
    after = list(typed[place + 1 :])
    if len(typed) == size:
        if place == size:
            return None
        if after == list(right[place + 1 :]):
            if same_sound(typed[place], right[place]):
                return (SAME_SOUND, place) if size >= 2 else None
            return (OTHER_SIGN, place) if size >= 4 else None
        swapped = place + 1 < size and list(typed[place : place + 2]) == [
            right[place + 1],
            right[place],
        ]
        if size >= 3 and swapped and list(typed[place + 2 :]) == list(right[place + 2 :]):
            return SWAPPED, place
        return None
    if size < 4:
        return None
    # At either end a sign too many is the next word, and one that is missing a word half typed.
    if len(typed) == size + 1 and 0 < place < size and after == list(right[place:]):
        return OTHER_SIGN, place
    if (
        len(typed) == size - 1
        and 0 < place < size - 1
        and list(typed[place:]) == list(right[place + 1 :])
    ):
        return OTHER_SIGN, place
    return None
