"""Baselines: the rules of thumb that a projection has to beat, and stands beside."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats.contest import NOBODY, Contest, Floats
from tieup.seats.staging.stage import stage

#: Digits of an index in JSON.
DIGITS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Baselines:
    """What the rules of thumb say of a scenario; nothing is drawn.

    Attributes:
        blocs: the structure's.
        uniform: seats by bloc, if parties' candidates gain or lose the same points everywhere.
        proportional: the same, if they gain or lose the same part of their votes.
        government: the bloc, or party, that won most seats at the base.
        unity_before: how united the others were at the base: the mean of opposition_unity.
        unity: how united they are in the scenario.
    """

    blocs: tuple[tuple[str, ...], ...]
    uniform: tuple[int, ...]
    proportional: tuple[int, ...]
    government: tuple[str, ...]
    unity_before: float
    unity: float

    def to_json(self) -> dict[str, Any]:
        """The key "baselines" of a projection's JSON."""
        return {
            "blocs": [list(bloc) for bloc in self.blocs],
            "uniform_swing": list(self.uniform),
            "proportional_swing": list(self.proportional),
            "opposition_unity": {
                "government": list(self.government),
                "base": round(self.unity_before, DIGITS),
                "scenario": round(self.unity, DIGITS),
            },
        }


def baselines(region: Region, scenario: Scenario) -> Baselines:
    """The rules of thumb for a scenario: who stands where, and whose voters follow, is as in it.

    Where it gives no swing and no shares both swings are nothing, and agree.

    Raises:
        UnknownNameError, ScenarioError: as tieup.seats.project.
    """
    staged = stage(region, scenario)
    lineup = staged.lineup
    votes = _by_contender(staged.moved, lineup.contender_of)
    shares = {party: percent / 100 for party, percent in scenario.shares.items()} | {
        party: votes.statewide(frozenset({party})) + points / 100
        for party, points in scenario.swing.items()
    }
    named = lineup.blocs[: lineup.named]
    won = staged.base.seats_won()
    government = max(
        lineup.blocs,
        key=lambda bloc: sum(won.get(party, 0) for c in bloc for party in lineup.members[c]),
    )
    ruling = frozenset().union(*(lineup.members[contender] for contender in government))
    return Baselines(
        blocs=named,
        uniform=_seats(uniform_swing(votes, shares), named),
        proportional=_seats(proportional_swing(votes, shares), named),
        government=government,
        unity_before=float(opposition_unity(staged.base, ruling).mean()),
        unity=float(opposition_unity(staged.polled, ruling).mean()),
    )


def uniform_swing(contest: Contest, shares: Mapping[str, float]) -> Contest:
    """Every candidate of a party gains or loses the same points, wherever the party stands.

    A candidate can't have less than nothing; seats are not scaled back to their totals, for that
    would change no winner. A party that comes new has the same share everywhere.

    Args:
        contest: the base; parties of which `shares` says nothing stay as they are.
        shares: parts (0 to 1) of all valid votes that parties are to have.
    """
    weights = _weights(contest)
    found = contest.shares.copy()
    for party, share in _checked(contest, shares).items():
        mine = contest.of(frozenset({party}))
        standing = float(weights @ mine.sum(axis=1))
        if standing > 0:
            found[mine] += (share - contest.statewide(frozenset({party}))) / standing
    return _with(contest, np.maximum(found, 0.0))


def proportional_swing(contest: Contest, shares: Mapping[str, float]) -> Contest:
    """Every candidate of a party has its votes multiplied by one number, the party's.

    A party that has no votes at the base has the same share wherever it stands.

    Args:
        contest: the base; parties of which `shares` says nothing stay as they are.
        shares: parts (0 to 1) of all valid votes that parties are to have.
    """
    weights = _weights(contest)
    found = contest.shares.copy()
    for party, share in _checked(contest, shares).items():
        mine = contest.of(frozenset({party}))
        now = contest.statewide(frozenset({party}))
        standing = float(weights @ mine.sum(axis=1))
        if now > 0:
            found[mine] *= share / now
        elif standing > 0:
            found[mine] = share / standing
    return _with(contest, found)


def opposition_unity(contest: Contest, government: Collection[str]) -> Floats:
    """Shape (seats,): India's index of opposition unity, 0 to 100.

    The largest opponent's share of all that the government's opponents have: 100 where one
    candidate has all of it. Where the government has every vote, nothing is divided: 100.

    Args:
        contest: the votes.
        government: the parties that are not the opposition.

    Raises:
        ScenarioError: for a party that does not stand.
    """
    unknown = [party for party in government if party not in contest.parties]
    if unknown:
        message = (
            f"{', '.join(unknown)} did not stand; the parties are {', '.join(contest.parties)}"
        )
        raise ScenarioError(message)
    opposed = np.where(contest.of(frozenset(government)), 0.0, contest.votes)
    whole = opposed.sum(axis=1) + contest.rest
    unity: Floats = 100 * np.divide(
        opposed.max(axis=1), whole, out=np.ones_like(whole), where=whole > 0
    )
    return unity


def _by_contender(contest: Contest, contender_of: Mapping[str, str]) -> Contest:
    """The contest with each party under its contender's name, for a front moves as one."""
    names = tuple(dict.fromkeys(contender_of[party] for party in contest.parties))
    index = np.array([names.index(contender_of[party]) for party in contest.parties])
    return replace(
        contest, parties=names, party=np.where(contest.stood, index[contest.party], NOBODY)
    )


def _seats(contest: Contest, blocs: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Seats by bloc."""
    won = contest.seats_won()
    return tuple(sum(won.get(contender, 0) for contender in bloc) for bloc in blocs)


def _checked(contest: Contest, shares: Mapping[str, float]) -> Mapping[str, float]:
    """The shares, if they can be shares of these parties."""
    for party, share in shares.items():
        if party not in contest.parties:
            message = f"{party} did not stand; the parties are {', '.join(contest.parties)}"
            raise ScenarioError(message)
        if not 0 <= share <= 1:
            message = f"{party} can't have {100 * share:g} percent"
            raise ScenarioError(message)
    return shares


def _weights(contest: Contest) -> Floats:
    """Shape (seats,): parts of all valid votes."""
    totals = contest.totals
    weights: Floats = totals / max(float(totals.sum()), 1.0)
    return weights


def _with(contest: Contest, shares: Floats) -> Contest:
    """The contest with these shares of the seats' votes at the base."""
    return replace(contest, votes=np.where(contest.stood, shares, 0.0) * contest.totals[:, None])
