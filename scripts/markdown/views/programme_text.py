"""How a programme is told in words: its years, its size and its sources."""

from __future__ import annotations

from scripts.content.localised import Language
from scripts.content.quantities import write_quantity
from scripts.content.records import Amount, Programme
from scripts.content.units import unit_parts
from scripts.markdown.escaping import plain_in_markdown, worded_in_markdown
from scripts.markdown.figure_text import about

KINDS = {
    "qe": ("量化寬鬆", "Quantitative easing"),
    "qt": ("量化緊縮", "Quantitative tightening"),
    "yield-curve-control": ("殖利率曲線控制", "Yield curve control"),
    "maturity-extension": ("拉長持債年限", "Maturity extension"),
    "credit-easing": ("信用寬鬆", "Credit easing"),
    "market-functioning": ("穩定市場", "Market functioning"),
    "reserve-management": ("準備金管理", "Reserve management"),
    "foreign-exchange": ("外匯操作", "Foreign exchange"),
    "liquidity": ("流動性操作", "Liquidity"),
}


def years(programme: Programme, language: Language) -> str:
    """Writes from which year to which a programme ran; open where it has not ended."""
    first = programme.start or programme.announced
    start = str(first.year) if first else ""
    if not programme.end:
        return f"{start} 年起" if language == "zh-TW" else f"since {start}"
    end = str(programme.end.year)
    return start if start == end else f"{start}–{end}"


def begin(programme: Programme) -> str:
    """Returns the day that programmes are ordered by, in ISO form; empty where none is known."""
    date = programme.announced or programme.start
    return date.isoformat() if date else ""


def amount_key(value: Amount | None) -> str:
    """Returns what sums of money sort by: the currency, then the low end in plain units."""
    if value is None:
        return ""
    low = value.value[0] if isinstance(value.value, tuple) else value.value
    parts = unit_parts(value.unit)
    return f"{parts.base} {low * parts.scale:018.0f}"


def amount(value: Amount | None, language: Language) -> str:
    """Writes a sum of money as Markdown; empty where there is none."""
    if value is None:
        return ""
    text = plain_in_markdown(write_quantity(value.value, value.unit, language, digits=4))
    return about(text, language) if value.approx else text


def size(programme: Programme, language: Language) -> str:
    """Writes the amount of a programme as Markdown, in words too, and its pace."""
    parts = [amount(programme.amount, language)]
    for words in (programme.size, programme.pace):
        if words:
            parts.append(worded_in_markdown(words.in_language(language)))
    return ("；" if language == "zh-TW" else "; ").join(part for part in parts if part)


def notes(sources: tuple[str, ...]) -> str:
    """Writes the references to the notes of sources."""
    return "".join(f"[^{source}]" for source in sources)
