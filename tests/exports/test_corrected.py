"""What people say of statements counts in every form that shows them as they stand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from journals import WRITABLE
from test_statements import ARTICLE, SAID
from tieup.corrections import Decision, Retraction, Review
from tieup.exports.corrected import Corrected
from tieup.notation import Entry, Noted
from tieup.vocabulary import Act

AMENDED = replace(SAID, act=Act.WANTS)
MOMENT = datetime(2026, 1, 2, tzinfo=UTC)


def review(decision: Decision, **changes: object) -> Review:
    amended = AMENDED if decision is Decision.AMEND else None
    whole = Review(statement=SAID.id, decision=decision, reviewer="Asha", amended=amended)
    return replace(whole, **changes)  # type: ignore[arg-type]


def standing(*noted: Noted) -> list[tuple[Act | None, str | None]]:
    """Act, and what it corrects, of each statement that stands."""
    entries = [Entry(what=what) for what in (ARTICLE, SAID, *noted)]
    return [(one.statement.act, one.corrects) for one in Corrected(entries)]


AS_READ = [(Act.TALKS, None)]
AS_AMENDED = [(Act.WANTS, SAID.id)]


@pytest.mark.parametrize(
    ("decisions", "stands"),
    [
        ([], AS_READ),
        ([Decision.ACCEPT], AS_READ),
        ([Decision.REJECT], []),
        ([Decision.AMEND], AS_AMENDED),
        ([Decision.REJECT, Decision.UNDO], AS_READ),
        ([Decision.UNDO, Decision.REJECT], []),
        ([Decision.AMEND, Decision.REJECT, Decision.UNDO], AS_AMENDED),
        ([Decision.AMEND, Decision.REJECT, Decision.UNDO, Decision.UNDO], AS_READ),
    ],
)
def test_the_last_decision_counts_and_an_undo_steps_back(
    decisions: list[Decision], stands: list[tuple[Act | None, str | None]]
) -> None:
    assert standing(*map(review, decisions)) == stands


def test_an_amended_statement_that_equals_another_stands_once() -> None:
    assert standing(AMENDED, review(Decision.AMEND)) == [(Act.WANTS, None)]


def test_an_amended_statement_was_recorded_when_it_was_amended() -> None:
    noted = (ARTICLE, SAID, review(Decision.AMEND))
    (one,) = Corrected([Entry(what=what, recorded=MOMENT) for what in noted])
    assert (one.recorded, one.reviewed) == (MOMENT, MOMENT)


@pytest.mark.parametrize("named", [None, SAID.id, "s_other"])
def test_what_was_taken_back_stays_and_says_so(named: str | None) -> None:
    taken = Retraction(
        content_id=SAID.content_id, published=date(2025, 12, 30), by="The Daily", statement=named
    )
    (one,) = Corrected([Entry(what=what) for what in (ARTICLE, SAID, taken)])
    assert (one.retraction == taken) is (named != "s_other")


def test_what_can_be_gone_over_once_only_is_refused() -> None:
    with pytest.raises(ValueError, match="gone over twice"):
        Corrected(iter([Entry(what=SAID)]))


@given(WRITABLE)
def test_each_statement_stands_once(entries: list[Entry]) -> None:
    names = [one.statement.id for one in Corrected(entries) if one.corrects is not None]
    assert len(names) == len(set(names))
