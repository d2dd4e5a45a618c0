"""Baselines: the rules of thumb that a projection has to beat."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from tieup.scenarios import ScenarioError
from tieup.seats.contest import Contest, Floats

Swing = Callable[[Contest, Mapping[str, float]], Contest]


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


def opposition_unity(contest: Contest, government: Sequence[str]) -> Floats:
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
