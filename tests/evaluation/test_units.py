"""Units: what a row counts as."""

from datetime import date

import pytest
from rows import annotation, annotations

from tieup.evaluation import Level, Units
from tieup.evaluation.units import POLARITY, fronts
from tieup.regions import Region
from tieup.vocabulary import Act


@pytest.fixture
def units(bengal: Region) -> Units:
    return Units.of(annotations(**{"Naushad Siddiqui": "Nawsad Siddiqui"}), lambda _: bengal)


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("report talks ISF+JUP", [("ISF", "JUP")]),
        ("report talks JUP+ISF", [("ISF", "JUP")]),
        ("report talks ISF+JUP+INC", [("INC", "ISF"), ("INC", "JUP"), ("ISF", "JUP")]),
        ("report talks ISF+JUP+INC/ISF", [("INC", "ISF"), ("ISF", "JUP")]),
        ("report talks ISF+JUP/TMC", [("ISF", "JUP")]),
        ("report wants ISF", [("ISF", "*")]),
        ("report wants ISF+ISF", [("ISF", "*")]),
        ("report talks CPIM+ISF", [("ISF", "LF")]),
        ("report talks CPIM+INC+LF/INC", [("INC", "LF")]),
        ("report talks CPIM+INC+ISF/CPIM", [("INC", "LF"), ("ISF", "LF")]),
        ("report talks CPI+ISF", [("CPI", "ISF")]),
        ("report talks CPIM+RSP", [("CPIM", "RSP")]),
        ("report wants CPIM", [("CPIM", "*")]),
    ],
)
def test_pairs(units: Units, line: str, pairs: list[tuple[str, str]]) -> None:
    assert sorted(units.pairs(annotation(line))) == sorted(pairs)


def test_a_front_is_that_of_its_day(bengal: Region) -> None:
    (before,) = fronts(bengal, date(2011, 4, 1))
    (after,) = fronts(bengal, date(2026, 1, 1))
    assert (before.id, before.lead) == (after.id, after.lead) == ("LF", "CPIM")
    assert before.within - after.within == {"SP"}


def test_an_article_of_another_folder_has_no_fronts(units: Units) -> None:
    assert units.pairs(annotation("report talks CPIM+ISF", article="b")) == (("CPIM", "ISF"),)


def test_levels_ask_for_more_and_more(units: Units) -> None:
    row = annotation("ISF denies ISF+JUP")
    told = [tuple(units.of_row(row, level)) for level in Level]
    assert told == [
        (("a", "ISF", "JUP"),),
        (("a", "ISF", "JUP", "away"),),
        (("a", "ISF", "JUP", "denies"),),
        (("a", "ISF", "JUP", "denies", "isf"),),
    ]


def test_every_act_has_its_polarity() -> None:
    assert POLARITY.keys() == set(Act)


@pytest.mark.parametrize(
    ("speaker", "voice"),
    [
        ("Nawsad Siddiqui", "nawsadsiddiqui"),
        ("Naushad Siddiqui", "nawsadsiddiqui"),
        ("NAUSHAD SIDDIQUI", "nawsadsiddiqui"),
        ("Md. Salim", "mdsalim"),
        ("unnamed:INC", "inc"),
        ("report", "report"),
        ("", "report"),
    ],
)
def test_voices(units: Units, speaker: str, voice: str) -> None:
    assert units.voice(speaker) == voice
