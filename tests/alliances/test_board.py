"""The board's rules, each on a ledger of a few lines; and what must hold for any ledger."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statements import ledger, statement

from tieup.alliances import board, folded, timeline
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Status

ON = date(2026, 2, 28)


def status(text: str, region: Region, pair: str = "ISF+LF", on: date = ON) -> Status:
    """The status of a pair after these lines."""
    found = board(ledger(text), region, on=on, election="WB-2026")
    return found.entry(*pair.split("+")).status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-05 BJP refuses BJP+TMC", Status.SILENT),
        ("2026-01-05 ISF wants ISF+LF", Status.COURTING),
        ("2026-01-05 ISF claims ISF+LF", Status.COURTING),
        ("2026-01-05 ISF demands ISF+LF", Status.COURTING),
        ("2026-01-05 report waits LF+ISF", Status.COURTING),
        ("2026-01-05 ISF agrees ISF+LF", Status.COURTING),
        ("2026-01-05 report talks ISF+LF", Status.TALKING),
        ("2026-01-05 ISF talks ISF+LF", Status.TALKING),
        ("2026-01-05 report agrees ISF+LF", Status.AGREED),
        ("2026-01-05 ISF agrees ISF+LF\n2026-01-06 LF agrees ISF+LF", Status.AGREED),
        ("2026-01-05 ISF claims ISF+LF\n2026-01-06 LF denies ISF+LF", Status.DISPUTED),
        ("2026-01-05 LF denies ISF+LF\n2026-01-06 ISF claims ISF+LF", Status.DISPUTED),
        ("2026-01-05 ISF claims ISF+LF\n2026-01-06 LF refuses ISF+LF", Status.DISPUTED),
        ("2026-01-05 ISF talks ISF+LF\n2026-01-06 LF denies ISF+LF", Status.DISPUTED),
        ("2026-01-05 LF denies ISF+LF", Status.SILENT),
        ("2026-01-05 ISF wants ISF+LF\n2026-01-06 LF refuses ISF+LF", Status.REFUSED),
        ("2026-01-05 LF refuses ISF+LF\n2026-01-20 LF wants ISF+LF", Status.COURTING),
        ("2026-01-05 LF refuses ISF+LF\n2026-01-20 ISF wants ISF+LF", Status.REFUSED),
        ("2026-01-05 report agrees ISF+LF\n2026-01-20 LF ends ISF+LF", Status.ENDED),
        ("2026-01-05 report agrees ISF+LF\n2026-01-20 LF refuses ISF+LF", Status.ENDED),
        ("2026-01-05 report ends ISF+LF", Status.ENDED),
        ("2026-01-05 report ends ISF+LF\n2026-01-20 ISF wants ISF+LF", Status.COURTING),
        ("2026-01-05 report ends ISF+LF\n2026-01-20 report agrees ISF+LF", Status.AGREED),
        ("2026-01-05 LF refuses LF\n2026-01-04 ISF wants ISF+LF", Status.REFUSED),
        ("2026-01-05 LF refuses LF\n2026-01-20 report talks ISF+LF", Status.TALKING),
        ("2026-01-05 report agrees ISF+LF\n2026-01-20 report talks ISF+LF", Status.AGREED),
        (
            "2026-01-05 ISF claims ISF+LF\n2026-01-06 LF denies ISF+LF\n2026-01-30 report agrees ISF+LF",
            Status.AGREED,
        ),
    ],
)
def test_the_table_of_rules(text: str, expected: Status, bengal: Region) -> None:
    assert status(text, bengal) is expected


def test_age_closes_nothing_and_is_told(bengal: Region) -> None:
    text = "2025-10-01 ISF claims ISF+LF\n2025-10-05 LF denies ISF+LF"
    for on, stale in ((date(2025, 12, 3), None), (date(2026, 2, 1), date(2025, 12, 4))):
        entry = board(ledger(text), bengal, on=on, election="WB-2026").entry("ISF", "LF")
        assert (entry.status, entry.stale_since) == (Status.DISPUTED, stale)
        assert entry.to_json()["stale_since"] == (stale.isoformat() if stale else None)


@pytest.mark.parametrize(
    "last", ["2026-02-01 JUP ends JUP+CPIM", "2026-02-01 JUP refuses JUP+CPIM"]
)
def test_who_walks_away_closes_the_dispute(last: str, bengal: Region) -> None:
    text = f"2026-01-28 report talks CPIM+JUP\n2026-01-29 CPIM denies CPIM+JUP\n{last}"
    assert status(text, bengal, "CPIM+JUP") is Status.REFUSED
    assert status(text, bengal, "JUP+LF") is Status.REFUSED


def test_talks_told_by_the_state_unit_are_a_fact_beside_the_centres_refusal(bengal: Region) -> None:
    said = [
        statement("2025-12-08 AIMIM refuses AIMIM+JUP", unit="centre"),
        statement("2025-12-12 AIMIM talks AIMIM+JUP", unit="state"),
    ]
    found = board(said, bengal, on=ON, election="WB-2026")
    assert found.entry("AIMIM", "JUP").status is Status.TALKING


def test_a_retelling_counts_only_where_nothing_was_told_at_the_time(bengal: Region) -> None:
    retold = statement("2026-02-20 report agrees ISF+LF", background=True)
    assert board([retold], bengal, on=ON, election="WB-2026").entry("ISF", "LF").status is (
        Status.AGREED
    )
    news = statement("2026-01-05 LF refuses ISF+LF")
    assert board([news, retold], bengal, on=ON, election="WB-2026").entry("ISF", "LF").status is (
        Status.REFUSED
    )


def test_a_retelling_closes_what_was_left_open_at_the_time(bengal: Region) -> None:
    retold = statement("2026-02-20 report agrees ISF+LF", background=True)
    news = statement("2026-01-05 report talks ISF+LF")
    assert board([news, retold], bengal, on=ON, election="WB-2026").entry("ISF", "LF").status is (
        Status.AGREED
    )


def test_of_retellings_none_is_the_latest(bengal: Region) -> None:
    text = "2026-01-05 report ends ISF+LF; 2026-02-05 report agrees ISF+LF"
    retold = [replace(s, background=True) for s in ledger(text)]
    found = board(retold, bengal, on=ON, election="WB-2026")
    assert found.entry("ISF", "LF").status is Status.ENDED


def test_a_partner_in_the_front_tells_what_a_member_does(bengal: Region) -> None:
    text = "2026-01-05 CPIM refuses AIFB+RSP+INC/INC"
    found = board(ledger(text), bengal, on=ON, election="WB-2026")
    assert found.entry("AIFB", "INC").status is Status.REFUSED
    assert found.entry("INC", "LF").status is Status.SILENT


def test_who_declares_the_whole_combine_over_ends_every_pair_of_it(bengal: Region) -> None:
    text = "2026-01-05 report agrees LF+INC+ISF\n2026-02-05 CPIM ends LF+INC+ISF"
    found = board(ledger(text), bengal, on=ON, election="WB-2026")
    assert {e.status for e in found.entries} == {Status.ENDED}
    assert ("INC", "ISF") in {e.parties for e in found.entries}


def test_an_agreement_told_in_one_breath_with_objections_is_not_settled(bengal: Region) -> None:
    told = [
        statement("2026-01-05 report agrees INC+LF", article="one"),
        statement("2026-01-05 unnamed:LF refuses INC+LF", article="one"),
    ]
    found = board(told, bengal, on=ON, election="WB-2026")
    assert found.entry("INC", "LF").status is Status.COURTING


def test_a_claim_and_a_denial_far_apart_do_not_dispute(bengal: Region) -> None:
    text = "2025-10-01 ISF claims ISF+LF\n2026-01-31 LF denies ISF+LF"
    assert status(text, bengal) is not Status.DISPUTED


def test_the_word_of_the_high_command_stands_over_the_state_unit(bengal: Region) -> None:
    statements = [
        statement("2026-01-05 INC wants INC+ISF", unit="centre"),
        statement("2026-01-20 INC refuses INC+ISF", unit="state"),
    ]
    entry = board(statements, bengal, on=ON, election="WB-2026").entry("INC", "ISF")
    assert entry.status is Status.COURTING


def test_to_march_together_is_not_yet_an_alliance(bengal: Region) -> None:
    march = statement("2026-01-05 report agrees ISF+LF", form=Form.JOINT_MOVEMENT)
    stand_down = statement("2026-01-05 report agrees INC+LF", form=Form.STAND_DOWN)
    found = board([march, stand_down], bengal, on=ON, election="WB-2026")
    assert found.entry("ISF", "LF").status is Status.TALKING
    assert found.entry("INC", "LF").status is Status.COURTING


def test_who_courts_and_whose_answer_is_awaited(bengal: Region) -> None:
    text = "2026-01-05 ISF wants ISF+INC\n2026-01-06 report waits INC+ISF"
    finding = board(ledger(text), bengal, on=ON, election="WB-2026").entry("INC", "ISF").finding
    assert (finding.towards, finding.waiting_on) == (("ISF",), "INC")


def test_the_party_that_leads_a_front_speaks_for_it(bengal: Region) -> None:
    text = "2026-01-05 CPIM talks CPIM+ISF"
    found = board(ledger(text), bengal, on=ON, election="WB-2026")
    assert found.entry("CPIM", "ISF").status is Status.TALKING
    assert found.entry("ISF", "LF").status is Status.TALKING


def test_what_the_front_agrees_its_leading_party_agrees(bengal: Region) -> None:
    text = "2026-01-05 CPIM wants CPIM+ISF\n2026-01-20 report agrees ISF+LF"
    found = board(ledger(text), bengal, on=ON, election="WB-2026")
    assert found.entry("CPIM", "ISF").status is Status.AGREED
    assert [group.parties for group in found.groups] == [("ISF", "LF")]
    assert [entry.parties for entry in folded(found, bengal).entries] == [("ISF", "LF")]


def test_a_member_that_opposes_an_outsider_is_not_the_front_refusing(bengal: Region) -> None:
    text = "2026-01-05 AIFB refuses AIFB+ISF\n2026-01-06 report talks ISF+LF"
    found = board(ledger(text), bengal, on=ON, election="WB-2026")
    assert found.entry("AIFB", "ISF").status is Status.REFUSED
    assert found.entry("ISF", "LF").status is Status.TALKING


def test_quarrels_inside_a_front_stay_inside(bengal: Region) -> None:
    text = "2026-01-05 AIFB demands AIFB+LF\n2026-01-06 CPIM refuses CPIM+RSP"
    assert board(ledger(text), bengal, on=ON, election="WB-2026").entries == ()


def test_a_rivals_word_decides_nothing_between_others(bengal: Region) -> None:
    text = "2026-01-05 BJP agrees ISF+LF\n2026-01-06 TMC ends ISF+LF\n2026-01-07 BJP claims ISF+LF"
    assert status(text, bengal) is Status.SILENT


def test_groups_follow_from_pairs(bengal: Region) -> None:
    text = "2026-01-05 report agrees LF+INC\n2026-01-05 report agrees ISF+LF\n2026-01-06 report agrees INC+ISF"
    groups = board(ledger(text), bengal, on=ON, election="WB-2026").groups
    assert [(g.parties, g.missing) for g in groups] == [(("INC", "ISF", "LF"), ())]


def test_groups_with_a_quarrel_inside_are_two(bengal: Region) -> None:
    text = "2026-01-05 report agrees LF+INC\n2026-01-05 report agrees ISF+LF\n2026-01-06 INC refuses INC+ISF"
    groups = board(ledger(text), bengal, on=ON, election="WB-2026").groups
    assert [g.parties for g in groups] == [("INC", "LF"), ("ISF", "LF")]


def test_an_article_of_tomorrow_says_nothing_today(bengal: Region) -> None:
    text = "2025-12-27/2025-12-28 JUP claims JUP+ISF\n2025-12-28 ISF denies ISF+JUP"
    on = date(2025, 12, 27)
    assert status(text, bengal, "ISF+JUP", on) is Status.SILENT
    assert status(text, bengal, "ISF+JUP", date(2025, 12, 28)) is Status.DISPUTED


def test_since_is_the_day_the_news_could_be_known(bengal: Region) -> None:
    text = "2025-12-27/2025-12-28 JUP claims JUP+ISF\n2025-12-28 ISF denies ISF+JUP"
    entry = board(ledger(text), bengal, on=ON, election="WB-2026").entry("ISF", "JUP")
    assert entry.since == date(2025, 12, 28)


def test_the_timeline_tells_each_turn(bengal: Region) -> None:
    text = """
        2026-01-05 ISF wants ISF+LF
        2026-01-10 report talks ISF+LF
        2026-01-12 report waits LF+ISF
        2026-02-01 report agrees ISF+LF
        2026-02-20 ISF ends ISF+LF
    """
    turns = timeline(ledger(text), bengal, "ISF", "LF", on=ON, election="WB-2026")
    assert [(t.before, t.finding.status) for t in turns] == [
        (Status.SILENT, Status.COURTING),
        (Status.COURTING, Status.TALKING),
        (Status.TALKING, Status.TALKING),
        (Status.TALKING, Status.AGREED),
        (Status.AGREED, Status.ENDED),
    ]
    assert [t.changed for t in turns] == [True, True, False, True, True]


PARTIES = st.sampled_from(["LF", "INC", "ISF", "JUP"])
DAYS = st.dates(date(2025, 10, 1), date(2026, 3, 1))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    one, two = draw(st.lists(PARTIES, min_size=2, max_size=2, unique=True))
    speaker = draw(st.sampled_from([one, two, "report"]))
    said = draw(DAYS)
    published = said + timedelta(days=draw(st.integers(0, 5)))
    act = draw(st.sampled_from(list(Act)))
    return statement(f"{said}/{published} {speaker} {act} {one}+{two}")


def test_what_was_read_with_little_confidence_decides_nothing(bengal: Region) -> None:
    """Half of such statements are wrong in relation or act; they stay in the ledger, and off the board."""
    told = ledger("2026-01-05 report talks ISF+LF\n2026-01-06 report ends ISF+LF")
    doubtful = [told[0], replace(told[1], confidence=0.29)]
    sure = [told[0], replace(told[1], confidence=0.3)]
    found = [
        board(each, bengal, on=ON, election="WB-2026").entry("ISF", "LF").status
        for each in (doubtful, sure)
    ]
    assert found == [Status.TALKING, Status.ENDED]


@settings(max_examples=200, deadline=None)
@given(st.lists(statements(), max_size=12), DAYS)
def test_what_is_published_later_never_changes_the_board(
    bengal: Region, found: list[Statement], day: date
) -> None:
    early = [s for s in found if s.published <= day]
    assert board(found, bengal, on=day, election="WB-2026") == board(
        early, bengal, on=day, election="WB-2026"
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(statements(), max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(
    bengal: Region, found: list[Statement], random: object
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis gives a Random
    assert (
        board(found, bengal, on=ON, election="WB-2026").to_json()
        == board(shuffled, bengal, on=ON, election="WB-2026").to_json()
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(statements(), max_size=12))
def test_every_status_but_silence_rests_on_statements(
    bengal: Region, found: list[Statement]
) -> None:
    for entry in board(found, bengal, on=ON, election="WB-2026").entries:
        assert entry.because or entry.status is Status.SILENT
        assert {s.id for s in entry.because} <= {s.id for s in found}


@settings(max_examples=100, deadline=None)
@given(st.lists(statements(), max_size=12))
def test_the_last_turn_of_the_timeline_is_the_board_of_that_day(
    bengal: Region, found: list[Statement]
) -> None:
    for entry in board(found, bengal, on=ON, election="WB-2026").entries:
        turns = timeline(found, bengal, *entry.parties, on=ON, election="WB-2026")
        last = turns[-1]
        same_day = board(found, bengal, on=last.day, election="WB-2026").entry(*entry.parties)
        assert last.finding.status is same_day.status
