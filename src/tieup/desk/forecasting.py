"""Forecasting: what scenarios of a region would bring, from its returns alone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from tieup.regions import Election, NoReturnsError, Region
from tieup.scenarios import (
    Friendly,
    Scenario,
    ScenarioError,
    Structure,
    load_polls,
    load_scenario,
    parse_leaves,
    parse_share_errors,
    parse_shares,
    parse_splits,
    parse_standing,
    parse_structure,
    parse_support,
    parse_swing,
    parse_transfer,
    parse_transfer_errors,
    pooled,
)
from tieup.seats import Contest, Projection, contest, project
from tieup.seats.backtest import Row, Study, pasts, rows, trials
from tieup.seats.backtest import pairs as pairs_of
from tieup.seats.baselines import Baselines, baselines
from tieup.seats.draws import Progress
from tieup.seats.sweep import Sweep, pairs, sweep
from tieup.seats.transfer import TransferMatrix, between, groups_of, leading


class Forecasting:
    """Scenarios as people write them, and every way to work out what they would bring."""

    @property
    def region(self) -> Region:
        """The region that questions are about."""
        raise NotImplementedError

    def scenario(  # noqa: PLR0913 - one parameter an assumption
        self,
        structure: str,
        *,
        base: str,
        swing: str = "",
        shares: str = "",
        transfer: str = "",
        splits: Iterable[str] = (),
        standing: Iterable[str] = (),
        leaves: Iterable[str] = (),
        support: str = "",
        polls: str | Path | None = None,
        friendly: Friendly = "kept",
    ) -> Scenario:
        """A scenario as people write it.

        Args:
            structure: "LF+INC+ISF / TMC / BJP".
            base: the election that it starts from.
            swing: "BJP=+2,TMC=-1", points statewide.
            shares: "BJP=46~2,TMC=41", percent statewide, with their errors where given.
            transfer: "INC:LF=0.6~0.1", the part that follows, with its error where given.
            splits: "JUP:TMC=0.25@Murshidabad,Malda", one each.
            standing: "INC=52,53,Farakka", who of a bloc stands where, one a partner.
            leaves: "LF:INC=52,53", seats left without an alliance.
            support: "ISF:LF", who counts for whose majority without joining it.
            polls: a file of polls whose pooled shares, with their errors, stand where `shares`
                is silent.
            friendly: what becomes of friendly contests of the base.

        Raises:
            ScenarioError: where it contradicts itself, or the polls can't be read.
            UnknownNameError: for an unknown party, seat or election, with the nearest known.
        """
        region = self.region
        pool = pooled(load_polls(Path(polls), region)) if polls else None
        told, told_errors = parse_shares(shares, region), parse_share_errors(shares, region)
        polled = {
            party: share
            for party, share in (pool.shares if pool else {}).items()
            if party not in told
        }
        return Scenario(
            base=region.election(base).id,
            blocs=parse_structure(structure, region),
            swing=parse_swing(swing, region),
            shares=polled | told,
            share_errors={p: pool.errors[p] for p in polled} | told_errors if pool else told_errors,
            transfer=parse_transfer(transfer, region),
            transfer_errors=parse_transfer_errors(transfer, region),
            splits=parse_splits(splits, region),
            standing=parse_standing(standing, region),
            leaves=parse_leaves(leaves, region),
            support=parse_support(support, region),
            friendly=friendly,
        )

    def scenario_from(self, path: str | Path, *, base: str | None = None) -> Scenario:
        """A scenario from a TOML file.

        Raises:
            ScenarioError: for the first thing wrong, with the file and the key.
            UnknownNameError: for an unknown party, seat or election, with the nearest known.
        """
        return load_scenario(Path(path), self.region, base=base)

    def project(
        self,
        scenario: Scenario,
        *,
        draws: int = 10_000,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> Projection:
        """What a scenario would bring in seats."""
        return project(self.region, scenario, draws=draws, seed=seed, progress=progress)

    def baselines(self, scenario: Scenario) -> Baselines:
        """What the rules of thumb say of a scenario, beside its projection."""
        return baselines(self.region, scenario)

    def sweep(  # noqa: PLR0913 - one parameter a condition
        self,
        parties: str,
        *,
        base: str,
        wins: str = "",
        by: Literal["seats", "majority"] = "seats",
        together: str = "",
        apart: str = "",
        reference: str = "",
        swing: str = "",
        shares: str = "",
        transfer: str = "",
        draws: int = 10_000,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> Sweep:
        """Every structure of some parties, ranked.

        Args:
            parties: "LF+INC+ISF+TMC+BJP", up to eight.
            base: the election that they start from.
            wins: "LF+INC", whose seats are counted; the first of the parties where empty.
            by: what the structures are ranked by.
            together: "LF+INC,ISF+JUP", pairs in one bloc.
            apart: "TMC+BJP", pairs never in one.
            reference: the structure that gains are counted from; all alone where empty.
            swing: as for ``scenario``.
            shares: as for ``scenario``.
            transfer: as for ``scenario``.
            draws: elections to simulate.
            seed: of the draws.
            progress: told how many steps are done, of how many.

        Raises:
            ScenarioError: for parties, conditions or assumptions that can't be.
            UnknownNameError: for an unknown party or election, with the nearest known.
        """
        chosen = _named(parties)
        like = self.scenario(
            "/".join(chosen), base=base, swing=swing, shares=shares, transfer=transfer
        )
        against: Structure | None = parse_structure(reference, self.region) if reference else None
        return sweep(
            self.region,
            like,
            chosen,
            wins=_named(wins) if wins else (),
            by=by,
            together=pairs(together, self.region),
            apart=pairs(apart, self.region),
            reference=against,
            draws=draws,
            seed=seed,
            progress=progress,
        )

    def transfer(
        self, earlier: str, later: str, *, parties: str = "", abstention: bool = True
    ) -> TransferMatrix:
        """Where the voters of one election went in another.

        Args:
            earlier: an election's id.
            later: another's.
            parties: "TMC,BJP,LF,INC", the options; those with 2 percent in either where empty.
            abstention: whether those who gave no vote are an option, where electors are known.

        Raises:
            TransferError: for what can't be estimated.
            UnknownNameError: for an unknown party or election, with the nearest known.
        """
        region = self.region
        one, other = (region.election(election).id for election in (earlier, later))
        named = tuple(name.strip() for name in parties.split(",") if name.strip())
        groups = named or leading(region, (one, other))
        return between(
            contest(region, one),
            contest(region, other),
            groups_of(region, one, groups),
            groups_of(region, other, groups),
            abstention=abstention,
        )

    def backtest(
        self,
        *,
        until: bool = False,
        changed: bool = False,
        draws: int = 4_000,
        seed: int = 1,
        progress: Progress | None = None,
    ) -> Sequence[Row]:
        """Each past election foretold from the one before, beside plain swings.

        Args:
            until: whether only elections up to the base may be learned from.
            changed: try only those before which parties that matter came together or parted.
            draws: of each forecast.
            seed: of the draws.
            progress: told the steps done, of how many.
        """
        studies = [Study(pair=pair) for pair in pairs_of(pasts(self.region))]
        only = [study for study in studies if study.pair.alliances_changed or not changed]
        return rows(
            trials(studies, only=only, until=until, draws=draws, seed=seed, progress=progress)
        )

    def _counted(self) -> list[Election]:
        """The elections with returns; never none."""
        known = [e for e in self.region.elections.values() if e.has_returns]
        if not known:
            raise NoReturnsError(self.region.name)
        return known

    def latest_base(self, day: date | None = None) -> str:
        """What the next election starts from: the last with returns of the own house, else of any.

        Args:
            day: only what is counted by its end, else the first with any; None for all.

        Raises:
            NoReturnsError: for a region without returns.
        """
        ordered = sorted(self._counted(), key=lambda election: election.counted)
        known = [election for election in ordered if day is None or election.counted <= day]
        return max(known or ordered[:1], key=lambda e: (not e.by_segment, e.counted)).id

    def base_before(self, day: date) -> str:
        """The last election with returns that was counted before a day; else the first with any.

        Raises:
            NoReturnsError: for a region without returns.
        """
        ordered = sorted(self._counted(), key=lambda election: election.counted)
        before = [election for election in ordered if election.counted < day]
        return (before or ordered[:1])[-1].id

    def contest(self, election: str) -> Contest:
        """The votes of an election as arrays."""
        return contest(self.region, self.region.election(election).id)

    def shares(self, base: str) -> Mapping[str, float]:
        """Percent of the valid votes at an election, by party; a front's members count for it."""
        polled = self.contest(base)
        day = self.region.election(base).counted
        found: dict[str, float] = {}
        for party in polled.parties:
            acts = self.region.front_of(party, day) or party
            found[acts] = found.get(acts, 0.0) + 100 * polled.statewide(frozenset({party}))
        return dict(sorted(found.items(), key=lambda item: -item[1]))


def _named(text: str) -> Sequence[str]:
    """Names between plus signs.

    Raises:
        ScenarioError: where one is missing.
    """
    names = [name.strip() for name in text.split("+")]
    if not all(names):
        message = f"'{text}' lacks a party beside a +; write it as LF+INC+ISF"
        raise ScenarioError(message)
    return names
