r"""Sheet: CSV, one row a statement as it stands, safe to open in a spreadsheet.

Lists are joined by "; ", seats written as ISF=40; a ";" or "\" within an item has a "\" before it.
A cell that a spreadsheet would take for a formula (it begins with =, +, -, @ or one of their wide
forms) has an apostrophe before it.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tieup.exports.corrected import Corrected, Standing
from tieup.notation import Entry
from tieup.statements import FIELDS

#: What begins a formula, in half and full width.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;"})
#: Columns besides the fields of the published JSON.
BESIDES = (
    *("own_words", "title", "url", "recorded", "corrects", "decision", "reviewer", "review_note"),
    *("retracted_on", "retracted_by", "retraction_note"),
)
#: A column for each field of the published JSON, then these.
COLUMNS = ("id", *FIELDS, *BESIDES)


def write_csv(entries: Iterable[Entry], path: Path) -> None:
    """Write the statements that stand, in order of recording; UTF-8, lines end as RFC 4180 says."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for standing in Corrected(entries):
            row = _row(standing)
            writer.writerow([cell(row[name]) for name in COLUMNS])


def cell(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    """A value as a cell shows it; empty where it is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dict):
        value = [f"{name}={number}" for name, number in value.items()]
    if isinstance(value, list | tuple):
        value = "; ".join(one.translate(_ESCAPED) for one in value)
    text = str(value)
    guarded = text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA
    return f"'{text}" if text and guarded else text


def _row(standing: Standing) -> dict[str, Any]:
    article, review, retraction = standing.article, standing.review, standing.retraction
    besides = (
        standing.own,
        article and article.title,
        article and article.url,
        standing.recorded and standing.recorded.isoformat(),
        standing.corrects,
        review and review.decision.value,
        review and review.reviewer,
        review and review.note,
        retraction and retraction.published.isoformat(),
        retraction and retraction.by,
        retraction and retraction.note,
    )
    return {**standing.statement.to_json(), **dict(zip(BESIDES, besides, strict=True))}
