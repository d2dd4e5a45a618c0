"""Ranking: how likely each act is what a clause does, and which of the relations on offer is meant.

Two log-linear models weigh plain features: the first a clause's words and the rules that match it
(``wording``), the second how a relation's parties were found (``traits``). Their weights were fitted
to annotated articles by ``tools/fit_ranking.py`` and stand in ``ranking.json``.
"""

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from tieup.reading.acts.acts import Rule, Trigger
from tieup.reading.acts.wording import Features
from tieup.reading.bundle import Bundle
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Segment
from tieup.vocabulary import Act

ACTS = tuple(Act)
#: Groups of the lexicon that tell an act, those that tell it most first.
_TELLING = (
    ("REFUSE", "DENY", "END", "DEMAND", "INVITE", "STALL", "RUMOUR"),
    ("WANT", "HOPE", "OPEN", "AGREE", "GIVE", "SUPPORT", "CLAIM", "WAIT", "DECIDE", "ALONE"),
    ("TALK", "ONGOING", "KEEP", "OUGHT", "POSSIBLE", "CANDIDATE", "FIGHT", "WEIGH", "ENEMY"),
    ("TIE", "TROUBLE", "AGAINST", "NEG"),
)
_RANK = {group: rank for rank, groups in enumerate(_TELLING) for group in groups}
#: What a clause without any known feature weighs: for its telling anything, then for each act.
_NO_WEIGHT = (0.0,) * (1 + len(ACTS))
#: How far the relation's share counts beside the act's chance, settled by folds.
_OF_RELATION = 0.25
#: A statement about so many pairs must be so likely, settled by folds.
_MANY, _OF_MANY = 3, 0.3
#: A relation of a larger share is meant, whatever it shares with others; one that is so much less
#: likely than the likeliest is not.
_SURE, _MAY_BE = 0.7, 0.02
#: Weights have few digits: so many of a sum are the same in whichever order it is made.
_DIGITS = 9
#: The weights of so many bundles of traits are kept: nearly all that an article has come again.
_KEPT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """An act that a clause may do.

    Attributes:
        chance: by its words alone.
        words: those that tell it: a rule's or, without a rule, the lexicon's.
    """

    act: Act
    chance: float
    words: Span
    rule: Rule | None


class Ranker:
    """Gives acts and relations their chances.

    Attributes:
        threshold: a statement less likely is not told.
    """

    def __init__(
        self,
        acts: Mapping[str, Sequence[float]],
        relations: Mapping[str, float],
        confidence: Mapping[str, float],
        threshold: float,
    ) -> None:
        """Take the weights.

        Args:
            acts: for each feature of a clause, the weight for its telling anything at all, then
                one for each act in the order of ``Act``.
            relations: for each trait of a relation.
            confidence: for each sign of a statement's being right.
            threshold: the chance from which a statement is told.
        """
        self._acts = acts
        self._relations = relations
        self._confidence = confidence
        self.threshold = threshold
        self._weight = lru_cache(maxsize=_KEPT)(self._weighed)

    def likely(self, features: Features, found: Sequence[Trigger]) -> list[Likely]:
        """The acts that a clause may do, the likeliest first; none below the threshold.

        Args:
            features: of the clause.
            found: the rules that match it.
        """
        rows = list(filter(None, map(self._acts.get, features)))
        anything = _logistic(sum([row[0] for row in rows]))
        if anything < self.threshold:  # most clauses tell nothing
            return []
        _, *totals = map(sum, zip(_NO_WEIGHT, *rows, strict=True))
        top = max(totals)
        shares = [math.exp(total - top) for total in totals]
        whole = sum(shares)
        found_acts = []
        for share, act in sorted(zip(shares, ACTS, strict=True), key=lambda one: -one[0]):
            chance = anything * share / whole
            if chance < self.threshold:
                break
            trigger = _best(act, found)
            words = trigger.span if trigger else telling(features)
            if words is not None:
                rule = trigger.rule if trigger else None
                found_acts.append(Likely(act=act, chance=chance, words=words, rule=rule))
        return found_acts

    def meant(
        self, traits: Sequence[Iterable[Bundle]], pairs: Sequence[frozenset[frozenset[str]]]
    ) -> tuple[int, float]:
        """Which of the relations on offer is meant, and how likely it is that its parties are.

        It is the one that shares most with all that may be meant, each by how likely it is (the
        expected Jaccard index of their pairs). That is seldom another than the likeliest: where
        several are about as likely, the one that has what most of them have.

        Args:
            traits: of each relation; at least one.
            pairs: of each relation, whom it relates to whom.
        """
        totals = [round(sum(map(self._weight, each)), _DIGITS) for each in traits]
        top = max(totals)
        grown = [math.exp(total - top) for total in totals]
        whole = sum(grown)
        number = totals.index(top)
        if 1 / whole < _SURE:
            may_be = [one for one, size in enumerate(grown) if size >= _MAY_BE]
            number = max(may_be, key=lambda one: _shared(one, may_be, grown, pairs))
        parties = _parties(pairs[number])  # the same ones may be on offer with a hub and without
        alike = sum(size for size, of in zip(grown, pairs, strict=True) if _parties(of) == parties)
        return number, alike / whole

    def is_enough(self, likely: Likely, share: float, pairs: Collection[object]) -> bool:
        """Whether a statement is likely enough to be told.

        By its act and its relation's share, of which the act counts more. Where it relates many it
        must be likelier: if it is wrong it is wrong of each pair.
        """
        many = len(pairs) >= _MANY
        return likely.chance * share**_OF_RELATION >= self.threshold and not (
            many and likely.chance * share < _OF_MANY
        )

    def _weighed(self, bundle: Bundle) -> float:
        """What the traits of a bundle weigh together."""
        return sum(filter(None, map(self._relations.get, bundle.traits)))

    def confidence(self, likely: Likely, share: float, segment: Segment) -> float:
        """How often a statement with such signs was right on articles the weights had not seen."""
        return self.trust(signs_of(likely, share, segment))

    def trust(self, signs: Mapping[str, float]) -> float:
        """How often a statement with these signs was right."""
        total = sum(self._confidence.get(sign, 0.0) * value for sign, value in signs.items())
        return _logistic(total)


def telling(features: Features) -> Span | None:
    """The words that tell an act where no rule does: the first of the lexicon that do more than join.

    None of a clause that holds no such word.
    """
    ranked = [
        (_RANK[name[1:-1]], place)
        for name, place in features.items()
        if place is not None and name[1:-1] in _RANK
    ]
    return Span(*min(ranked)[1]) if ranked else None


def signs_of(likely: Likely, share: float, segment: Segment) -> dict[str, float]:
    """What tells how far a statement is to be trusted."""
    return {
        "bias": 1.0,
        "act": math.log(likely.chance / (1 - likely.chance + 1e-6)),
        "relation": math.log(share),
        "rule": float(likely.rule is not None),
        f"mode {segment.mode}": 1.0,
        f"voice {_sort(segment)}": 1.0,
    }


def _sort(segment: Segment) -> str:
    voice = segment.voice
    if voice.person:
        return "person"
    if voice.speaker.startswith("unnamed"):
        return "unnamed"
    return "body" if voice.party else "report"


def _best(act: Act, found: Sequence[Trigger]) -> Trigger | None:
    """The rule of an act that matches best: not undone, tied, the first."""
    of_act = [trigger for trigger in found if trigger.rule.act is act]
    return min(of_act, key=lambda t: (t.undone, not t.tied), default=None)


def _shared(
    one: int,
    others: Sequence[int],
    sizes: Sequence[float],
    pairs: Sequence[frozenset[frozenset[str]]],
) -> float:
    """How much of its pairs one relation shares with others, each by its size."""
    mine = pairs[one]
    return sum(sizes[k] * len(mine & pairs[k]) / len(mine | pairs[k]) for k in others)


def _parties(pairs: frozenset[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*pairs)


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def ranker() -> Ranker:
    """The bundled model."""
    text = (
        resources.files("tieup.reading.acts").joinpath("ranking.json").read_text(encoding="utf-8")
    )
    # Weights have two digits: the few numbers that come again and again are kept once.
    model: dict[str, Any] = json.loads(text, parse_float=cache(float))
    return Ranker(model["acts"], model["relations"], model["confidence"], model["threshold"])
