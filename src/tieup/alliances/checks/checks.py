"""Checks: what texts claim about past elections, held against the official returns."""

from collections.abc import Callable
from itertools import combinations

from tieup.alliances.checks.poll import Poll
from tieup.alliances.checks.results import result
from tieup.alliances.checks.verdicts import Check, Findings, Verdict, uncheckable
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Kind

__all__ = ["Check", "Verdict", "check"]

#: Two parties stood together where they met in at most this share of the smaller one's seats, and
#: apart where they met in more than that; between the two it is neither.
TOGETHER, APART = 0.1, 0.5


def check(statement: Statement, region: Region) -> Check | None:
    """What the returns say of a statement; None where it claims nothing about a past election."""
    if not statement.background or statement.election is None:
        return None
    verify = _verifier(statement)
    if verify is None:
        return None
    poll = Poll.of(region, statement.election)
    if poll is None:
        return uncheckable(f"no returns of {statement.election} to check it by")
    return verify(statement, poll)


def _verifier(statement: Statement) -> Callable[[Statement, Poll], Check] | None:
    """How the returns are asked about a statement."""
    if statement.kind is Kind.RESULT:
        return result
    if statement.form is Form.STAND_DOWN and statement.against:
        return _stand_down
    if statement.act in (Act.ENDS, Act.REFUSES, Act.AGREES) and len(statement.parties) > 1:
        return _stood_together
    return None


def _stood_together(statement: Statement, poll: Poll) -> Check:
    """'the alliance collapsed', 'they fought together': in how many seats the partners met."""
    met, told = [], []
    total = len(poll.returns.by_seat)
    for one, two in statement.pairs or tuple(combinations(sorted(statement.parties), 2)):
        seats = [poll.stood([party]) for party in (one, two)]
        overlap, smaller = len(seats[0] & seats[1]), min(map(len, seats))
        if not smaller:
            told.append(f"{poll.name(one if not seats[0] else two)} stood nowhere")
            continue
        met.append(overlap / smaller)
        told.append(
            f"{poll.name(one)} and {poll.name(two)} stood against each other in {overlap} "
            f"of {total} seats of {poll.id} ({poll.name(one)} stood in {len(seats[0])}, "
            f"{poll.name(two)} in {len(seats[1])})"
        )
    figures = "; ".join(told)
    if not met:
        return uncheckable(figures)
    together = [share <= TOGETHER for share in met]
    apart = [share > APART for share in met]
    as_told, opposite = (together, apart) if statement.act is Act.AGREES else (apart, together)
    if all(as_told):
        return Check(verdict=Verdict.CONFIRMED, figures=figures)
    verdict = Verdict.CONTRADICTED if all(opposite) else Verdict.PARTLY
    return Check(verdict=verdict, figures=figures)


def _stand_down(statement: Statement, poll: Poll) -> Check:
    """'did not field any candidates against X and Y'."""
    checked = Findings()
    for person in statement.against:
        found = poll.candidacy(person)
        if found is None:
            checked.note(f"{person} is not among the candidates of {poll.id}")
            continue
        seat, own = found
        others = [p for p in statement.parties if own.party not in poll.all_of(p)]
        members = poll.all_of_each(others)
        stood = [row for row in poll.returns.by_seat[seat] if row.party in members]
        against = ", ".join(f"{r.name} ({r.party}) polled {r.votes:,}" for r in stood)
        nobody = f"nobody of {' or '.join(map(poll.name, others))}"
        told = f"{poll.seat_names.get(seat, seat)}: {against or nobody}"
        checked.add(told, holds=not stood)
    return checked.check()
