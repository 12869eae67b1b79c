"""Changes lines of a record in the text of its file; every other line stays as it was."""

from __future__ import annotations

import datetime
import json
import re

from scripts.content.phases import Asset
from scripts.content.returns.expected import Expected, Field


def with_fields(text: str, record_id: str, fields: dict[str, Field]) -> str:
    """Returns the text of a YAML list with fields of one record replaced.

    Args:
        text: the file; each record begins with `- id: …` and each field has a line.
        record_id: the record.
        fields: values by key; a key that the record lacks is put after its id.

    Raises:
        KeyError: the text has no such record.
    """
    block = re.search(rf"(?ms)^- id: {re.escape(record_id)}\n(?:[ \t#].*?\n|\n)*", text)
    if block is None:
        raise KeyError(record_id)
    changed = block[0]
    for key, value in fields.items():
        changed = _with_field(changed, key, value)
    return text[: block.start()] + changed + text[block.end() :]


def _with_field(record: str, key: str, value: Field) -> str:
    line = re.search(rf"(?m)^  {re.escape(key)}:.*\n", record)
    if line is None:
        head, rest = record.split("\n", 1)
        return f"{head}\n  {key}: {_scalar(value)}\n{rest}"
    remark = None if isinstance(value, str) else re.search(r" +#.*", line[0])
    new = f"  {key}: {_scalar(value)}{remark[0] if remark else ''}\n"
    return record[: line.start()] + new + record[line.end() :]


def with_record(text: str, expected: Expected) -> str:
    """Returns the text with a new record behind the last one of the same asset, or at the end."""
    lines = [f"- id: {expected.id}"]
    lines += [f"  {key}: {_scalar(expected.fields[key])}" for key in ("zh-TW", "en", "value")]
    lines += [f"  unit: {expected.asset.measure}", f"  date: {expected.fields['date']}"]
    lines += [f"  source: {expected.asset.source}", "  status: computed"]
    if expected.asset.note is not None:
        lines.append(f"  note: {_note(expected.asset)}")
    record = "\n".join(lines) + "\n"
    own = rf"(?ms)^- id: {re.escape(expected.asset.figures)}\.\S+\n(?:[ \t].*?\n)*"
    places = list(re.finditer(own, text))
    if not places:
        return text.rstrip("\n") + "\n" + record
    return text[: places[-1].end()] + record + text[places[-1].end() :]


def _scalar(value: Field) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:.1f}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def _note(asset: Asset) -> str:
    assert asset.note is not None
    chinese, english = (_scalar(asset.note.in_language(lang)) for lang in ("zh-TW", "en"))
    return f"{{zh-TW: {chinese}, en: {english}}}"
