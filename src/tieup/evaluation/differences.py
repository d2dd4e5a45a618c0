"""Differences: what was annotated and not found, and what was found and not annotated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tieup.evaluation.annotations import Annotation
from tieup.evaluation.units import Level, Pair, Unit, Units
from tieup.statements import Statement

RowT = TypeVar("RowT", Annotation, Statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An annotation that was not found, whole or in part.

    Attributes:
        pairs: those of its pairs that were not.
        why: what was read in its place.
    """

    annotation: Annotation
    pairs: tuple[Pair, ...]
    why: str

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        row = self.annotation
        return {
            "article": row.article,
            "pairs": [list(pair) for pair in self.pairs],
            "act": row.act,
            "speaker": row.speaker,
            "quote": row.evidence,
            "start": row.start,
            "flags": list(row.flags),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A statement that nobody annotated, whole or in part.

    Attributes:
        pairs: those of its pairs that nobody did.
        annotated: what was annotated in its place.
    """

    statement: Statement
    pairs: tuple[Pair, ...]
    annotated: str

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        row = self.statement
        return {
            "id": row.id,
            "article": row.article,
            "pairs": [list(pair) for pair in self.pairs],
            "act": row.act,
            "speaker": row.speaker,
            "quote": row.quote,
            "start": row.start,
            "confidence": row.confidence,
            "why": row.why,
            "annotated": self.annotated,
        }


def missed(
    annotated: Iterable[Annotation], found: Iterable[Statement], units: Units
) -> tuple[Missed, ...]:
    """The annotations that must be found and were not, by pair and act; each unit once."""
    told = tuple(found)
    of_article = _by_article(told)
    have = set(units.of_rows(told, Level.ACT))
    result = []
    for row in (one for one in annotated if one.core):
        pairs = tuple(_new(row, units, have))
        if pairs:
            why = _beside(row, pairs, of_article.get(row.article, ()), units, done="read")
            result.append(Missed(annotation=row, pairs=pairs, why=why))
    return tuple(result)


def extra(
    annotated: Iterable[Annotation], found: Iterable[Statement], units: Units
) -> tuple[Extra, ...]:
    """The statements that nobody annotated, by pair and act; each unit once."""
    rows = tuple(annotated)
    of_article = _by_article(rows)
    have = set(units.of_rows(rows, Level.ACT))
    result = []
    for s in found:
        pairs = tuple(_new(s, units, have))
        if pairs:
            beside = _beside(s, pairs, of_article.get(s.article, ()), units, done="annotated")
            result.append(Extra(statement=s, pairs=pairs, annotated=beside))
    return tuple(result)


def _by_article(rows: Iterable[RowT]) -> dict[str, list[RowT]]:
    grouped: dict[str, list[RowT]] = {}
    for row in rows:
        grouped.setdefault(row.article, []).append(row)
    return grouped


def _new(row: Annotation | Statement, units: Units, have: set[Unit]) -> Iterator[Pair]:
    """The pairs of a row that are not among the units that there are; they are from now on."""
    for pair, unit in zip(units.pairs(row), units.of_row(row, Level.ACT), strict=True):
        if unit not in have:
            have.add(unit)
            yield pair


def _beside(
    row: Annotation | Statement,
    pairs: Sequence[Pair],
    others: Sequence[Annotation] | Sequence[Statement],
    units: Units,
    *,
    done: str,
) -> str:
    """What the other side, which has read or annotated, has in the same words, or elsewhere."""
    there = [one for one in others if _overlap(row, one)]
    of_pair = [one for one in others if set(units.pairs(one)) & set(pairs)]
    same = [one for one in there if one in of_pair]
    if same:
        return f"{done} in these words: {_acts(same)}"
    if there:
        told = (f"{one.act} of {_shown(units.pairs(one))}" for one in there)
        return f"{done} in these words: {'; '.join(dict.fromkeys(told))}"
    if of_pair:
        return f"nothing {done} in these words; of the pair elsewhere: {_acts(of_pair)}"
    return f"nothing {done} in these words, nor of the pair"


def _overlap(one: Annotation | Statement, two: Annotation | Statement) -> bool:
    """Whether the words of both share a character; words of no known place share none."""
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return False
    return one.start < two.end and two.start < one.end


def _acts(rows: Iterable[Annotation | Statement]) -> str:
    return ", ".join(dict.fromkeys(str(row.act) for row in rows))


def _shown(pairs: Iterable[Pair]) -> str:
    return ", ".join("–".join(pair) for pair in pairs)
