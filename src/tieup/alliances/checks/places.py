"""Places: who came first, second or last in a seat, by how many votes, and without a deposit."""

from tieup.alliances.checks.poll import Poll, summed
from tieup.alliances.checks.verdicts import Check, Findings, uncheckable
from tieup.reading.results.outcomes import Outcome
from tieup.reading.text.figures import Figure
from tieup.regions import Candidacy
from tieup.regions.returns import INDEPENDENT, NOTA, OTHERS
from tieup.statements import Statement

#: Of a number of votes in a Lok Sabha election, the postal ones that returns by segment lack.
_POSTAL_PART, _POSTAL = 0.01, 500
#: Who polls less than one of so many valid votes loses the deposit.
_DEPOSIT = 6
#: So many seats may a front's list and what its members did on their own differ by.
_OFF_THE_LIST = 1.0
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def won(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'won from Bhangar', 'by 1,956 votes', 'defeated her in Nandigram', 'wrested it from them'."""
    seats = _seats(statement, poll)
    if isinstance(seats, Check):
        return seats
    found = Findings()
    for place, seat in seats:
        first, *others = poll.ranked(seat)
        holds = _is(statement, first, poll)
        found.add(_winner(place, first), holds=holds)
        if outcome.figure is not None and others and holds:
            _votes(found, outcome.figure, first.votes - others[0].votes, "by {:,} votes", poll)
        for rival in statement.against:
            _rival(found, rival, seat, outcome, poll)
    return found.check()


def lost(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'lost Nandigram by 1,956 votes', 'was defeated by her'."""
    seats = _seats(statement, poll)
    if isinstance(seats, Check):
        return seats
    found = Findings()
    for place, seat in seats:
        own = poll.row(seat, statement.parties, statement.participants)
        first = poll.ranked(seat)[0]
        if own is None:
            return _absent(statement, place, poll)
        found.add(_winner(place, first), holds=own is not first)
        if own is first:
            continue
        found.note(f"{own.name} ({own.party}) polled {own.votes:,}")
        if outcome.figure is not None:
            _votes(found, outcome.figure, first.votes - own.votes, "{:,} votes behind", poll)
        if statement.against and not _is_named(statement.against[0], first, poll):
            found.add(f"not by {poll.name(statement.against[0])}", holds=False)
    return found.check()


def placed(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'finished third in Nandigram', 'was the runner-up', or a party's place in all the land."""
    claimed = int(outcome.figure.value) if outcome.figure else 0
    found = Findings()
    if not statement.places and not statement.participants:
        _placed_in_all(found, statement, claimed, poll)
        return found.check()
    seats = _seats(statement, poll)
    if isinstance(seats, Check):
        return seats
    for place, seat in seats:
        own = poll.row(seat, statement.parties, statement.participants)
        if own is None:
            return _absent(statement, place, poll)
        rank = poll.ranked(seat).index(own) + 1
        told = f"{own.name} ({own.party}) came {_ordinal(rank)} in {place}"
        found.add(f"{told}, {own.votes:,} votes", holds=rank == claimed)
    return found.check()


def votes(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'polled 1,10,764 votes', in a seat, or of a party in all."""
    if outcome.figure is None:
        return uncheckable("no number told")
    found = Findings()
    if not statement.places and not statement.participants:
        own = poll.all_of_each(statement.parties)
        totals = [
            sum(n for party, n in summed(poll.returns.by_seat, seats).items() if party in own)
            for seats in poll.counted(poll.returns.by_seat, statement.published)
        ]
        near = any(outcome.figure.holds(total, total * _POSTAL_PART) for total in totals)
        told = f"{poll.names(statement.parties)} polled {totals[-1]:,} votes in {poll.id}"
        found.add(told, holds=near)
        return found.check()
    seats = _seats(statement, poll)
    if isinstance(seats, Check):
        return seats
    for place, seat in seats:
        row = poll.row(seat, statement.parties, statement.participants)
        if row is None:
            return _absent(statement, place, poll)
        words = f"{row.name} ({row.party}) polled {{:,}} votes in {place}"
        _votes(found, outcome.figure, row.votes, words, poll)
    return found.check()


def deposits(statement: Statement, outcome: Outcome, poll: Poll) -> Check:
    """'lost its deposit in 39 of the 40 seats', 'lost the deposit in Bhangar'."""
    found = Findings()
    if outcome.figure is not None:
        stood = poll.stood(statement.parties)
        own = {no: poll.row(no, statement.parties, ()) for no in stood}
        forfeited = sum(row is not None and _is_forfeited(no, row, poll) for no, row in own.items())
        front = any(len(poll.all_of(party)) > 1 for party in statement.parties)
        number = len(stood) - forfeited if outcome.but else forfeited
        told = (
            f"{poll.names(statement.parties)} polled less than a sixth in {forfeited} of the "
            f"{len(stood)} seats in which it stood in {poll.id}"
        )
        found.add(told, holds=outcome.figure.holds(number, _OFF_THE_LIST if front else 0.0))
        return found.check()
    seats = _seats(statement, poll)
    if isinstance(seats, Check):
        return seats
    for place, seat in seats:
        row = poll.row(seat, statement.parties, statement.participants)
        if row is None:
            return _absent(statement, place, poll)
        part = 100 * row.votes / _valid(seat, poll)
        told = f"{row.name} ({row.party}) polled {part:.1f}% of the votes in {place}"
        found.add(told, holds=_is_forfeited(seat, row, poll))
    return found.check()


def _seats(statement: Statement, poll: Poll) -> list[tuple[str, int]] | Check:
    """The seats named, or the one where the person stood, against the rival where one is named."""
    found = []
    for place in statement.places:
        seat = poll.seat(place)
        if seat is None:
            return uncheckable(f"{place} is no seat of {poll.id}")
        found.append((place, seat))
    if found:
        return found
    if not statement.participants:
        return uncheckable("no seat named")
    person = statement.participants[0]
    stood = [
        seat
        for seat in poll.returns.by_seat
        if all(poll.row(seat, (), (name,)) for name in (person, *statement.against))
    ]
    if not stood:
        rival = f" against {statement.against[0]}" if statement.against else ""
        return uncheckable(f"{person} is not among the candidates of {poll.id}{rival}")
    best = poll.candidacy(person)
    seat = best[0] if best and best[0] in stood else stood[0]
    return [(poll.seat_names.get(seat, str(seat)), seat)]


def _is(statement: Statement, row: Candidacy, poll: Poll) -> bool:
    """Whether a candidate is who is meant: a person, of whatever party then, or a party."""
    if statement.participants:
        return poll.is_candidate(statement.participants[0], row.candidate)
    return not statement.parties or row.party in poll.all_of_each(statement.parties[:1])


def _is_named(name: str, row: Candidacy, poll: Poll) -> bool:
    if name in poll.region.parties:
        return row.party in poll.all_of(name)
    return poll.is_candidate(name, row.candidate)


def _rival(found: Findings, rival: str, seat: int, outcome: Outcome, poll: Poll) -> None:
    """Who was beaten: among the others; of a seat that was taken, who held it before."""
    if outcome.rule == "took from":
        earlier = poll.previous()
        if earlier is None:
            found.note("no returns of the election before")
            return
        held = earlier.returns.winners[seat]
        told = f"in {earlier.id} by {held.name} ({held.party})"
        found.add(told, holds=_is_named(rival, held, earlier))
        return
    beaten = next((r for r in poll.ranked(seat)[1:] if _is_named(rival, r, poll)), None)
    if beaten is None:
        found.add(f"{poll.name(rival)} was not among those beaten", holds=False)
    else:
        found.add(f"{beaten.name} ({beaten.party}) polled {beaten.votes:,}", holds=True)


def _votes(found: Findings, claimed: Figure, actual: int, words: str, poll: Poll) -> None:
    """A number of votes; postal ones may be missing in a Lok Sabha election."""
    slack = _POSTAL_PART * actual + _POSTAL if poll.returns.parents else 0.0
    holds = claimed.holds(actual, slack)
    told = words.format(actual)
    found.add(told if holds else f"{told}, not {claimed.value:,.0f}", holds=holds)


def _is_forfeited(seat: int, row: Candidacy, poll: Poll) -> bool:
    return row is not poll.ranked(seat)[0] and row.votes * _DEPOSIT < _valid(seat, poll)


def _valid(seat: int, poll: Poll) -> int:
    return sum(row.votes for row in poll.ranked(seat))


def _placed_in_all(found: Findings, statement: Statement, claimed: int, poll: Poll) -> None:
    """A party's place by seats or by votes; the members of another front count as one."""
    own = poll.all_of_each(statement.parties)
    ranks = []
    polled = summed(poll.returns.by_seat, poll.returns.by_seat)
    for numbers in (poll.returns.seats_won, polled):
        sums: dict[str, int] = {}
        for party, number in numbers.items():
            front = poll.region.front_of(party, poll.election.counted)
            group = front if front and not own & set(poll.all_of(front)) else party
            group = "" if party in own else group
            sums[group] = sums.get(group, 0) + number
        mine = sums.pop("", 0)
        nobody = (INDEPENDENT, NOTA, OTHERS)
        ranks.append(1 + sum(n > mine for group, n in sums.items() if group not in nobody))
    told = (
        f"{poll.names(statement.parties)} came {_ordinal(ranks[0])} in {poll.id} by seats and "
        f"{_ordinal(ranks[1])} by votes"
    )
    found.add(told, holds=claimed in ranks)


def _ordinal(rank: int) -> str:
    return _ORDINALS.get(rank, f"no. {rank}")


def _winner(place: str, row: Candidacy) -> str:
    return f"{place} was won by {row.name} ({row.party}), {row.votes:,} votes"


def _absent(statement: Statement, place: str, poll: Poll) -> Check:
    who = statement.participants[0] if statement.participants else poll.names(statement.parties)
    return uncheckable(f"{who} did not stand in {place} in {poll.id}")
