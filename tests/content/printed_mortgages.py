"""The worked examples on mortgages, as the articles print them, with their numbers computed."""

from __future__ import annotations

from itertools import pairwise

from scripts.content.worked_examples.mortgages import (
    affordable_loan,
    capped_rate,
    monthly_interest,
    monthly_payment,
    still_owed,
    total_interest,
)
from tests.content.printed_numbers import Printed, number

TEN_MILLION, FIVE_MILLION = 10_000_000, 5_000_000


def _real_estate() -> list[Printed]:
    rows = []
    for rate in (2, 3, 4, 5):
        payment = number(monthly_payment(TEN_MILLION, rate, 30))
        interest = total_interest(TEN_MILLION, rate, 30)
        loan = affordable_loan(40_000, rate, 30)
        rows.append(
            (
                "investing/real-estate",
                f"| {rate}% | {payment} 元 | {number(interest / 1e4)} 萬元 | "
                f"{number(loan / 1e4)} 萬元 |",
                f"| {rate}% | {payment} | {number(interest / 1e6, 2)} million | "
                f"{number(loan / 1e6, 2)} million |",
            )
        )
    page = "investing/real-estate"
    at_2, at_3 = (monthly_payment(TEN_MILLION, rate, 30) for rate in (2, 3))
    owed = still_owed(TEN_MILLION, 2, 30, 5)
    later = monthly_payment(owed, 3, 25)
    repaying = monthly_payment(TEN_MILLION, 2, 27)
    interest = monthly_interest(TEN_MILLION, 2)
    steps = (2, 3, 4)
    payments = [monthly_payment(TEN_MILLION, rate, 30) for rate in steps]
    rises = [number(100 * more / less - 100) for less, more in pairwise(payments)]
    less = [
        number(100 - 100 * affordable_loan(1, rate, 30) / affordable_loan(1, 2, 30))
        for rate in steps[1:]
    ]
    return [
        *rows,
        (
            page,
            f"利率從 2% 升到 3%，同樣的月付能借的錢少 {less[0]}%；升到 4%，少 {less[1]}%",
            f"From 2% to 3% the same payment supports a loan {less[0]}% smaller, to 4% one "
            f"{less[1]}% smaller",
        ),
        (
            page,
            f"月付約多 {rises[1]}% 到 {rises[0]}%",
            f"adds about {rises[1]}% to {rises[0]}% to the monthly payment",
        ),
        (
            page,
            f"每月多付約 {number(round(at_3 - at_2, -2))} 元",
            f"adds about {number(round(at_3 - at_2, -2))} to the monthly payment",
        ),
        (
            page,
            f"{number(at_2)} 元裡有 {number(interest)} 元是利息。還了五年，還欠約 "
            f"{number(owed / 1e4)} 萬元",
            f"{number(interest)} of the {number(at_2)} is interest. After five years about "
            f"{number(owed / 1e6, 2)} million is still owed",
        ),
        (
            page,
            f"剩 25 年的月付變成 {number(later)} 元，多 {number(100 * later / at_2 - 100, 1)}%",
            f"over the remaining 25 years becomes {number(later)}, up "
            f"{number(100 * later / at_2 - 100, 1)}%",
        ),
        (
            page,
            f"2% 時每月 {number(interest)} 元；第四年開始還本，剩 27 年，月付跳到 "
            f"{number(repaying)} 元，是原來的 {number(repaying / interest, 1)} 倍",
            f"costs {number(interest)} a month at 2%. In the fourth year repayment starts over 27 "
            f"years and the bill jumps to {number(repaying)}, {number(repaying / interest, 1)} "
            "times as much",
        ),
    ]


def _taiwan() -> list[Printed]:
    before, after = (monthly_payment(TEN_MILLION, rate, 30) for rate in (1.35, 2.22))
    in_2008 = monthly_payment(TEN_MILLION, 2.76, 30)
    carried = affordable_loan(in_2008, 1.35, 30)
    page, rows = "markets/taiwan-housing", []
    for rate in (1.35, 2.22, 2.72, 3.22, 4.22):
        payment = round(monthly_payment(TEN_MILLION, rate, 30))
        more = payment - round(after)
        rows.append(
            (
                page,
                f"| {rate}% | {payment:,} 元 | {number(more, sign=True)} 元 |".replace(
                    "+0 元", "–"
                ),
                f"| {rate}% | {payment:,} | {number(more, sign=True)} |".replace("+0", "–"),
            )
        )
    return [
        *rows,
        (
            page,
            f"利率 2.76% 時，月付約 {number(in_2008 / 1e4, 1)} 萬元；1.35% 時約 "
            f"{number(before / 1e4, 1)} 萬元",
            f"At 2.76% it costs about NT${number(round(in_2008, -3))} a month; at 1.35% about "
            f"NT${number(round(before, -3))}",
        ),
        (
            page,
            f"背得動約 {number(round(carried / 1e4, -1))} 萬元",
            f"about NT${number(carried / 1e6, 1)} million at 1.35%",
        ),
        (
            "investing/taiwan",
            f"月付由約 {number(before / 1e4, 2)} 萬元升到 {number(after / 1e4, 2)} 萬元",
            f"the monthly payment on NT$10 million rises from about NT${number(round(before, -2))} "
            f"to NT${number(round(after, -2))}",
        ),
        (
            "investing/real-estate",
            f"1,000 萬元、30 年的月付多約 {number(round(after - before, -2))} 元",
            f"about NT${number(round(after - before, -2))} more a month on NT$10 million",
        ),
        (
            "faq/taiwan-mortgage",
            f"1.35% 時每月約付 {number(round(before, -2))} 元，2.22% 時約 "
            f"{number(round(after, -2))} 元，差約 {number(round(after - before, -2))} 元",
            f"about NT${number(round(before, -2))} a month at 1.35% and "
            f"NT${number(round(after, -2))} at 2.22%, some NT${number(round(after - before, -2))}",
        ),
    ]


def _hong_kong() -> list[Printed]:
    page, rows = "markets/hong-kong-housing", []
    for hibor in (0.19, 1.45, 1.95, 3.30):
        rate = capped_rate(hibor, 1.3, 3.25)
        payment = monthly_payment(FIVE_MILLION, rate, 30)
        zh_cap, en_cap = ("（封頂）", " (capped)") if rate < hibor + 1.3 - 1e-9 else ("", "")
        start = f"| {hibor:.2f}% | {hibor + 1.3:.2f}% | {rate:.2f}%"
        rows.append(
            (
                page,
                f"{start}{zh_cap} | 約 {number(payment / 1e4, 2)} 萬港元 |",
                f"{start}{en_cap} | About HK${number(round(payment, -2))} |",
            )
        )
    uncapped = monthly_payment(FIVE_MILLION, 4.6, 30)
    plain, tested = affordable_loan(25_000, 3.25, 30), affordable_loan(30_000, 5.25, 30)
    low, cap = (monthly_payment(FIVE_MILLION, rate, 30) for rate in (2.3, 3.25))
    return [
        *rows,
        (
            page,
            f"沒有封頂，4.6% 的供款約是 {number(uncapped / 1e4, 2)} 萬港元",
            f"4.6% would cost about HK${number(round(uncapped, -2))} a month",
        ),
        (
            page,
            f"可以借約 {number(plain / 1e4)} 萬港元；若要通過加 200 個基點（5.25%）、"
            f"供款不超過收入六成的測試，約 {number(tested / 1e4)} 萬港元",
            f"supports a loan of about HK${number(plain / 1e6, 2)} million. If the borrower also "
            "had to pass a test at 200 basis points more (5.25%) with payments of no more than 60% "
            f"of income, about HK${number(tested / 1e6, 2)} million",
        ),
        (
            "faq/hong-kong-mortgage",
            f"利率 2.3%，月供約 {number(low / 1e4, 2)} 萬港元；HIBOR 升到 1.95% 就碰到封頂，"
            f"月供約 {number(cap / 1e4, 2)} 萬港元",
            f"the rate is 2.3% and the payment about HK${number(round(low, -2))} a month; at a "
            f"HIBOR of 1.95% the cap is reached, about HK${number(round(cap, -2))}",
        ),
    ]


def _elsewhere() -> list[Printed]:
    at_3, lower = (monthly_payment(TEN_MILLION, rate, 30) for rate in (3, 2.5))
    loan = affordable_loan(at_3, 2.5, 30)
    more = number(100 * loan / TEN_MILLION - 100, 1)
    return [
        (
            "effects/asset-prices",
            f"月付 {number(at_3)} 元，在 3% 的 30 年期固定利率下可以借 1,000 萬元；利率降到 2.5%，"
            f"同樣的月付可以借約 {number(loan / 1e4)} 萬元。買方的出價能力多了 {more}%",
            f"A monthly payment of {number(at_3)} services a 30-year fixed-rate loan of 10 million "
            f"at 3%; at 2.5% the same payment services about {number(loan / 1e6, 2)} million. "
            f"Buyers can bid {more}% more",
        ),
        (
            "faq/qe-house-prices",
            f"同樣的月付可以多借 {more}%",
            f"the same payment services a loan {more}% larger",
        ),
        (
            "concepts/transmission",
            f"從約 {number(at_3)} 元降到約 {number(round(lower, -1))} 元",
            f"from about {number(at_3)} to about {number(round(lower, -1))}",
        ),
    ]


MORTGAGES = [*_real_estate(), *_taiwan(), *_hong_kong(), *_elsewhere()]
