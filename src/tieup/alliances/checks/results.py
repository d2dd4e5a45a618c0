"""Results: claims of seats, majorities and vote shares, held against the returns.

What a statement has no field for is read from its quote again, by ``outcome_of``, the one reader of
such words. Tolerances:

- a share is right when it is the official one rounded to its own digits, of the valid votes or of
  all votes with None of the above, as both are published; 0.05 points are granted to other ways of
  rounding. Returns by segment lack the postal votes of a Lok Sabha election: there it is 0.15
  points, and 1 percent and 500 of a number of votes. What is off by no more than half a point is
  partly right: figures of the first count went round.
- where seats were polled later than the others, the first count and the last are both right.
- a deposit is lost below a sixth of the valid votes of the seat; of a front, a seat more or less is
  granted for members that stood beside its list.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tieup.alliances.checks.places import deposits, lost, placed, votes, won
from tieup.alliances.checks.poll import Poll, summed
from tieup.alliances.checks.verdicts import Check, Findings, uncheckable
from tieup.reading.results.outcomes import Measure, Outcome, outcome_of
from tieup.reading.text.figures import Figure
from tieup.reading.text.spans import Span
from tieup.regions.returns import NOTA
from tieup.statements import Statement

#: Points of a share that rounding elsewhere may cost, and in a Lok Sabha election.
_ROUNDED, _BY_SEGMENT = 0.05, 0.15
#: A share so near, in points, is right in part: the first count of the press, or another total.
_NEAR = 0.5


def result(statement: Statement, poll: Poll) -> Check:
    """What the returns say of a claim about one election."""
    outcome = _outcome(statement)
    if outcome is None:
        return uncheckable("no number and no seat named")
    absent = [party for party in statement.parties if not poll.stood([party])]
    if absent and not statement.participants:
        return uncheckable(f"{poll.names(absent)} stood nowhere in {poll.id}")
    return _VERIFIERS[outcome.measure](statement, outcome, poll)


def _outcome(statement: Statement) -> Outcome | None:
    """The claim: that of the quote, where it is the statement's; else what the fields alone say."""
    read = outcome_of(statement.quote)
    counts = list(statement.seats.values())
    if counts:
        said = read.figure if read and read.measure is Measure.SEATS else None
        if said and said.value == counts[0]:
            return read
        return replace(_bare(Measure.SEATS), figure=_exactly(counts[0]))
    if read is None and statement.places:
        return _bare(Measure.WON)
    return read


def _bare(measure: Measure) -> Outcome:
    return Outcome(measure=measure, rule="fields", span=Span(0, 0), words=Span(0, 0))


def _exactly(number: int) -> Figure:
    return Figure(value=number, low=number, high=number)


def _seats(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'won 77 of the 294 seats', 'from 3 to 77', 'drew a blank', 'together 76'."""
    groups: list[tuple[tuple[str, ...], Figure | None]] = [
        ((party,), outcome.figure if len(statement.seats) == 1 else _exactly(number))
        for party, number in statement.seats.items()
    ]
    found = Findings()
    for parties, figure in groups or [(statement.parties, outcome.figure)]:
        if figure is None:
            return uncheckable("no number told")
        counts = list(_won(statement, parties, poll))
        totals = [total for _, total in counts]
        holds = any(figure.holds(number) for number, _ in counts)
        at_first = holds and not figure.holds(counts[-1][0])
        told = (
            f"{poll.names(parties)} won {_counted(counts, at_first=at_first)}"
            f"{_where(statement)} in {poll.id}"
        )
        found.add(told + ("" if holds else f", not {figure.value:,.0f}"), holds=holds)
        if outcome.of is not None and outcome.of not in totals:
            if statement.places:
                return uncheckable(f"{told}: other borders than those of the {outcome.of} seats")
            found.add(f"there were {totals[-1]} seats, not {outcome.of}", holds=False)
        _before(found, statement, parties, outcome, poll)
    return found.check()


def _won(statement: Statement, parties: Sequence[str], poll: Poll) -> Iterator[tuple[int, int]]:
    """Seats won, and seats that there were: at first, and with those that were counted later."""
    own = poll.all_of_each(parties)
    for seats in poll.counted(poll.seats_in(statement.places), statement.published):
        yield sum(poll.returns.winners[no].party in own for no in seats), len(seats)


def _counted(counts: Sequence[tuple[int, int]], *, at_first: bool = False) -> str:
    """In words: of all seats, or of those counted first where a claim is right of these alone."""
    (number, total), (first, of_these) = counts[-1], counts[0]
    if at_first:
        return f"{first} of the {of_these} seats counted first, {number} of all {total},"
    return f"{number} of {total} seats"


def _before(
    found: Findings, statement: Statement, parties: Sequence[str], outcome: Outcome, poll: Poll
) -> None:
    """What it was before: adds to the verdict where the pack has that election."""
    if outcome.before is None:
        return
    earlier = poll.previous(outcome.before_year)
    if earlier is None:
        found.note("no returns of the election before")
        return
    then = replace(statement, published=poll.election.counted)
    if outcome.measure is Measure.SHARE:
        words, numbers = _polled(then, parties, earlier)
        slack = _slack(earlier)
    else:
        counts = list(_won(then, parties, earlier))
        words, numbers, slack = _counted(counts), [float(number) for number, _ in counts], 0.0
    holds = any(outcome.before.holds(number, slack) for number in numbers)
    claimed = "" if holds else f", not {outcome.before.value:g}"
    found.add(f"in {earlier.id} {words}{claimed}", holds=holds)


def _majority(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'a majority of the seats', 'a two-thirds majority'."""
    number, total = list(_won(statement, statement.parties, poll))[-1]
    needed = -(-2 * total // 3) if outcome.thirds else total // 2 + 1
    found = Findings()
    who = poll.names(statement.parties)
    told = f"{who} won {number} of {total} seats in {poll.id}; it takes {needed}"
    found.add(told, holds=number >= needed)
    return found.check()


def _share(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'polled 38 percent', 'fell from 7 to 5 percent', also in one seat or some districts."""
    words, numbers = _polled(statement, statement.parties, poll)
    if outcome.figure is None or not numbers:
        return uncheckable(words)
    found = Findings()
    holds = any(outcome.figure.holds(number, _slack(poll)) for number in numbers)
    told = f"{poll.names(statement.parties)} polled {words}{_where(statement)} in {poll.id}"
    near = any(outcome.figure.holds(number, _NEAR) for number in numbers)
    claimed = "" if holds else f", not {outcome.figure.value:g}%"
    found.add(told + claimed, holds=holds, near=near)
    _before(found, statement, statement.parties, outcome, poll)
    return found.check()


def _slack(poll: Poll) -> float:
    return _BY_SEGMENT if poll.returns.parents else _ROUNDED


def _polled(statement: Statement, parties: Sequence[str], poll: Poll) -> tuple[str, list[float]]:
    """A share in words, and in percent of the valid votes and of all with None of the above."""
    own = poll.all_of_each(parties)
    named = [poll.seat(place) for place in statement.places]
    seats = frozenset(no for no in named if no is not None) or poll.seats_in(statement.places)
    numbers: list[float] = []
    for counted in poll.counted(seats, statement.published):
        polled = summed(poll.returns.by_seat, counted)
        total = sum(polled.values())
        valid = total - polled.get(NOTA, 0)
        mine = sum(count for party, count in polled.items() if party in own)
        if valid:
            numbers += [100 * mine / valid, 100 * mine / total]
    if not numbers:
        return f"no votes by {' and '.join(statement.places)} in {poll.id}", []
    words = f"{numbers[-2]:.2f}% of the valid votes"
    if round(numbers[-1], 2) != round(numbers[-2], 2):
        words += f" ({numbers[-1]:.2f}% with None of the above)"
    return words, numbers


def _where(statement: Statement) -> str:
    return f" in {' and '.join(statement.places)}" if statement.places else ""


_VERIFIERS: dict[Measure, Callable[[Statement, Outcome, Poll], Check]] = {
    Measure.SEATS: _seats,
    Measure.MAJORITY: _majority,
    Measure.SHARE: _share,
    Measure.WON: won,
    Measure.LOST: lost,
    Measure.PLACE: placed,
    Measure.VOTES: votes,
    Measure.DEPOSITS: deposits,
}
