"""Disputes: settled or not, and which side was borne out."""

from datetime import date

import pytest
from chronicles import chronicle
from polls import with_poll
from statements import ledger

from tieup.alliances import Board, board, disputes
from tieup.alliances.outcomes.disputes import BorneOut, Dispute
from tieup.regions import Region
from tieup.vocabulary import Status

AFTER = date(2026, 5, 5)
CONTRADICTED = "2026-01-10 INC claims INC+TMC; 2026-01-12 TMC denies INC+TMC"


def found(said: str, region: Region, on: date) -> tuple[Dispute, ...]:
    return disputes(ledger(said), region, on=on, election="WB-2026")


@pytest.mark.parametrize(
    ("tmc", "allied", "borne_out"),
    [
        (range(51, 101), [("INC", "TMC")], BorneOut.CLAIM),
        (range(1, 101), [("INC", "TMC")], BorneOut.DENIAL),
        (range(51, 101), [], BorneOut.DENIAL),
        ([], [("INC", "TMC")], BorneOut.OPEN),
    ],
)
def test_the_returns_bear_out_one_side(
    bengal: Region, tmc: range, allied: list[tuple[str, str]], borne_out: BorneOut
) -> None:
    region = with_poll(bengal, {"INC": range(1, 51), "TMC": tmc}, allied=allied)
    (dispute,) = found(CONTRADICTED, region, AFTER)
    assert dispute.borne_out is borne_out
    assert dispute.to_json()["borne_out"] == borne_out.value
    (before,) = found(CONTRADICTED, region, date(2026, 5, 4))
    assert (before.borne_out, before.outcome) == (BorneOut.OPEN, None)


def test_a_settled_dispute_says_since_when(bengal: Region) -> None:
    said = f"{CONTRADICTED}; 2026-01-14 INC claims INC+TMC; 2026-02-01 report agrees INC+TMC"
    (dispute,) = found(said, bengal, date(2026, 2, 2))
    assert (dispute.entry.since, dispute.until) == (date(2026, 1, 12), date(2026, 2, 1))
    assert {s.act for s in dispute.entry.because} == {"claims", "denies"}
    (open_,) = found(said, bengal, date(2026, 1, 31))
    assert open_.until is None


def _current(asked: Board) -> set[tuple[str, str]]:
    return {entry.parties for entry in asked.entries if entry.status is Status.DISPUTED}


@pytest.mark.parametrize("on", [date(2025, 12, 10), date(2026, 1, 10), date(2026, 6, 1)])
def test_those_that_are_open_are_the_boards(bengal: Region, on: date) -> None:
    every = disputes(chronicle(), bengal, on=on, election="WB-2026")
    asked = board(chronicle(), bengal, on=on, election="WB-2026")
    assert {d.entry.parties for d in every if d.until is None} == _current(asked)
    assert all(d.until <= on for d in every if d.until)


def test_the_chronicle(bengal: Region) -> None:
    """Kabir said that ISF was with him, ISF denied it; in 2021 the Congress denied its alliance."""
    kabir = disputes(chronicle(), bengal, on=date(2026, 6, 1), election="WB-2026")
    assert {d.entry.parties: d.borne_out for d in kabir}["ISF", "JUP"] is BorneOut.DENIAL
    congress = disputes(chronicle(), bengal, on=date(2021, 6, 1), election="WB-2021")
    assert {d.entry.parties: d.borne_out for d in congress}["INC", "ISF"] is BorneOut.CLAIM
