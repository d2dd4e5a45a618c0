"""Outcomes: what words say came of an election, by rules kept as data in ``outcomes.toml``.

Whose it was, where and when is told by the names around. What is here needs no pack and no more than
the words, so that a claim can be read again from the quote of its statement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property

from tieup.reading.tables import table
from tieup.reading.text.figures import FIGURE, Figure, figure_of
from tieup.reading.text.gate import Gate
from tieup.reading.text.spans import Span, lowered


class Measure(StrEnum):
    """What is claimed of a party or person."""

    SEATS = "seats"
    MAJORITY = "majority"
    SHARE = "share"
    VOTES = "votes"
    WON = "won"
    LOST = "lost"
    PLACE = "place"
    DEPOSITS = "deposits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One claim in a stretch of words.

    Attributes:
        span: from its verb or noun to its last figure; ``words`` are those of the verb or noun.
        figure: seats, percent, votes, the margin in votes, a place, or deposits; None without one.
        before: what it was before, as in "from 3 to 77", and the year of that where it is told.
        of: the number of seats it is out of, as in "77 of 294".
        but: whether the figure is of those left out, as in "all but two seats".
        thirds: whether the majority is one of two thirds.
        whose: where the name stands that its noun belongs to, as in "the vote share of the Left";
            or that the figure follows, as in "and the BJP 18".
        after: who is named after the words: the one who won ("name"), or the one on the other side
            ("rival").
    """

    measure: Measure
    rule: str
    span: Span
    words: Span
    figure: Figure | None = None
    before: Figure | None = None
    before_year: int | None = None
    of: int | None = None
    but: bool = False
    thirds: bool = False
    whose: Span | None = None
    after: str | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One wording of an outcome; ``expression`` finds it in small letters."""

    measure: Measure
    name: str
    expression: str
    figure: int | None
    after: str | None
    example: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has the words that it needs."""
        return re.compile(self.expression)


_RANKS = {"second": 2, "runner": 2, "runners": 2, "third": 3, "fourth": 4}
#: "By 1,956 votes", after the words that tell who won or lost; of a round one "votes" may be left out.
_MARGIN = re.compile(
    r"\b(?:by|with|margin\s+of)\s+(?:an?\s+)?(?:(?:slim|slender|huge|thin|narrow|whopping|record|wide"
    rf"|handsome|big|close)\s+)?(?:(?:margin|majority)\s+of\s+)?(?P<n>{FIGURE})\s+votes?\b"
)
#: No share is more.
_WHOLE = 100
#: No margin stands further from its verb.
_NEAR = 120
#: A name and its figure after another's: "and the BJP 18", "the CPI(M) 4.7 percent".
_JOINT = r"(?:\s*(?:,|;|\band\b|\bwhile\b|\bwith\b|\bbut\b|\bwhereas\b))+"
_NEXT = re.compile(
    rf"{_JOINT}\s*(?:the\s+)?(?P<whose>[A-Z][\w.’'/-]*(?:\([\w.]+\))?(?:\s+\(?[A-Z][\w.’'-]*\)?){{0,4}})"
    rf"\s*(?:,|:|-|–|\bat\b|\bgot\b|\btook\b|\bhad\b)?\s*(?P<n>(?i:{FIGURE}))(?P<percent>\s*(?:per\s?cent|%))?(?:\s+seats?\b)?"
    r"(?=\s*(?:[.,;:)]|$|(?:and|while|in|but|with|of|respectively|votes?)\b))"
)
_STOP = re.compile(r"[,;]|\b(?:and|while)\b")
#: What may stand between a figure and the next name.
_ASIDE = re.compile(r"(?:\s+(?:seats|votes)\b)?(?:\s+(?:in|on|of|from)\s+[^,;.]{1,40}?)?")
#: Words that take a claim back, right before it.
_NOT = re.compile(
    r"(?:\b(?:not|never|nor|neither|none|nobody|hardly|failed\s+to|unable\s+to|short\s+of|instead\s+of)|n['’]t)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:required|needed|minimum|necessary)\s+$",
)
#: What is only gained or lost of a share.
_CHANGE = re.compile(
    r"\b(?:lost|losing|loses|shed|gained|gaining|(?:loss|gain|rise|fall|drop|swing|increase|decline|decrease|erosion)\s+of|by)"
    r"\s+(?:[\w-]+\s+){0,3}$"
)
#: "Of the 92 seats it fought": not out of the whole house.
_FOUGHT = re.compile(
    r"(?:\s+(?:assembly\s+|lok\s+sabha\s+)?seats?)?\s+(?:that\s+)?(?:it|they|he|she)\b"
)


@cache
def rules() -> tuple[Rule, ...]:
    """Every wording, in order."""
    given = table("results/outcomes.toml")
    macros: dict[str, str] = {"figure": FIGURE}
    for name, macro in given["macros"].items():
        macros[name] = _spelt(macro, macros)
    return tuple(
        Rule(
            measure=Measure(rule["measure"]),
            name=rule["name"],
            expression=_spelt(rule["pattern"], macros),
            figure=rule.get("figure"),
            after=rule.get("after"),
            example=rule["example"],
        )
        for rule in given["rule"]
    )


def outcomes(text: str, span: Span) -> tuple[Outcome, ...]:
    """The outcomes that a stretch of text tells, in order; none overlaps another."""
    numbers = _gate().open(text, span.start, span.end)
    if not numbers:
        return ()
    small = lowered(span.of(text))
    found = [o for number in numbers for o in _found(rules()[number], small)]
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: (o.span.start, -o.span.end)):
        if not kept or outcome.span.start >= kept[-1].span.end:
            kept.append(outcome)
        elif outcome.span.end > kept[-1].span.end and outcome.figure and not kept[-1].figure:
            kept[-1] = outcome  # "won" and "victory in 12 seats": the figure counts
    whole = [o for one in _with_margins(kept, small) for o in (one, *_further(one, span.of(text)))]
    return tuple(_moved(o, span.start) for o in _apart(whole))


def outcome_of(quote: str) -> Outcome | None:
    """The outcome that a statement's quote ends with; None where it tells none."""
    found = outcomes(quote, Span(0, len(quote)))
    return found[-1] if found else None


def _spelt(pattern: str, macros: dict[str, str]) -> str:
    for name, macro in macros.items():
        pattern = pattern.replace(f"{{{name}}}", macro)
    return pattern


@cache
def _gate() -> Gate:
    return Gate(rule.expression for rule in rules())


def _found(rule: Rule, small: str) -> Iterator[Outcome]:
    """Where a rule matches, and is not taken back right before."""
    for match in rule.pattern.finditer(small):
        groups = match.groupdict()
        if rule.figure is None and _NOT.search(small, max(0, match.start() - 40), match.start()):
            continue
        share = rule.measure is Measure.SHARE
        if share and _CHANGE.search(small, max(0, match.start() - 40), match.start()):
            continue
        figure = figure_of(groups["n"], share=share) if groups.get("n") else None
        if share and figure is not None and figure.value > _WHOLE:
            continue
        if rule.figure is not None or groups.get("rank"):
            figure = figure_of(str(_RANKS.get(groups.get("rank") or "", rule.figure)))
        of = int(figure_of(groups["of"]).value) if groups.get("of") else None
        if of is not None and _FOUGHT.match(small, match.end()):
            of = None
        here = Span(match.start(), match.end())
        yield Outcome(
            measure=rule.measure,
            rule=rule.name,
            span=here,
            words=here,
            figure=figure,
            before=figure_of(groups["before"], share=share) if groups.get("before") else None,
            before_year=int(groups["year"]) if groups.get("year") else None,
            of=of,
            but=bool(groups.get("but")),
            thirds=bool(groups.get("thirds")),
            whose=Span(*match.span("whose")) if groups.get("whose") else None,
            after=rule.after,
        )


def _with_margins(found: list[Outcome], small: str) -> Iterator[Outcome]:
    """Each with the margin of votes that follows it before the next one."""
    for number, outcome in enumerate(found):
        if outcome.measure in (Measure.WON, Measure.LOST):
            following = found[number + 1].span.start if number + 1 < len(found) else len(small)
            margin = _MARGIN.search(
                small, outcome.span.end, min(following, outcome.span.end + _NEAR)
            )
            if margin:
                span = Span(outcome.span.start, margin.end())
                yield replace(outcome, span=span, figure=figure_of(margin["n"]))
                continue
        yield outcome


def _further(outcome: Outcome, words: str) -> Iterator[Outcome]:
    """Other names' figures that go on with a claim: "and the BJP 18"."""
    if outcome.measure not in (Measure.SEATS, Measure.SHARE) or outcome.figure is None:
        return
    at = outcome.span.end
    while True:
        aside = _ASIDE.match(words, at)
        match = _NEXT.match(words, aside.end() if aside else at) or _NEXT.match(words, at)
        if match is None:
            stop = _STOP.search(words, at, at + 60)
            match = _NEXT.match(words, stop.start()) if stop else None
        if match is None or (match["percent"] and outcome.measure is Measure.SEATS):
            return
        at = match.end()
        yield replace(
            outcome,
            span=Span(match.start("whose"), at),
            words=Span(match.start("whose"), at),
            figure=figure_of(match["n"], share=outcome.measure is Measure.SHARE),
            before=None,
            before_year=None,
            of=None,
            whose=Span(*match.span("whose")),
        )


def _apart(found: list[Outcome]) -> Iterator[Outcome]:
    """In order, without those that begin within another."""
    end = 0
    for outcome in sorted(found, key=lambda o: (o.span.start, -o.span.end)):
        if outcome.span.start >= end:
            end = outcome.span.end
            yield outcome


def _moved(outcome: Outcome, by: int) -> Outcome:
    """The same outcome with its places counted from the start of the text."""
    whose = outcome.whose
    return replace(
        outcome,
        span=Span(outcome.span.start + by, outcome.span.end + by),
        words=Span(outcome.words.start + by, outcome.words.end + by),
        whose=Span(whose.start + by, whose.end + by) if whose else None,
    )
