"""Deals: who of the partners should stand where, what it costs, and whether it would hold."""

from tieup.deals.allocation import Allocation, Objective, allocate
from tieup.deals.apart.apart import apart_of
from tieup.deals.apart.standdowns import StandDowns, stand_downs
from tieup.deals.apart.truce import LeftSeat, Truce, truce
from tieup.deals.deal import Deal, SeatDeal, deal, told
from tieup.deals.demands.asked import OnRecord, on_record
from tieup.deals.demands.demands import (
    Balance,
    Cap,
    Demand,
    Demands,
    Friendly,
    Must,
    Never,
    NoLoss,
    Quota,
    Reserved,
    Sitting,
)
from tieup.deals.demands.parsing import (
    DemandTexts,
    parse_demands,
    parse_ladder,
    parse_pair,
    parse_swaps,
)
from tieup.deals.errors import ConflictError, DealError
from tieup.deals.fielding import prospects_of, values_of
from tieup.deals.former import load_former
from tieup.deals.frontier import Split, exchanges, splits
from tieup.deals.outlook import Difference, Outlook, Share, outlook
from tieup.deals.prices import Ladder, Price, ladder, prices
from tieup.deals.prospects import Footing, Prospects, prospects
from tieup.deals.repair import Repair, repaired
from tieup.deals.stability import CONJECTURES, Conjecture, Walkout, walkouts
from tieup.deals.swaps import Swap, swapped
from tieup.deals.talks import Talks, talks
from tieup.deals.thumb import proportional, winner_keeps

__all__ = [
    "CONJECTURES",
    "Allocation",
    "Balance",
    "Cap",
    "ConflictError",
    "Conjecture",
    "Deal",
    "DealError",
    "Demand",
    "DemandTexts",
    "Demands",
    "Difference",
    "Footing",
    "Friendly",
    "Ladder",
    "LeftSeat",
    "Must",
    "Never",
    "NoLoss",
    "Objective",
    "OnRecord",
    "Outlook",
    "Price",
    "Prospects",
    "Quota",
    "Repair",
    "Reserved",
    "SeatDeal",
    "Share",
    "Sitting",
    "Split",
    "StandDowns",
    "Swap",
    "Talks",
    "Truce",
    "Walkout",
    "allocate",
    "apart_of",
    "deal",
    "exchanges",
    "ladder",
    "load_former",
    "on_record",
    "outlook",
    "parse_demands",
    "parse_ladder",
    "parse_pair",
    "parse_swaps",
    "prices",
    "proportional",
    "prospects",
    "prospects_of",
    "repaired",
    "splits",
    "stand_downs",
    "swapped",
    "talks",
    "told",
    "truce",
    "values_of",
    "walkouts",
    "winner_keeps",
]
