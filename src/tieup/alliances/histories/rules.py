"""Rules: what a relation's record makes of it. The first that holds decides.

The rule book has them in the same order and in words; here is when each holds.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.record import Record, last_day
from tieup.alliances.histories.words import Word
from tieup.statements import Statement
from tieup.vocabulary import TOWARDS, Act, Status

#: A claim and a denial contradict each other where both were made within so many days.
DISPUTE_DAYS = 60
#: Claims that talks or an alliance exist.
_CLAIMS = frozenset({Act.CLAIMS, Act.TALKS, Act.AGREES})


def decide(record: Record) -> Finding:
    """The status of a relation from what counts on record."""
    breaks = broken(record)
    if breaks and ended(record) is None:
        # An alliance that broke is history; what was said since decides.
        return decide(record.since(last_day(breaks)))
    for rule in RULES:
        finding = rule(record)
        if finding is not None:
            return finding
    return silent(record)


def broken(record: Record) -> list[Word]:
    """The words that break an alliance; the latest.

    After an agreement an end told by anyone, or a side's refusal; without one on record, an end
    that is told as a fact, or a side's end of what the other had claimed.
    """
    agreed_on = last_day(record.agreement)
    if agreed_on is None:
        ends = record.acts(Act.ENDS, side=None)
        for side in record.sides:
            if record.acts(Act.CLAIMS, Act.AGREES, side=record.pair.other(side)):
                ends += record.acts(Act.ENDS, side=side)
    else:
        ends = [w for w in record.acts(Act.ENDS) if w.day >= agreed_on]
        ends += [
            w
            for side in record.sides
            for w in record.acts(Act.REFUSES, side=side)
            if w.day > agreed_on and record.holds(w)
        ]
    last = last_day(ends)
    return [w for w in ends if w.day == last]


def ended(record: Record) -> Finding | None:
    """An alliance agreed and broken, or told to have broken, and nothing said towards it since."""
    breaks = broken(record)
    if not breaks or any(w.act in TOWARDS for w in record.since(last_day(breaks)).words):
        return None
    agreement = record.agreement
    claims = [] if agreement else record.acts(Act.CLAIMS, Act.AGREES)
    told = not agreement and all(w.side is None for w in breaks)
    return Finding(
        status=Status.ENDED,
        rule="told as ended" if told else "an alliance broken",
        because=_statements([*agreement, *([] if told else claims), *breaks]),
        away=_sides(breaks),
    )


def disputed(record: Record) -> Finding | None:
    """A claim of talks or an alliance by one side, its denial or refusal by the other.

    Each within 60 days of the other, neither taken back by its own side, and nothing told since.
    """
    for claimant in record.sides:
        denier = record.pair.other(claimant)
        claims = [w for w in record.standing(claimant) if w.act in _CLAIMS]
        claims += [w for w in record.acts(Act.CLAIMS, side=claimant) if record.holds(w)]
        near = _contradictions(record, claims, record.noes(denier, Act.DENIES, Act.REFUSES))
        if near:
            refused_ = all(denial.act is Act.REFUSES for _, denial in near)
            return Finding(
                status=Status.DISPUTED,
                rule="claim met by refusal" if refused_ else "claim met by denial",
                because=_statements([w for two in near for w in two]),
                towards=(claimant,),
                away=(denier,),
            )
    return None


def report_denied(record: Record) -> Finding | None:
    """Talks or an alliance that the report tells of, denied by a side afterwards."""
    told = record.acts(Act.TALKS, Act.AGREES, side=None)
    for side in record.sides:
        near = [
            (claim, denial)
            for claim, denial in _contradictions(record, told, record.noes(side, Act.DENIES))
            if denial.day > claim.day or (denial.day == claim.day and claim.act is Act.TALKS)
        ]
        if near:
            return Finding(
                status=Status.DISPUTED,
                rule="report met by denial",
                because=_statements([w for two in near for w in two]),
                away=(side,),
            )
    return None


def agreed(record: Record) -> Finding | None:
    """Both sides, or the report as a fact, say that an alliance or a deal in seats stands."""
    agreement = record.agreement
    if not agreement:
        return None
    rule = "agreed by both" if len(agreement) > 1 else "reported as agreed"
    return Finding(
        status=Status.AGREED, rule=rule, because=_statements(agreement), towards=record.sides
    )


def refused(record: Record) -> Finding | None:
    """A refusal by either side that the side has not taken back."""
    refusals = [w for side in record.sides for w in record.noes(side, Act.REFUSES, Act.ENDS)]
    if not refusals:
        return None
    return _refusal(record, "a refusal stands", refusals)


def told_refused(record: Record) -> Finding | None:
    """A refusal that only the report tells of, with nothing said towards it since.

    What is undecided, or talked about, that day is not refused.
    """
    refusals = [w for w in record.acts(Act.REFUSES, side=None) if record.holds(w)]
    last = last_day(refusals)
    if last is None or any(w.act in TOWARDS for w in record.since(last).words):
        return None
    if any(w.day >= last for w in record.acts(Act.WAITS, Act.TALKS)):
        return None
    return _refusal(record, "told as refused", [w for w in refusals if w.day == last])


def talking(record: Record) -> Finding | None:
    """Either side or the report tells of a meeting or talks, held, under way or stalled."""
    talks = record.acts(Act.TALKS)
    last = last_day(talks)
    if last is None:
        return None
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


#: In the order of the file; silence is what remains.
RULES: tuple[Callable[[Record], Finding | None], ...] = (
    ended,
    disputed,
    report_denied,
    agreed,
    refused,
    told_refused,
    talking,
    courting,
)


def _contradictions(
    record: Record, claims: Sequence[Word], denials: Sequence[Word]
) -> list[tuple[Word, Word]]:
    """Claims and denials near each other that nothing has closed since.

    An agreement closes a dispute, talks that are told of, and a side's refusal after it.
    """
    settling = [*record.agreement, *record.acts(Act.TALKS, side=None)]
    refusals = [w for side in record.sides for w in record.acts(Act.REFUSES, Act.ENDS, side=side)]

    def is_open(claim: Word, denial: Word) -> bool:
        last = max(claim.day, denial.day)
        settled_ = any(w.day >= last for w in settling if w is not claim)
        return not settled_ and not any(w.day > last for w in refusals)

    return [
        (claim, denial)
        for claim in claims
        for denial in denials
        if abs((claim.day - denial.day).days) <= DISPUTE_DAYS and is_open(claim, denial)
    ]


def _refusal(record: Record, rule: str, refusals: Sequence[Word]) -> Finding:
    away = _sides(refusals)
    return Finding(
        status=Status.REFUSED,
        rule=rule,
        because=_statements(refusals),
        towards=tuple(side for side in _towards(record) if side not in away),
        away=away,
    )


def _towards(record: Record) -> tuple[str, ...]:
    """The sides that move towards the other."""
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
