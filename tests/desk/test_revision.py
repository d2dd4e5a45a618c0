"""Revision: what people decide on statements that were read, and what the board makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tieup import notation
from tieup.corrections import Decision
from tieup.desk import Desk
from tieup.desk.revision import Changes, Revision, RevisionError
from tieup.ledger import Ledger, LedgerError, Reviewed
from tieup.regions import Person, Region, Role, UnknownNameError
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Mode, Status

JOURNAL = """
recorded 2026-01-10T08:00:00+00:00

2026-01-05 article d1
  outlet: The Daily
  | The ISF wants an alliance. The door is open, one said. Nothing is settled. The door is open, too.

2026-01-05 ISF wants ISF, LF
  | The ISF wants an alliance.
  election: WB-2026
  confidence: 0.9

2026-01-05 unnamed:LF waits ISF, LF
  | Nothing is settled.
  election: WB-2026
  confidence: 0.4

2026-01-06 article d2
  | The Congress will have none of it.

2026-01-06 report refuses INC, LF
  | The Congress will have none of it.
  election: WB-2026
  confidence: 0.6

2026-01-06 report wants BJP, INC
  | The Congress
  election: WB-2021
  confidence: 0.2
"""
NOTED = notation.loads(JOURNAL)
WANTS, WAITS, REFUSES, OLD = NOTED.statements
MONTH_END = date(2026, 1, 31)
#: Somebody made up, so that no real person says anything here.
ASHE = Person(
    name="Ada Ashe",
    forms=("A. Ashe",),
    roles=(
        Role(party="INC", title="district secretary", unit="district", until=date(2025, 6, 1)),
        Role(party="ISF", title="spokesperson", unit="state", since=date(2025, 6, 2)),
    ),
)


@pytest.fixture
def desk(bengal: Region) -> Iterator[Desk]:
    """A desk over four statements of two articles."""
    with Ledger.open(":memory:") as ledger:
        ledger.append(NOTED.articles, NOTED.statements, recorded=NOTED.entries[0].recorded)
        yield Desk(ledger, replace(bengal, people={**bengal.people, ASHE.name: ASHE}))


@pytest.fixture
def revision(desk: Desk) -> Revision:
    """Decisions on them."""
    return desk.revision


def decide(revision: Revision, said: Statement, decision: str, **changes: Any) -> Reviewed:  # noqa: ANN401
    """A decision of Asha's."""
    return revision.decide(
        said.id, Decision(decision), by="Asha", note="heard it", changes=Changes(**changes)
    )


def amend(revision: Revision, said: Statement, **changes: Any) -> Statement:  # noqa: ANN401
    """What a statement is amended to."""
    amended = decide(revision, said, "amend", **changes).review.amended
    assert amended is not None
    return amended


class TestQueue:
    def test_the_least_certain_come_first(self, revision: Revision) -> None:
        waiting = [entry.statement.id for entry in revision.queue()]
        assert waiting == [OLD.id, WAITS.id, REFUSES.id, WANTS.id]

    def test_it_can_be_short_and_of_one_election(self, revision: Revision) -> None:
        assert [e.statement.id for e in revision.queue(most=1)] == [OLD.id]
        assert OLD.id not in {e.statement.id for e in revision.queue(election="WB-2026")}

    @pytest.mark.parametrize("decision", ["accept", "reject"])
    def test_what_is_decided_waits_no_more(self, revision: Revision, decision: str) -> None:
        decide(revision, WAITS, decision)
        assert WAITS.id not in {e.statement.id for e in revision.queue()}
        decide(revision, WAITS, "undo")
        assert WAITS.id in {e.statement.id for e in revision.queue()}

    def test_what_is_amended_waits_no_more(self, revision: Revision) -> None:
        amended = amend(revision, WAITS, act=Act.TALKS)
        assert not {WAITS.id, amended.id} & {e.statement.id for e in revision.queue()}


class TestFind:
    def test_by_as_much_of_the_id_as_is_unmistakable(self, revision: Revision) -> None:
        assert revision.find(WANTS.id[:10]).statement.id == WANTS.id

    def test_none_begins_so(self, revision: Revision) -> None:
        with pytest.raises(RevisionError, match=r"no statement begins with s_zz; .*review"):
            revision.find("s_zz")

    def test_several_begin_so(self, revision: Revision) -> None:
        with pytest.raises(RevisionError, match=r"4 statements begin with s_: .*write more of it"):
            revision.find("s_")

    @pytest.mark.parametrize("given", ["%", "_", "s\\", "'", "", "s_" * 5_000])
    def test_signs_of_a_database_find_nothing_by_chance(
        self, revision: Revision, given: str
    ) -> None:
        with pytest.raises(RevisionError) as caught:
            revision.find(given)
        assert "\n" not in str(caught.value)

    def test_an_amended_statement_is_found_as_it_was_read(self, revision: Revision) -> None:
        amend(revision, WAITS, act=Act.TALKS)
        assert revision.find(WAITS.id).statement.act is Act.WAITS


class TestDecisions:
    def test_who_when_and_why_are_kept(self, revision: Revision) -> None:
        first, second = decide(revision, WANTS, "reject"), decide(revision, WANTS, "accept")
        assert revision.past(WANTS.id) == (first, second)
        assert (first.review.reviewer, first.review.note) == ("Asha", "heard it")
        assert first.recorded < second.recorded

    def test_a_rejection_changes_the_board_and_an_undo_brings_it_back(self, desk: Desk) -> None:
        def status() -> Status:
            return desk.board(on=MONTH_END, election="WB-2026").entry("INC", "LF").status

        before = desk.board(on=MONTH_END, election="WB-2026")
        assert status() is Status.REFUSED
        decide(desk.revision, REFUSES, "reject")
        assert status() is Status.SILENT
        decide(desk.revision, REFUSES, "undo")
        assert desk.board(on=MONTH_END, election="WB-2026") == before

    def test_the_board_known_before_a_decision_stays(self, desk: Desk) -> None:
        decide(desk.revision, REFUSES, "reject")
        then = desk.board(on=MONTH_END, election="WB-2026", known=date(2026, 1, 10))
        assert then.entry("INC", "LF").status is Status.REFUSED
        earlier = desk.board(on=MONTH_END, election="WB-2026", known=date(2026, 1, 9))
        assert earlier.entries == ()

    def test_an_amendment_decides_in_the_place_of_what_was_read(self, desk: Desk) -> None:
        amend(desk.revision, WAITS, act=Act.AGREES, speaker="LF")
        entry = desk.board(on=MONTH_END, election="WB-2026").entry("ISF", "LF")
        assert {(s.speaker, s.act) for s in entry.because} >= {("LF", Act.AGREES)}
        assert WAITS.id not in {s.id for s in entry.because}

    def test_an_amendment_needs_a_change(self, revision: Revision) -> None:
        with pytest.raises(RevisionError, match="name what to change, such as the act"):
            decide(revision, WANTS, "amend")

    @pytest.mark.parametrize("decision", ["accept", "reject", "undo"])
    def test_changes_need_an_amendment(self, revision: Revision, decision: str) -> None:
        with pytest.raises(RevisionError, match="decide on amend"):
            decide(revision, WANTS, decision, background=False)

    def test_an_undo_needs_a_decision(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="to undo"):
            decide(revision, WANTS, "undo")

    def test_somebody_decides(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="nobody is named"):
            revision.decide(WANTS.id, Decision.ACCEPT, by=" ", changes=Changes())


class TestChanges:
    @pytest.mark.parametrize(
        ("change", "field", "value"),
        [
            ({"act": Act.DEMANDS}, "act", Act.DEMANDS),
            ({"form": Form.SEAT_SHARING}, "form", Form.SEAT_SHARING),
            ({"background": True}, "background", True),
            ({"said_on": date(2026, 1, 4)}, "said_on", date(2026, 1, 4)),
            ({"election": "WB-2021"}, "election", "WB-2021"),
            ({"parties": ("Congress", "ISF", "LF")}, "parties", ("INC", "ISF", "LF")),
            ({"hub": "Left Front"}, "hub", "LF"),
        ],
    )
    def test_a_field_is_changed_and_no_other(
        self,
        revision: Revision,
        change: dict[str, Any],
        field: str,
        value: Any,  # noqa: ANN401
    ) -> None:
        amended = amend(revision, WANTS, **change)
        assert amended == replace(
            WANTS,
            **{field: value},
            reader="review/Asha",
            confidence=1.0,
            why="amended by a reviewer",
            origin=amended.origin,
        )

    def test_other_parties_leave_no_hub_behind(self, revision: Revision) -> None:
        amend(revision, WANTS, parties=("ISF", "LF", "INC"), hub="ISF")
        assert amend(revision, WANTS, parties=("LF", "INC")).hub is None

    def test_a_hub_is_taken_away(self, revision: Revision) -> None:
        assert amend(revision, WANTS, hub="", act=Act.CLAIMS).hub is None

    def test_a_hub_is_one_of_the_parties(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="hub INC is not among the parties"):
            amend(revision, WANTS, hub="INC")

    @pytest.mark.parametrize(
        ("given", "speaker", "party", "role", "unit"),
        [
            ("Ada Ashe", "Ada Ashe", "ISF", "spokesperson", "state"),
            (" a. ASHE ", "Ada Ashe", "ISF", "spokesperson", "state"),
            ("Congress", "INC", "INC", None, None),
            ("unnamed:Left Front", "unnamed:LF", "LF", None, None),
            ("Report", "report", None, None, None),
        ],
    )
    def test_a_speaker_comes_with_party_and_post_of_the_day(
        self,
        revision: Revision,
        given: str,
        speaker: str,
        party: str | None,
        role: str | None,
        unit: str | None,
    ) -> None:
        found = amend(revision, WANTS, speaker=given)
        told = (found.speaker, found.speaker_party, found.speaker_role, found.unit)
        assert told == (speaker, party, role, unit)

    def test_the_mode_follows_the_voice(self, revision: Revision) -> None:
        assert amend(revision, WANTS, speaker="report").mode is Mode.REPORT
        assert amend(revision, REFUSES, speaker="Congress").mode is Mode.INDIRECT
        assert amend(revision, WAITS, speaker="ISF").mode is Mode.INDIRECT

    def test_a_quote_stands_in_the_article_at_the_nearest_place(self, revision: Revision) -> None:
        text = NOTED.articles[0].text
        near_the_beginning = amend(revision, WANTS, quote="The door is open")
        assert near_the_beginning.start == text.index("The door is open")
        near_the_end = amend(revision, WAITS, quote="The door is open, too.")
        assert text[near_the_end.start : near_the_end.end] == "The door is open, too."

    @pytest.mark.parametrize("quote", ["the door is open", "The  door", "", " ", "none of it"])
    def test_a_quote_that_does_not_stand_there(self, revision: Revision, quote: str) -> None:
        with pytest.raises(RevisionError, match="does not stand in the article"):
            amend(revision, WANTS, quote=quote)

    @pytest.mark.parametrize(
        ("change", "nearest"),
        [
            ({"parties": ("ISFF", "LF")}, "unknown party 'ISFF'.*ISF"),
            ({"hub": "Left Frnt"}, "unknown party 'Left Frnt'.*L"),
            ({"speaker": "unnamed:ISFF"}, "unknown party 'ISFF'.*ISF"),
            ({"speaker": "Nobody At All"}, "unknown party 'Nobody At All'"),
            ({"election": "WB-2062"}, "unknown election 'WB-2062'.*WB-2026"),
        ],
    )
    def test_unknown_names_are_told_the_nearest(
        self, revision: Revision, change: dict[str, Any], nearest: str
    ) -> None:
        with pytest.raises(UnknownNameError, match=nearest):
            amend(revision, WANTS, **change)
        assert revision.past(WANTS.id) == ()

    def test_a_party_twice_is_refused(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="a party is named twice"):
            amend(revision, WANTS, parties=("ISF", "Indian Secular Front"))


class TestRetractions:
    def test_a_text_that_was_taken_back_counts_no_more_from_that_day(self, desk: Desk) -> None:
        on = date(2026, 1, 20)
        desk.revision.retract(REFUSES.content_id, on=on, by="The Daily")
        for day, status in ((date(2026, 1, 19), Status.REFUSED), (on, Status.SILENT)):
            found = desk.board(on=day, election="WB-2026").entry("INC", "LF")
            assert found.status is status

    def test_one_statement_alone_is_taken_back(self, desk: Desk) -> None:
        desk.revision.retract(
            WANTS.content_id, on=date(2026, 1, 20), by="X", statement=WAITS.id[:12]
        )
        because = desk.board(on=MONTH_END, election="WB-2026").entry("ISF", "LF").because
        assert {s.id for s in because} == {WANTS.id}

    def test_an_unknown_text(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="has no text a_none"):
            revision.retract("a_none", on=MONTH_END, by="X")

    def test_a_statement_of_another_text(self, revision: Revision) -> None:
        with pytest.raises(LedgerError, match="stands in another text"):
            revision.retract(WANTS.content_id, on=MONTH_END, by="X", statement=REFUSES.id)
