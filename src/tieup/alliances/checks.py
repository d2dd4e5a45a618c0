"""Checks: what texts claim about past elections, held against the official returns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz, utils

from tieup.regions import Candidacy, Election, Region, Returns
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Kind

#: Two spellings of one candidate's name are at least so alike (token sort ratio, 0 to 100).
SAME_NAME = 78
#: Two parties stood together where they met in at most this share of the smaller one's seats, and
#: apart where they met in more than that; between the two it is neither.
TOGETHER, APART = 0.1, 0.5


class Verdict(StrEnum):
    """What the returns say of a claim."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The verdict on one statement, with the figures that it rests on, in words."""

    verdict: Verdict
    figures: str

    def to_json(self) -> dict[str, Any]:
        """As published in the contract: the verdict and the figure."""
        return {"verdict": self.verdict.value, "figures": self.figures}


def check(statement: Statement, region: Region) -> Check | None:
    """What the returns say of a statement; None where it claims nothing about a past election."""
    if not statement.background or statement.election is None:
        return None
    if statement.kind is Kind.RESULT:
        verify = _result
    elif statement.form is Form.STAND_DOWN and statement.against:
        verify = _stand_down
    elif statement.act in (Act.ENDS, Act.REFUSES, Act.AGREES) and len(statement.parties) > 1:
        verify = _stood_together
    else:
        return None
    election = region.elections.get(statement.election)
    if election is None or not election.has_returns:
        return Check(
            verdict=Verdict.UNCHECKABLE, figures=f"no returns of {statement.election} in the pack"
        )
    return verify(statement, region, election, region.returns(election.id))


def _result(statement: Statement, region: Region, election: Election, returns: Returns) -> Check:
    if statement.seats:
        return _seats(statement, region, election, returns)
    if statement.places:
        return _winner(statement, region, election, returns)
    return Check(verdict=Verdict.UNCHECKABLE, figures="no number and no seat named")


def _seats(statement: Statement, region: Region, election: Election, returns: Returns) -> Check:
    """'won just one seat', 'drew a blank'; seats counted after the text do not count yet."""
    right, told = [], []
    counted = [
        row
        for seat, row in returns.winners.items()
        if election.later.get(seat, election.counted) <= statement.published
    ]
    for party, claimed in statement.seats.items():
        own = _all_of(party, region, election)
        won = sum(row.party in own for row in counted)
        right.append(won == claimed)
        told.append(
            f"{_name(party, region)} won {won} of {len(counted)} seats in {election.id}"
            + ("" if won == claimed else f", not {claimed}")
        )
    return Check(verdict=_verdict(right), figures="; ".join(told))


def _winner(statement: Statement, region: Region, election: Election, returns: Returns) -> Check:
    """'won from Bhangar'."""
    numbers = {name: no for no, name in _seat_names(region, returns).items()}
    right, told = [], []
    for place in statement.places:
        row = returns.winners.get(numbers.get(place, -1))
        if row is None:
            return Check(
                verdict=Verdict.UNCHECKABLE, figures=f"{place} is no seat of {election.id}"
            )
        party = statement.parties[0] if statement.parties else None
        people = statement.participants
        same_party = party is None or row.party in _all_of(party, region, election)
        same_name = not people or _is_candidate(people[0], row.candidate, region)
        right.append(same_party and same_name)
        told.append(f"{place} was won by {row.candidate} ({row.party}), {row.votes:,} votes")
    return Check(verdict=_verdict(right), figures="; ".join(told))


def _stood_together(
    statement: Statement, region: Region, election: Election, returns: Returns
) -> Check:
    """'the alliance collapsed', 'they fought together': in how many seats the partners met."""
    met, told = [], []
    total = len(returns.by_seat)
    for one, two in statement.pairs or tuple(combinations(sorted(statement.parties), 2)):
        seats = [returns.contested(_all_of(p, region, election)) for p in (one, two)]
        overlap, smaller = len(seats[0] & seats[1]), min(map(len, seats))
        if not smaller:
            told.append(f"{_name(one if not seats[0] else two, region)} stood nowhere")
            continue
        met.append(overlap / smaller)
        told.append(
            f"{_name(one, region)} and {_name(two, region)} stood against each other in {overlap} "
            f"of {total} seats of {election.id} ({_name(one, region)} stood in {len(seats[0])}, "
            f"{_name(two, region)} in {len(seats[1])})"
        )
    figures = "; ".join(told)
    if not met:
        return Check(verdict=Verdict.UNCHECKABLE, figures=figures)
    together = [share <= TOGETHER for share in met]
    apart = [share > APART for share in met]
    as_told, opposite = (together, apart) if statement.act is Act.AGREES else (apart, together)
    if all(as_told):
        return Check(verdict=Verdict.CONFIRMED, figures=figures)
    verdict = Verdict.CONTRADICTED if all(opposite) else Verdict.PARTLY
    return Check(verdict=verdict, figures=figures)


def _stand_down(
    statement: Statement, region: Region, election: Election, returns: Returns
) -> Check:
    """'did not field any candidates against X and Y'."""
    names = _seat_names(region, returns)
    right, told = [], []
    for person in statement.against:
        found = _candidacy(person, returns, region)
        if found is None:
            told.append(f"{person} is not among the candidates of {election.id}")
            continue
        seat, own = found
        others = [p for p in statement.parties if own.party not in _all_of(p, region, election)]
        members = {m for p in others for m in _all_of(p, region, election)}
        stood = [row for row in returns.by_seat[seat] if row.party in members]
        right.append(not stood)
        against = ", ".join(f"{r.candidate} ({r.party}) polled {r.votes:,}" for r in stood)
        nobody = f"nobody of {' or '.join(_name(p, region) for p in others)}"
        told.append(f"{names.get(seat, seat)}: {against or nobody}")
    if not right:
        return Check(verdict=Verdict.UNCHECKABLE, figures="; ".join(told))
    return Check(verdict=_verdict(right), figures="; ".join(told))


def _seat_names(region: Region, returns: Returns) -> dict[int, str]:
    """Names of the seats by number: constituencies, or their parents in a Lok Sabha election."""
    seats = region.constituencies.values()
    if not returns.parents:
        return {c.no: c.name for c in seats}
    return {
        c.parent_no: c.parent for c in seats if c.parent_no is not None and c.parent is not None
    }


def _candidacy(person: str, returns: Returns, region: Region) -> tuple[int, Candidacy] | None:
    """Where a person stood: seat and row; the one with the most votes, of several of the name."""
    found: list[tuple[int, Candidacy]] = [
        (seat, row)
        for seat, rows in returns.by_seat.items()
        for row in rows
        if _is_candidate(person, row.candidate, region)
    ]
    parties = {r.party for r in region.people[person].roles} if person in region.people else set()
    own = [item for item in found if item[1].party in parties] or found
    return max(own, key=lambda item: item[1].votes) if own else None


def _is_candidate(person: str, written: str, region: Region) -> bool:
    """Whether a name in the returns is this person's, in any of its spellings."""
    known = region.people.get(person)
    forms = (person, *known.forms) if known else (person,)
    plain = written.split("(", maxsplit=1)[0]
    return any(
        max(
            fuzz.token_sort_ratio(form, plain, processor=utils.default_process),
            fuzz.token_set_ratio(form, plain, processor=utils.default_process)
            if len(form.split()) > 1
            else 0,
        )
        >= SAME_NAME
        for form in forms
    )


def _all_of(party: str, region: Region, election: Election) -> Sequence[str]:
    """A party, or a front's members at that election; a party may stand on its own name as well."""
    return tuple(dict.fromkeys((party, *region.parties_of(party, election.counted))))


def _name(party: str | None, region: Region) -> str:
    known = region.parties.get(party or "")
    return known.short if known else str(party)


def _verdict(right: Iterable[bool]) -> Verdict:
    """Confirmed where all holds, contradicted where nothing does, else partly."""
    held = list(right)
    if all(held):
        return Verdict.CONFIRMED
    return Verdict.PARTLY if any(held) else Verdict.CONTRADICTED
