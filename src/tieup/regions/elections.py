"""An election: what is filled, when it was polled and counted, and who was allied in it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Literal

from tieup.regions.constituencies import CONSTITUENCIES, Constituency
from tieup.regions.files import PackError, once
from tieup.regions.forms import ElectionForm

#: Kinds of election that fill other seats than the constituencies.
BY_SEGMENT = frozenset({"lok-sabha"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """Parties that stood together in an election, as the record has it."""

    name: str
    parties: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One election.

    Attributes:
        id: such as "WB-2021" (assembly), "LS-2019-WB" (Lok Sabha by assembly segment) or "GE-15"
            (general).
        kind: what is filled: the region's own house, in an "assembly" or a "general" election, or
            its part of a larger one, in a "lok-sabha".
        polled_from, polled_to: first and last day of polling.
        counted: the day of the count; an article after it is about the next election.
        has_returns: whether the pack holds its votes.
        later: seats polled after the others, by number, with the day of their count.
        unopposed: seats without a poll, by number: their only candidate is elected, with no votes.
    """

    id: str
    kind: Literal["assembly", "general", "lok-sabha"]
    name: str
    polled_from: date | None
    polled_to: date | None
    counted: date
    has_returns: bool
    later: Mapping[int, date] = field(default_factory=dict)
    unopposed: frozenset[int] = frozenset()
    alliances: tuple[Alliance, ...] = ()

    @property
    def year(self) -> int:
        """The year of the count."""
        return self.counted.year

    @property
    def by_segment(self) -> bool:
        """Whether its seats are the constituencies' parents, and its returns by segment."""
        return self.kind in BY_SEGMENT


def elections_of(
    file: str,
    forms: Iterable[ElectionForm],
    parties: Container[str],
    constituencies: Mapping[int, Constituency],
) -> dict[str, Election]:
    """Elections by id, as a file has them.

    Raises:
        PackError: where an id stands twice, days are out of order, an alliance is of an unknown
            party, a seat is unknown, or an election with returns by segment has one in no seat.
    """
    given = tuple(forms)
    once(file, "[[election]]", (form.id for form in given), "id")
    orphan = next((c.no for c in constituencies.values() if c.parent_no is None), None)
    for form in given:
        place = f"[[election]] {form.id}"
        days = [day for day in (form.polled_from, form.polled_to, form.counted) if day]
        if days != sorted(days):
            reason = "polled_from, polled_to and counted are not in order of date"
            raise PackError(file, place, reason)
        for seat in form.later:
            if seat.no not in constituencies or seat.counted <= form.counted:
                reason = f"later: no {seat.no} on {seat.counted} is no seat counted later"
                raise PackError(file, place, reason)
        for no in form.unopposed:
            if no not in constituencies:
                raise PackError(file, place, f"unopposed: there is no constituency {no}")
        for party in chain.from_iterable(alliance.parties for alliance in form.alliance):
            if party not in parties:
                raise PackError(file, place, f"alliance: {party} is no party of this pack")
        if form.kind in BY_SEGMENT and form.official is not None and orphan:
            reason = f"no {orphan} needs a parent_no: {form.id} has returns by its segments"
            raise PackError(CONSTITUENCIES, f"line {orphan + 1}", reason)
    return {form.id: _election(form) for form in given}


def _election(form: ElectionForm) -> Election:
    return Election(
        id=form.id,
        kind=form.kind,
        name=form.name,
        polled_from=form.polled_from,
        polled_to=form.polled_to,
        counted=form.counted,
        has_returns=form.official is not None,
        later={seat.no: seat.counted for seat in form.later},
        unopposed=frozenset(form.unopposed),
        alliances=tuple(
            Alliance(name=a.name, parties=a.parties, source=a.source) for a in form.alliance
        ),
    )
