"""Numbers in the prose of both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, both
from scripts.checks.stated import Stated, by_section, same


class DifferentNumbers(PageRule):
    """A number that only one language states."""

    id = "KB310"
    name = "number in the prose differs between the languages"
    reason = "A slip of 億 and 兆 is a factor of ten thousand; comparing both languages finds it."
    bad = (
        both("規模約 ⟦4,521 億美元⟧。", "It was about US$432 billion, give or take."),
        both("上升 3.7%。", "It rose by ⟦7.3%⟧."),
        both("降了 3 碼。", "It fell by ⟦0.5 percentage points⟧."),
        both("在 ⟦1987 年⟧。", "In 1978."),
    )
    good = (
        both("規模約 4,321 億美元。", "It was about US$432.1 billion."),
        both("降了 3 碼，到 1987 年 3 月 5 日。", "Down by 75 basis points by 5 March 1987."),
        both("約 15 到 25 個基點。", "About 0.15–0.25 percentage points."),
        both("新台幣 7.4 兆元。", "NT$7.4 trillion."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares section by section what both pages state."""
        twin = context.twin(page)
        if twin is None:
            return
        theirs = by_section(twin, context.stated(twin))
        for section, numbers in by_section(page, context.stated(page)).items():
            if section not in theirs:
                continue
            alike = _by_kind(theirs[section])
            told: set[tuple[str, float]] = set()
            for number in numbers:
                key = (number.kind, number.value)
                # One dollar is a unit (1 美元兌 150 日圓).
                if number.weak or key in told or (number.value == 1 and number.kind != "rate"):
                    continue
                others = alike.get(number.kind, []) + alike.get("money", [])
                if any(same(number, other) for other in others):
                    continue
                told.add(key)
                yield self.in_prose(
                    page, number.start, number.start + len(number.text),
                    f"the same section of {twin.path} does not state this number",
                )  # fmt: skip


def _by_kind(numbers: list[Stated]) -> dict[str, list[Stated]]:
    """Sorts numbers by what can be compared: a kind with itself, open sums of money with any."""
    found: defaultdict[str, list[Stated]] = defaultdict(list)
    for number in numbers:
        found[number.kind].append(number)
    return found


RULES = (DifferentNumbers(),)
