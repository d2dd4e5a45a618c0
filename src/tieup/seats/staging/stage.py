"""A stage: a scenario set up on its base, with everybody in place, before anything is drawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from tieup.regions import Region
from tieup.regions.returns import INDEPENDENT
from tieup.scenarios import Friendly, Scenario, ScenarioError
from tieup.seats.contest import Contest, Floats, contest, is_independent
from tieup.seats.staging.entries import Entry, entered
from tieup.seats.staging.followers import Followers, Pair, estimated, followed
from tieup.seats.staging.homecoming import homecoming, needing
from tieup.seats.staging.levels import levelled
from tieup.seats.staging.lineup import Lineup, lineup
from tieup.seats.staging.record import record
from tieup.seats.staging.splits import split_off
from tieup.seats.staging.standing import StandDown, left, stand_downs
from tieup.seats.staging.support import Support, support

Seats = Mapping[str, Collection[int]]
_PEOPLE = frozenset({INDEPENDENT})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stage:
    """A scenario on its base.

    Attributes:
        scenario: with the base's id as the region has it.
        base: the votes of the base election.
        split: the base after splits.
        lineup: who acts as one, and in which bloc.
        support: who lent votes to whom at the base.
        followers: the part of its voters that follows a party who leaves a seat.
        coming: who stood down at the base and stands now.
        held: split, with candidates for them.
        downs: who leaves which seats to whom.
        moved: the votes after stand-downs and transfer.
        polled: the votes after swing and shares, too.
    """

    scenario: Scenario
    base: Contest
    split: Contest
    lineup: Lineup
    support: Support
    followers: Followers
    coming: tuple[Entry, ...]
    held: Contest
    downs: tuple[StandDown, ...]
    moved: Contest
    polled: Contest

    @property
    def home(self) -> dict[str, int]:
        """In how many seats a contender has a candidate who had none before, by contender."""
        found = {}
        if self.held is not self.split:
            for contender, parties in self.lineup.members.items():
                had, has = (c.of(parties).any(axis=1) for c in (self.split, self.held))
                if new := int((has & ~had).sum()):
                    found[contender] = new
        return found


def stage(region: Region, scenario: Scenario) -> Stage:
    """Set a scenario up.

    Raises:
        UnknownNameError: for a party or election that the region does not know, or a base without
            returns, with the nearest known.
        ScenarioError: for a scenario that can't be.
    """
    election = region.election(scenario.base)
    base = contest(region, election.id)
    split = split_off(base, region, election.id, scenario.splits)
    sides = lineup(region, scenario, split.parties)
    past = record(region, election.id)
    rates = estimated(past)
    means = {pair: rate.mean for pair, rate in rates.items()}
    return staged(
        replace(scenario, base=election.id),
        base,
        sides,
        split=split,
        support=support(base, sides.members, past, means),
        followers=Followers.of(scenario, rates),
    )


def regrouped(region: Region, like: Stage, scenario: Scenario) -> Stage:
    """Set up a scenario in which the parties of a stage are grouped otherwise.

    What the same parties had, and lent, at the base does not depend on who stands with whom next,
    and is not worked out again.

    Args:
        region: the region.
        like: the stage, of the same base and splits.
        scenario: the scenario.

    Raises:
        UnknownNameError, ScenarioError: as for ``stage``.
    """
    sides = lineup(region, scenario, like.split.parties)
    if sides.members != like.lineup.members:
        return stage(region, scenario)
    return staged(
        replace(scenario, base=like.scenario.base),
        like.base,
        sides,
        split=like.split,
        support=like.support,
        followers=Followers.of(scenario, like.followers.estimated),
    )


def staged(  # noqa: PLR0913 - all but the first three are by keyword
    scenario: Scenario,
    base: Contest,
    sides: Lineup,
    *,
    split: Contest | None = None,
    support: Support | None = None,
    followers: Followers | None = None,
) -> Stage:
    """Set a scenario up on any house's votes, without a region pack.

    Args:
        scenario: its names are those of the lineup.
        base: the votes.
        sides: the lineup.
        split: the votes after splits; the base by default.
        support: who lent votes to whom; nobody by default.
        followers: rates; by default those stated, and else the prior.

    Raises:
        ScenarioError: for a scenario that can't be.
    """
    split, support = split or base, support or Support()
    followers = followers or Followers.of(scenario, {})
    placed = place(
        split,
        base,
        sides,
        support,
        followers,
        standing=scenario.standing,
        leaves=scenario.leaves,
        friendly=scenario.friendly,
    )
    return Stage(
        scenario=scenario,
        base=base,
        split=split,
        lineup=sides,
        support=support,
        followers=followers,
        coming=placed.coming,
        held=placed.held,
        downs=placed.downs,
        moved=placed.moved,
        polled=levelled(placed.moved, sides, scenario),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placing:
    """Candidates put in place.

    Attributes:
        coming: candidates who come home.
        held: the votes with a candidate for everybody who stands.
        downs: who leaves which seats to whom.
        moved: the votes after that.
    """

    coming: tuple[Entry, ...]
    held: Contest
    downs: tuple[StandDown, ...]
    moved: Contest


def place(  # noqa: PLR0913 - all but the first five are by keyword
    split: Contest,
    base: Contest,
    lineup: Lineup,
    support: Support,
    followers: Followers,
    *,
    standing: Seats,
    leaves: Mapping[Pair, Collection[int]],
    friendly: Friendly,
) -> Placing:
    """Put everybody in place: who comes home, who leaves a seat to a partner, then to others.

    Raises:
        ScenarioError: where somebody leaves a seat in which it, or the taker, does not stand.
    """
    named = needing(standing, leaves)
    coming = tuple(homecoming(split, base, lineup, support, named))
    held = entered(split, coming)
    partners = (contender for bloc in lineup.blocs if len(bloc) > 1 for contender in bloc)
    stood = {c: np.asarray(split.of(lineup.members[c]).any(axis=1)) for c in partners}
    downs = stand_downs(held, lineup, friendly, standing, stood)
    moved = followed(held, downs, followers)
    gone = left(moved, lineup, leaves)
    return Placing(
        coming=coming,
        held=held,
        downs=(*downs, *gone),
        moved=followed(moved, gone, followers),
    )


def fielded(stage: Stage, partner: str) -> Contest:
    """The contest if a partner stood for its bloc in every seat.

    The candidates of the other blocs are those of the stage, with the votes that they have then.
    Swing and shares are carried over: each candidate gains or loses by the same factor as in the
    stage, and the partner by its bloc's.

    Args:
        stage: with the partner in a bloc of several.
        partner: a contender of it that has votes at the base, or by a split.

    Returns:
        The votes. The first columns are the candidates of `base`, in its order; who came after them
        may stand in other columns than in the stage's `polled`.

    Raises:
        ScenarioError: where the partner has no votes.
    """
    mine, bloc = stage.lineup.members.get(partner), stage.lineup.bloc_of(partner)
    if not mine:
        message = (
            f"{partner} has no votes at {stage.scenario.base}, so that nobody can stand for it"
        )
        raise ScenarioError(message)
    seats = tuple(stage.base.numbers.tolist())
    others = {name: s for name, s in stage.scenario.standing.items() if name not in bloc}
    leaves = {pair: s for pair, s in stage.scenario.leaves.items() if pair[0] not in bloc}
    placed = place(
        stage.split,
        stage.base,
        stage.lineup,
        stage.support,
        stage.followers,
        standing={**others, partner: seats},
        leaves=leaves,
        friendly=stage.scenario.friendly,
    ).moved
    if stage.polled is stage.moved:
        return placed
    return _carried(stage, placed, bloc)


def _carried(stage: Stage, placed: Contest, bloc: tuple[str, ...]) -> Contest:
    """The votes placed, each moved by the factor by which swing and shares move the stage's."""
    before, after = stage.moved, stage.polled
    ours = frozenset().union(*(stage.lineup.members[c] for c in bloc))
    votes = placed.votes * _factor(before, after, ours)[:, None]
    for index, party in enumerate(placed.parties):
        if party not in ours and not is_independent(party):
            mine = placed.party == index
            votes = np.where(mine, placed.votes * _factor(before, after, {party})[:, None], votes)
    # Independents are people: each keeps the column, and is not added up.
    own = slice(stage.base.votes.shape[1])
    was, now, people = before.votes[:, own], after.votes[:, own], placed.of(_PEOPLE)[:, own]
    kept = np.divide(now, was, out=np.ones_like(was), where=was > 0)
    votes[:, own] = np.where(people, placed.votes[:, own] * kept, votes[:, own])
    rest = placed.rest * np.divide(
        after.rest, before.rest, out=np.ones_like(after.rest), where=before.rest > 0
    )
    sums = votes.sum(axis=1) + rest
    scale = np.divide(placed.totals, sums, out=np.ones_like(sums), where=sums > 0)
    return replace(placed, votes=votes * scale[:, None], rest=rest * scale)


def _factor(before: Contest, after: Contest, parties: Collection[str]) -> Floats:
    """Shape (seats,): by what the parties' votes were multiplied; 1 where they had none."""
    was, now = ((c.votes * c.of(frozenset(parties))).sum(axis=1) for c in (before, after))
    factor: Floats = np.divide(now, was, out=np.ones_like(was), where=was > 0)
    return factor
