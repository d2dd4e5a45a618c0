"""The rules as they are written down: each example decides as it says, and none decides unwritten."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statements import ledger, statement

from tieup.alliances import Rule, board, rules
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Status

EXAMPLES = [(rule, text) for rule in rules().values() for text in rule.examples]
ON = date(2026, 3, 31)


def found(statements: list[Statement], region: Region, pair: tuple[str, str]) -> tuple[Status, str]:
    """Status and rule of a pair on the day of the last statement."""
    last = max(s.published for s in statements)
    entry = board(statements, region, on=last, election="WB-2026").entry(*pair)
    return entry.status, entry.finding.rule


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[f"{r.name}: {t}" for r, t in EXAMPLES])
def test_an_example_is_decided_by_its_rule(rule: Rule, text: str, bengal: Region) -> None:
    statements = ledger(text)
    pair = min(statements[0].pairs)
    assert found(statements, bengal, pair) == (rule.status, rule.name)


def test_every_status_has_a_rule() -> None:
    assert {rule.status for rule in rules().values()} == set(Status)


VOICES = st.sampled_from(["ISF", "LF", "CPIM", "INC", "BJP", "unnamed:LF", "unnamed:ISF", "report"])
PARTIES = st.sampled_from(["ISF+LF", "ISF+CPIM", "ISF+LF+INC", "ISF", "LF", "ISF+LF+INC/ISF"])
DAYS = st.dates(date(2025, 10, 1), date(2026, 3, 1))


@st.composite
def histories(draw: st.DrawFn) -> list[Statement]:
    """Statements of all sorts about the ISF and the Left Front."""
    said = draw(st.lists(st.tuples(DAYS, VOICES, st.sampled_from(list(Act)), PARTIES), max_size=14))
    return [
        statement(
            f"{day} {voice} {act} {parties}",
            content_id=f"a_{number}",
            article=f"article {draw(st.integers(0, 4))}",
            unit=draw(st.sampled_from([None, "state", "centre"])),
            background=draw(st.booleans()),
        )
        for number, (day, voice, act, parties) in enumerate(said)
    ]


@given(histories())
def test_nothing_is_decided_by_an_unwritten_rule(bengal: Region, said: list[Statement]) -> None:
    for entry in board(said, bengal, on=ON, election="WB-2026").entries:
        written = rules()[entry.finding.rule]
        assert entry.status is written.status
        assert entry.because or entry.status is Status.SILENT


@given(histories())
def test_one_sides_word_is_never_agreement(bengal: Region, said: list[Statement]) -> None:
    """Without the report, a partner or both sides, nothing is agreed."""
    alone = [s for s in said if s.speaker_party == "ISF" and s.parties in {("ISF", "LF"), ("ISF",)}]
    entry = board(alone, bengal, on=ON, election="WB-2026").entry("ISF", "LF")
    assert entry.status is not Status.AGREED


@given(histories())
def test_what_rivals_and_low_confidence_say_changes_nothing(
    bengal: Region, said: list[Statement]
) -> None:
    heard = [s for s in said if s.speaker_party != "BJP"]
    one = board(said, bengal, on=ON, election="WB-2026").entry("ISF", "LF")
    two = board(heard, bengal, on=ON, election="WB-2026").entry("ISF", "LF")
    assert (one.status, one.finding.rule) == (two.status, two.finding.rule)
