"""Scenario files: everything that a scenario can say, as TOML."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tieup.regions import Region
from tieup.scenarios.amounts import Pair, amount_of, pair_of
from tieup.scenarios.forms import ScenarioForm
from tieup.scenarios.places import places, seats
from tieup.scenarios.poll_files import load_polls
from tieup.scenarios.polls import pooled
from tieup.scenarios.refusals import ScenarioError
from tieup.scenarios.scenario import Scenario
from tieup.scenarios.seatings import Leaves
from tieup.scenarios.splits import Split
from tieup.scenarios.structures import parse_structure
from tieup.scenarios.texts import at, table_of

Amounts = Mapping[str, float | str]


def load_scenario(path: Path, region: Region, *, base: str | None = None) -> Scenario:
    """A scenario from a TOML file.

    Keys are base, structure, friendly, polls (a file beside it), and the tables swing, shares,
    transfer, [[split]], standing, [[leaves]] and [[support]]; an amount may be a number or, with
    its error, a text such as "46~1.5".

    Args:
        path: the file.
        region: whose parties and places it names.
        base: the election where the file has none.

    Raises:
        ScenarioError: for the first thing wrong, with the file and the key.
    """
    form, file = table_of(path, ScenarioForm), path.name
    election = form.base or base
    if election is None:
        message = f"{file}: base: is missing, and no other is given"
        raise ScenarioError(message)
    with at(f"{file}: base"):
        found = region.election(election)
    with at(f"{file}: structure"):
        blocs = parse_structure(form.structure, region)
    shares, share_errors = _by_party(file, "shares", form.shares, region)
    if form.polls is not None:
        pool = pooled(load_polls(path.parent / form.polls, region))
        share_errors = {**pool.errors, **dict.fromkeys(shares, 0.0), **share_errors}
        shares = {**pool.shares, **shares}
    transfer, transfer_errors = _by_pair(file, form.transfer, region)
    settled: dict[str, Any] = {
        "swing": _by_party(file, "swing", form.swing, region)[0],
        "shares": shares,
        "share_errors": {party: error for party, error in share_errors.items() if error},
        "transfer": transfer,
        "transfer_errors": transfer_errors,
        "splits": _splits(file, form, region),
        "standing": _standing(file, form, region),
        "leaves": _leaves(file, form, region),
        "support": _support(file, form, region),
        "friendly": form.friendly,
    }
    with at(file):
        return Scenario(base=found.id, blocs=blocs, **settled)


def _by_party(
    file: str, key: str, given: Amounts, region: Region
) -> tuple[dict[str, float], dict[str, float]]:
    """Amounts by party id, and errors of those that carry one."""
    found, errors = {}, {}
    for name, told in given.items():
        with at(f"{file}: {key}.{name}"):
            party = region.party(name).id
            if party in found:
                message = f"{party} is given twice"
                raise ScenarioError(message)
            found[party], error = _amount(told)
        if error is not None:
            errors[party] = error
    return found, errors


def _by_pair(
    file: str, given: Amounts, region: Region
) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """Parts by (from, to), and errors of those that carry one."""
    found, errors = {}, {}
    for name, told in given.items():
        with at(f"{file}: transfer.{name}"):
            pair = pair_of(name, region)
            if pair is None or pair in found:
                message = "write one such as 'INC:LF' = 0.6, once"
                raise ScenarioError(message)
            found[pair], error = _amount(told)
        if error is not None:
            errors[pair] = error
    return found, errors


def _amount(told: float | str) -> tuple[float, float | None]:
    amount = amount_of(str(told))
    if amount is None:
        message = f"'{told}' can't be read; write a number, or one with its error: '0.6~0.1'"
        raise ScenarioError(message)
    return amount


def _splits(file: str, form: ScenarioForm, region: Region) -> tuple[Split, ...]:
    found = []
    for number, split in enumerate(form.split, start=1):
        with at(f"{file}: split.{number}"):
            found.append(
                Split(
                    party=region.party(split.party).id,
                    parent=region.party(split.parent).id,
                    part=split.part,
                    sd=split.sd,
                    places=places(split.places, region),
                )
            )
    return tuple(found)


def _standing(file: str, form: ScenarioForm, region: Region) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for name, named in form.standing.items():
        with at(f"{file}: standing.{name}"):
            party = region.party(name).id
            if party in found:
                message = f"{party} is given twice"
                raise ScenarioError(message)
            found[party] = seats(named, region)
    return found


def _leaves(file: str, form: ScenarioForm, region: Region) -> Leaves:
    found: Leaves = {}
    for number, left in enumerate(form.leaves, start=1):
        with at(f"{file}: leaves.{number}"):
            pair = region.party(left.giver).id, region.party(left.taker).id
            if pair in found:
                message = f"{':'.join(pair)} is given twice"
                raise ScenarioError(message)
            found[pair] = seats(left.seats, region)
    return found


def _support(file: str, form: ScenarioForm, region: Region) -> tuple[Pair, ...]:
    found = []
    for number, told in enumerate(form.support, start=1):
        with at(f"{file}: support.{number}"):
            found.append((region.party(told.party).id, region.party(told.to).id))
    return tuple(found)
