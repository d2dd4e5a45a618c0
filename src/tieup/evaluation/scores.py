"""Scores: how much of what was annotated is found, and how much of what is found was annotated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tieup.evaluation.annotations import Annotation
from tieup.evaluation.units import Level, Row, Unit, Units

#: So many digits are published.
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Units of one level, counted.

    Attributes:
        required: annotated units that must be found.
        hits: those among them that are.
        counted: units found, save the optional ones, which cost nothing either way.
    """

    required: int
    hits: int
    counted: int

    @property
    def precision(self) -> float:
        """The share of what is found that was annotated; 0 where nothing is found."""
        return self.hits / self.counted if self.counted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that is found; 0 where nothing was."""
        return self.hits / self.required if self.required else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, float]:
        """As the scorer of the annotated articles prints it."""
        return {name: round(getattr(self, name), _DIGITS) for name in ("precision", "recall", "f1")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many are right, of so many."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of none."""
        return self.right / self.of if self.of else None

    def to_json(self) -> float | None:
        """The value alone."""
        return None if self.value is None else round(self.value, _DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All scores of some statements.

    Attributes:
        election: of the units found (pair with act), how many name an annotated election; of
            several statements of one unit the first that names any counts.
        said_on: the same of the day.
    """

    levels: Mapping[Level, Score]
    election: Share
    said_on: Share

    def to_json(self) -> dict[str, Any]:
        """As the scorer of the annotated articles prints them."""
        return {
            **{level.value: self.levels[level].to_json() for level in Level},
            "election_accuracy": self.election.to_json(),
            "date_accuracy": self.said_on.to_json(),
        }


def score(annotated: Iterable[Annotation], found: Iterable[Row], units: Units) -> Scores:
    """Score what was found in the annotated articles, in the order of the reading."""
    rows, told = tuple(annotated), tuple(found)
    return Scores(
        levels={level: _score(rows, told, units, level) for level in Level},
        election=_share(rows, told, units, "election"),
        said_on=_share(rows, told, units, "said_on"),
    )


def _score(
    annotated: Sequence[Annotation], found: Sequence[Row], units: Units, level: Level
) -> Score:
    required = units.of_rows((row for row in annotated if row.core), level)
    allowed = units.of_rows(annotated, level)
    told = units.of_rows(found, level)
    return Score(
        required=len(required),
        hits=len(required & told),
        counted=len(told - (allowed - required)),
    )


def _share(
    annotated: Sequence[Annotation],
    found: Sequence[Row],
    units: Units,
    name: Literal["election", "said_on"],
) -> Share:
    right: dict[Unit, set[object]] = {}
    for row in annotated:
        for unit in units.of_row(row, Level.ACT) if getattr(row, name) else ():
            right.setdefault(unit, set()).add(getattr(row, name))
    first: dict[Unit, object] = {}
    for told in found:
        for unit in units.of_row(told, Level.ACT):
            first[unit] = first.get(unit) or getattr(told, name)
    matched = right.keys() & first.keys()
    return Share(right=sum(first[unit] in right[unit] for unit in matched), of=len(matched))
