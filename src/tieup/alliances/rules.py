"""Rules: what a relation's words make of it. Written down in order; the first that holds decides.

Each rule is a function from what is on record to a Finding or None; its docstring is the rule.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tieup.alliances.words import AWAY, TOWARDS, Pair, Word, last_words
from tieup.statements import Statement
from tieup.vocabulary import Act, Status

#: A claim and a denial contradict each other where both were made within so many days.
DISPUTE_DAYS = 60
#: Claims that talks or an alliance exist.
_CLAIMS = frozenset({Act.CLAIMS, Act.TALKS, Act.AGREES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A status, the rule that gives it and the words it rests on.

    Attributes:
        towards, away: sides that move towards the other, or away from it.
        waiting_on: the side whose answer or decision is awaited; decider: with whom it is.
    """

    status: Status
    rule: str
    because: tuple[Statement, ...]
    towards: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    waiting_on: str | None = None
    decider: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is on record of a relation up to a day."""

    pair: Pair
    words: tuple[Word, ...]
    day: date

    def since(self, day: date | None) -> "Record":
        """What was said after a day; all of it for None."""
        kept = tuple(w for w in self.words if day is None or w.day > day)
        return Record(self.pair, kept, self.day)

    def acts(self, *acts: Act, side: str | bool | None = True) -> list[Word]:
        """Words of these acts, of any side or of one (None is the report)."""
        return [w for w in self.words if w.act in acts and (side is True or w.side == side)]

    def standing(self, side: str | None) -> tuple[Word, ...]:
        """The last words of a side."""
        return last_words(self.words, side)

    @property
    def sides(self) -> tuple[str, str]:
        """The two parties."""
        return self.pair.a, self.pair.b


def settled(record: Record) -> list[Word]:
    """The words that make an agreement: the report's, or both sides'; the latest ones."""
    told = record.acts(Act.AGREES, side=None)
    spoken = [record.acts(Act.AGREES, Act.CLAIMS, side=side) for side in record.sides]
    both = [words[-1] for words in spoken if words]
    approved = any(w.act is Act.AGREES for w in both)
    joint = both if len(both) == len(record.sides) and approved else []
    candidates = [group for group in ([told[-1]] if told else [], joint) if group]
    return max(candidates, key=lambda group: max(w.day for w in group), default=[])


def broken(record: Record) -> list[Word]:
    """The words that break an alliance: an end, or after an agreement a refusal; the latest."""
    agreement = settled(record)
    agreed_on = max((w.day for w in agreement), default=None)
    ends = record.acts(Act.ENDS)
    if agreed_on is not None:
        refusals = [w for w in record.acts(Act.REFUSES) if w.day > agreed_on and _stands(record, w)]
        ends = [w for w in ends if w.day >= agreed_on] + refusals
    if not ends:
        return []
    last = max(w.day for w in ends)
    return [w for w in ends if w.day == last]


def ended(record: Record) -> Finding | None:
    """An alliance agreed, then broken by either side, and nothing said towards it since."""
    breaks = broken(record)
    if not breaks:
        return None
    last = max(w.day for w in breaks)
    if any(w.act in TOWARDS for w in record.since(last).words):
        return None
    sides = _sides(breaks)
    return Finding(
        status=Status.ENDED,
        rule="an alliance broken",
        because=_statements([*settled(record), *breaks]),
        away=sides,
    )


def disputed(record: Record) -> Finding | None:
    """A claim of talks or an alliance by one side, its denial or refusal by the other.

    Each within 60 days of the other, neither taken back by its own side; a later agreement settles.
    """
    agreement = settled(record)
    agreed_on = max((w.day for w in agreement), default=None)
    for claimant in record.sides:
        denier = record.pair.other(claimant)
        claims = [w for w in record.standing(claimant) if w.act in _CLAIMS]
        claims += [w for w in record.acts(Act.CLAIMS, side=claimant) if _stands(record, w)]
        denials = [w for w in record.standing(denier) if w.act in (Act.DENIES, Act.REFUSES)]
        near = [
            (claim, denial)
            for claim in claims
            for denial in denials
            if abs((claim.day - denial.day).days) <= DISPUTE_DAYS
            and (agreed_on is None or max(claim.day, denial.day) > agreed_on)
            and (record.day - max(claim.day, denial.day)).days <= DISPUTE_DAYS
        ]
        if near:
            words = [w for two in near for w in two]
            refused = all(denial.act is Act.REFUSES for _, denial in near)
            return Finding(
                status=Status.DISPUTED,
                rule="claim met by refusal" if refused else "claim met by denial",
                because=_statements(words),
                towards=(claimant,),
                away=(denier,),
            )
    return None


def agreed(record: Record) -> Finding | None:
    """Both sides, or the report as a fact, say that an alliance or a deal in seats stands."""
    agreement = settled(record)
    if not agreement:
        return None
    rule = "agreed by both" if len(agreement) > 1 else "reported as agreed"
    return Finding(
        status=Status.AGREED, rule=rule, because=_statements(agreement), towards=record.sides
    )


def refused(record: Record) -> Finding | None:
    """A refusal by either side that the side has not taken back."""
    refusals = [
        w
        for side in (*record.sides, None)
        for w in record.standing(side)
        if w.act in (Act.REFUSES, Act.ENDS)
    ]
    told = [w for w in refusals if w.side is None]
    if len(told) == len(refusals) and any(
        w.act in TOWARDS for w in record.since(max((w.day for w in told), default=None)).words
    ):
        return None
    if not refusals:
        return None
    courting = tuple(
        side for side in record.sides if any(w.act in TOWARDS for w in record.standing(side))
    )
    away = _sides(refusals)
    return Finding(
        status=Status.REFUSED,
        rule="a refusal stands",
        because=_statements(refusals),
        towards=tuple(side for side in courting if side not in away),
        away=away,
    )


def talking(record: Record) -> Finding | None:
    """Either side or the report tells of a meeting or talks, held, under way or stalled."""
    talks = record.acts(Act.TALKS)
    if not talks:
        return None
    last = max(w.day for w in talks)
    waits = [w for w in record.acts(Act.WAITS) if w.day >= last - timedelta(days=1)]
    waiting_on, decider = _awaited(record, waits)
    latest = [w for w in talks if w.day == last]
    return Finding(
        status=Status.TALKING,
        rule="talks on record" + (", a decision pending" if waits else ""),
        because=_statements([*latest, *waits]),
        towards=_towards(record),
        waiting_on=waiting_on,
        decider=decider,
    )


def courting(record: Record) -> Finding | None:
    """One side wants, claims, demands or has approved it; the other has not answered yet."""
    towards = [w for side in record.sides for w in record.standing(side) if w.act in TOWARDS]
    told = [w for w in record.acts(*TOWARDS) if w.side is None]
    waits = record.acts(Act.WAITS)
    if not (towards or told or waits):
        return None
    waiting_on, decider = _awaited(record, waits)
    because = [*(towards or told[-1:]), *waits[-2:]]
    sides = _sides(towards) or _courts(record, told)
    if waiting_on is None and len(sides) == 1:
        waiting_on = record.pair.other(sides[0])
    approved = [w for w in towards if w.act is Act.AGREES]
    rule = "one side has approved" if approved else "one side courts"
    return Finding(
        status=Status.COURTING,
        rule=rule + (", an answer is awaited" if waits else ""),
        because=_statements(because),
        towards=sides,
        waiting_on=waiting_on,
        decider=decider,
    )


def silent(record: Record) -> Finding:
    """Nothing on record, or a denial with nothing to deny."""
    denials = record.acts(Act.DENIES)
    rule = "a denial with nothing to deny" if denials else "nothing on record"
    return Finding(
        status=Status.SILENT, rule=rule, because=_statements(denials), away=_sides(denials)
    )


#: In order; the first that holds decides. Silence is what remains.
RULES: tuple[Callable[[Record], Finding | None], ...] = (
    ended,
    disputed,
    agreed,
    refused,
    talking,
    courting,
)


def decide(record: Record) -> Finding:
    """The status of a relation from what is on record."""
    breaks = broken(record)
    if breaks and ended(record) is None:
        # An alliance that broke is history; what was said since decides.
        return decide(record.since(max(w.day for w in breaks)))
    for rule in RULES:
        finding = rule(record)
        if finding is not None:
            return finding
    return silent(record)


def _stands(record: Record, word: Word) -> bool:
    """Whether no later word of the same side has overtaken it."""
    opposite = AWAY if word.act in TOWARDS else TOWARDS
    return not any(
        w.side == word.side and w.day > word.day and w.act in opposite for w in record.words
    )


def _towards(record: Record) -> tuple[str, ...]:
    return tuple(
        side for side in record.sides if any(w.act in TOWARDS for w in record.standing(side))
    )


def _courts(record: Record, told: Sequence[Word]) -> tuple[str, ...]:
    """Who courts by the report's word: the party it names first."""
    first = [record.pair.side_of(w.statement.parties[0]) for w in told if w.act is not Act.AGREES]
    return tuple(dict.fromkeys(side for side in first if side))


def _awaited(record: Record, waits: Sequence[Word]) -> tuple[str | None, str | None]:
    """Whose answer is awaited, and with whom the decision is, by the last that says so.

    The report names the one awaited first; a side that says "no answer came" waits for the other.
    """
    decided = [w for w in waits if w.statement.decider]
    if decided:
        word = decided[-1]
        joint = " and " in str(word.statement.decider)
        return None if joint else word.side, word.statement.decider
    for word in reversed(waits):
        if word.side is None:
            return record.pair.side_of(word.statement.parties[0]), None
        return record.pair.other(word.side), None
    return None, None


def _sides(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.side for w in words if w.side))


def _statements(words: Sequence[Word]) -> tuple[Statement, ...]:
    """Each statement once, in order of time."""
    unique = {w.statement.id: w for w in words}
    ordered = sorted(
        unique.values(), key=lambda w: (w.day, w.statement.published, w.statement.start)
    )
    return tuple(w.statement for w in ordered)
