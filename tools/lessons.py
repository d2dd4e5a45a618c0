"""Lessons: what annotated articles teach about the acts of clauses and the relations on offer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tieup.articles import Article
from tieup.evaluation.annotations import Annotation
from tieup.evaluation.units import Level, Unit, Units
from tieup.reading.acts.clause import Clause
from tieup.reading.acts.ranking import ACTS, Likely, Ranker, signs_of, telling
from tieup.reading.acts.wording import Features
from tieup.reading.reader import Reader, Told
from tieup.reading.relations.traits import Traits
from tieup.reading.voices.voices import Voice
from tieup.regions import Region
from tieup.statements import Statement

#: The part of a clause, or of the words annotated, that must lie in the other.
_MOST, _HALF = 0.5, 0.45
#: A clause that only touches annotated words says nothing for or against their act.
_TOUCHED = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A clause for the model of acts.

    Attributes:
        features: their names.
        right: whether each act is annotated, in the order of ``Act``.
        weight: how much each counts.
    """

    features: tuple[str, ...]
    right: tuple[bool, ...]
    weight: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The relations on offer for an annotated act: the traits of each, and how right each is."""

    traits: tuple[tuple[str, ...], ...]
    right: tuple[float, ...]


@dataclass(slots=True)
class Lessons:
    """What some articles teach."""

    clauses: list[Taught] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    def add(self, other: "Lessons") -> None:
        """Take in those of another article."""
        self.clauses += other.clauses
        self.offers += other.offers


class Pupil(Reader):
    """A reader that is told what each clause tells, and keeps what it learns."""

    def __init__(
        self, article: Article, region: Region, rows: list[Annotation], units: Units
    ) -> None:
        """Read an article with its annotations at hand."""
        super().__init__(article, region, Ranker({}, {}, {}, threshold=0.0))
        self._article = article.id
        self._rows = [row for row in rows if row.start is not None]
        self._units = units
        self.lessons = Lessons()

    def told(self, clause: Clause) -> list[Told]:
        """What is annotated of the clause, as far as the relations on offer allow."""
        features = self.features(clause)
        rows = self._annotated(clause, features)
        found = []
        for row in rows:
            told = self._taught(clause, row, features)
            if told is not None:
                found.append(told)
        return found

    def _annotated(self, clause: Clause, features: Features) -> list[Annotation]:
        """The annotations of a clause; keeps the lesson on its acts."""
        right, weight = dict.fromkeys(ACTS, False), dict.fromkeys(ACTS, 1.0)
        mine = []
        for row in self._rows:
            overlap = min(row.end or 0, clause.span.end) - max(row.start or 0, clause.span.start)
            if overlap <= 0:
                continue
            of_clause = overlap / min(len(row.evidence), clause.span.end - clause.span.start)
            told = any(
                t.rule.act is row.act
                and t.span.start < (row.end or 0)
                and t.span.end > (row.start or 0)
                for t in clause.found
            )
            if of_clause >= _MOST and (told or overlap / len(row.evidence) >= _HALF):
                weight[row.act] = max(weight[row.act] * right[row.act], 1.0 if row.core else 0.5)
                right[row.act] = True
                mine.append(row)
            elif not right[row.act]:
                weight[row.act] = 0.0 if of_clause >= _TOUCHED else 0.5
        self.lessons.clauses.append(
            Taught(
                features=tuple(features),
                right=tuple(right.values()),
                weight=tuple(weight.values()),
            )
        )
        return mine

    def _taught(self, clause: Clause, row: Annotation, features: Features) -> Told | None:
        """An annotated act with the annotated relation, where it is on offer; keeps the lesson."""
        trigger = next((t for t in clause.found if t.rule.act is row.act), None)
        likely = Likely(
            act=row.act,
            chance=1.0,
            words=trigger.span if trigger else telling(features) or clause.span,
            rule=trigger.rule if trigger else None,
        )
        setting, options = self.offered(clause, likely)
        wanted = set(self._units.of_row(row, Level.RELATION))
        told = [self.telling(clause, setting, option, 1.0) for option in options]
        shares = [self._share(one, wanted) for one in told]
        best = max(shares, default=0.0)
        if best > 0:
            traits = Traits(setting)
            self.lessons.offers.append(
                Offer(
                    traits=tuple(traits.names(option) for option in options),
                    right=tuple(float(s == 1) if best == 1 else s for s in shares),
                )
            )
        return told[shares.index(best)] if best == 1 else None

    def _share(self, told: Told, wanted: set[Unit]) -> float:
        """How much of an annotated relation an option has, and no more; 1 where it is the same."""
        row = Annotation(
            article=self._article,
            parties=told.relation.parties,
            act=told.act,
            hub=told.relation.hub,
        )
        pairs = set(self._units.of_row(row, Level.RELATION))
        return len(pairs & wanted) / len(pairs | wanted)


class Examinee(Reader):
    """A reader that keeps the signs by which each of its statements is to be trusted."""

    def __init__(self, article: Article, region: Region, by: Ranker) -> None:
        """Read with these weights."""
        super().__init__(article, region, by)
        self.signs: list[tuple[Statement, dict[str, float]]] = []

    def drawn(self, clause: Clause, told: Told, voice: Voice) -> Iterator[Statement]:
        """The statements, the signs of each kept."""
        signs = signs_of(told.likely, told.share, clause.segment)
        for statement in super().drawn(clause, told, voice):
            self.signs.append((statement, signs))
            yield statement


def taught(
    articles: tuple[Article, ...],
    rows: tuple[Annotation, ...],
    units: Units,
    region_of: Callable[[Article], Region],
) -> dict[str, Lessons]:
    """What each article teaches, by its id."""
    found = {}
    for article in articles:
        own = [row for row in rows if row.article == article.id]
        pupil = Pupil(article, region_of(article), own, units)
        pupil.statements()
        found[article.id] = pupil.lessons
    return found
