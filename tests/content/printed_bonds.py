"""The worked examples on bonds, as the articles print them, with their numbers computed."""

from __future__ import annotations

from scripts.content.worked_examples.bonds import (
    convexity,
    estimated_change,
    macaulay_duration,
    modified_duration,
    price,
    price_change,
)
from tests.content.printed_numbers import Printed, number


def _bond_table() -> list[Printed]:
    rows = []
    for years in (2, 5, 10, 30):
        duration = number(modified_duration(4, 4, years), 2)
        low, high = number(price(4, 3, years), 2), number(price(4, 5, years), 2)
        cells = f"{duration} | {low} | 100 | {high} |"
        rows.append(("investing/bonds", f"| {years} 年 | {cells}", f"| {years} years | {cells}"))
    return rows


def _cushion_tables() -> list[Printed]:
    moves = (
        ("investing/bonds", -1.0, "降 1 個百分點", "Down 1 percentage point"),
        ("investing/bonds", 0.5, "升 0.5 個百分點", "Up 0.5 percentage points"),
        ("investing/bonds", 1.0, "升 1 個百分點", "Up 1 percentage point"),
        ("faq/bond-etf-qt", -1.0, "降 1 個百分點", "Down 1 percentage point"),
        ("faq/bond-etf-qt", 1.0, "升 1 個百分點", "Up 1 percentage point"),
    )
    rows = []
    for page, move, chinese, english in moves:
        years = [4 + estimated_change(duration, move) for duration in (2, 8, 16)]
        shown = [number(year, sign=year != 0) for year in years]
        zh, en = (" | ".join(f"{about} {y}%" for y in shown) for about in ("約", "About"))
        rows.append((page, f"| {chinese} | {zh} |", f"| {english} | {en} |"))
    return rows


def _duration_examples() -> list[Printed]:
    first, second = 4 / 1.04, 104 / 1.04**2
    wait, duration = macaulay_duration(4, 4, 2), modified_duration(4, 4, 2)
    ten, bend = modified_duration(4, 4, 10), convexity(4, 4, 10)
    up, down = price_change(4, 4, 10, 1), price_change(4, 4, 10, -1)
    rough, exact = estimated_change(ten, 2), price_change(4, 4, 10, 2)
    better = estimated_change(ten, 2, bend)
    fall = number(-up, 2)
    ten_left, two_left = price(1.52, 3.88, 9), price(0.73, 4.41, 1)
    real_before, real_after = price(0, -1.04, 10), price(0, 1.58, 9)
    real = 100 * (real_after / real_before - 1)
    nominal = 100 * (real_after / real_before * 1.064 - 1)
    return [
        (
            "investing/bonds",
            f"值 {number(first, 2)} 元，第二年的 104 元今天值 {number(second, 2)} 元",
            f"is worth {number(first, 2)} today and the second year's 104 is worth "
            f"{number(second, 2)}",
        ),
        (
            "investing/bonds",
            f"約 {number(wait, 2)} 年。再除以 1.04，得 {number(duration, 2)}",
            f"about {number(wait, 2)} years. Divide by 1.04 and the result, {number(duration, 2)}",
        ),
        (
            "investing/bonds",
            f"漲 {number(down, 2)}%，升 1 個百分點時只跌 {fall}%，不是剛好 {number(ten, 2)}%",
            f"gains {number(down, 2)}% when yields fall by a point and loses only {fall}% when "
            f"they rise by one, not {number(ten, 2)}%",
        ),
        (
            "investing/bonds",
            f"乘法說跌 {number(-rough, 1)}%，實際跌 {number(-exact, 1)}%",
            f"it says a fall of {number(-rough, 1)}%; the true figure is {number(-exact, 1)}%",
        ),
        (
            "investing/bonds",
            f"凸性 {number(bend, 2)} × 0.02 的平方，約 {number(better - rough, 1)}%），"
            f"估計變成跌 {number(-better, 1)}%",
            f"convexity of {number(bend, 2)} × 0.02 squared, about {number(better - rough, 1)}%) "
            f"and the estimate becomes a fall of {number(-better, 1)}%",
        ),
        (
            "investing/bonds",
            f"殖利率升 1 個百分點，價格從 100 跌到 {number(price(4, 5, 30), 1)}",
            f"falls from 100 to {number(price(4, 5, 30), 1)} if its yield rises",
        ),
        (
            "investing/bonds",
            f"值 {number(ten_left, 1)} 元，加上利息，一年虧約 {number(98.48 - ten_left, 1)}%",
            f"is worth {number(ten_left, 1)}; with the interest, the loss is about "
            f"{number(98.48 - ten_left, 1)}%",
        ),
        (
            "investing/bonds",
            f"值 {number(two_left, 1)} 元，虧約 {number(99.27 - two_left, 1)}%",
            f"is worth {number(two_left, 1)} a year on: a loss of about "
            f"{number(99.27 - two_left, 1)}%",
        ),
        (
            "investing/inflation-hedges",
            f"值 {number(real_before, 1)}；一年後剩 9 年，用 1.58% 折算，只值 "
            f"{number(real_after, 1)}，實質少 {number(-real, 1)}%",
            f"was worth {number(real_before, 1)}. A year later, with nine years left and a real "
            f"yield of 1.58%, it was worth {number(real_after, 1)}, {number(-real, 1)}% less",
        ),
        (
            "investing/inflation-hedges",
            f"名目虧約 {number(-nominal, 1)}%",
            f"the loss in money is about {number(-nominal, 1)}%",
        ),
        (
            "investing/index",
            f"價格約跌 8 × 1.17，也就是 {number(8 * 1.17, 1)}%",
            f"falls by about 8 × 1.17, or {number(8 * 1.17, 1)}%",
        ),
        (
            "concepts/term-premium",
            f"一張票面 3% 的 10 年期債券約 {number(modified_duration(3, 3, 10), 1)}",
            f"A 10-year bond paying 3% has about {number(modified_duration(3, 3, 10), 1)}",
        ),
    ]


BONDS = [*_bond_table(), *_cushion_tables(), *_duration_examples()]
