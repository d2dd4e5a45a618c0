"""Scenarios: structures of blocs and the assumptions with them, by hand or from the board."""

from tieup.scenarios.amounts import (
    parse_share_errors,
    parse_shares,
    parse_swing,
    parse_transfer,
    parse_transfer_errors,
)
from tieup.scenarios.chances import grouped, pair_chances
from tieup.scenarios.files import load_scenario
from tieup.scenarios.mixture import Mixture, mixture
from tieup.scenarios.places import Places
from tieup.scenarios.poll_files import load_polls
from tieup.scenarios.polls import Poll, Pool, pooled
from tieup.scenarios.proposals import Proposal, proposed_splits
from tieup.scenarios.refusals import ScenarioError
from tieup.scenarios.scenario import ROUNDING, Friendly, Scenario
from tieup.scenarios.seatings import parse_leaves, parse_standing, parse_support
from tieup.scenarios.splits import Split, parse_splits
from tieup.scenarios.structures import Structure, parse_structure, written

__all__ = [
    "ROUNDING",
    "Friendly",
    "Mixture",
    "Places",
    "Poll",
    "Pool",
    "Proposal",
    "Scenario",
    "ScenarioError",
    "Split",
    "Structure",
    "grouped",
    "load_polls",
    "load_scenario",
    "mixture",
    "pair_chances",
    "parse_leaves",
    "parse_share_errors",
    "parse_shares",
    "parse_splits",
    "parse_standing",
    "parse_structure",
    "parse_support",
    "parse_swing",
    "parse_transfer",
    "parse_transfer_errors",
    "pooled",
    "proposed_splits",
    "written",
]
