"""Voices: what they said, what came of it, and how much of that can be told."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from chronicles import chronicle
from hypothesis import given, settings
from hypothesis import strategies as st
from polls import with_poll
from statements import ledger

from tieup.alliances.outcomes.aftermath import LEAST, Aftermath, Saying, Upshot
from tieup.alliances.outcomes.outcomes import outcomes
from tieup.alliances.outcomes.rates import Rate
from tieup.alliances.outcomes.scores import FEWEST, Score, scores
from tieup.articles import Article
from tieup.desk import Desk
from tieup.desk.hindsight import Hindsight
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Form, Kind

COUNTED = date(2026, 5, 4)
AFTER = date(2026, 5, 5)


@pytest.fixture
def region(bengal: Region) -> Region:
    """INC and TMC stood together, with ISF neither; AIMIM stood nowhere."""
    stood = {"INC": range(1, 51), "TMC": range(51, 201), "ISF": range(1, 151)}
    return with_poll(bengal, stood, allied=[("INC", "TMC")])


def upshots(
    said: str, region: Region, on: date = AFTER, /, **changes: object
) -> list[tuple[str, Upshot]]:
    """What came of each statement that can be borne out: its sort and the upshot."""
    made = [replace(s, **changes) for s in ledger(said)]  # type: ignore[arg-type] # any field
    aftermath = Aftermath.of(made, region, on)
    judged = [aftermath.judge(s) for s in made]
    return [(j.saying.value, j.upshot) for j in judged if j]


def voice(found: tuple[Score, ...], name: str) -> Score:
    return next(score for score in found if score.voice == name)


@pytest.mark.parametrize(
    ("said", "upshot"),
    [
        ("2026-01-10 INC claims INC+TMC", Upshot.BORNE_OUT),
        ("2026-01-10 INC talks INC+TMC", Upshot.BORNE_OUT),
        ("2026-01-10 INC claims INC+ISF", Upshot.NOT_BORNE_OUT),
        ("2026-01-10 INC agrees INC+TMC+ISF", Upshot.NOT_BORNE_OUT),
        ("2026-01-10 INC agrees INC+TMC+ISF/TMC", Upshot.NOT_BORNE_OUT),
        ("2026-01-10 INC claims INC+AIMIM", Upshot.OPEN),
        ("2026-01-10 INC denies INC+TMC", Upshot.NOT_BORNE_OUT),
        ("2026-01-10 INC refuses INC+ISF", Upshot.BORNE_OUT),
        ("2026-01-10 INC ends INC+ISF", Upshot.BORNE_OUT),
        ("2026-01-10 INC refuses INC+AIMIM", Upshot.OPEN),
        ("2026-01-10 INC refuses INC", Upshot.NOT_BORNE_OUT),
        ("2026-01-10 BJP claims INC+TMC", Upshot.BORNE_OUT),
    ],
)
def test_a_word_is_held_against_how_the_two_stood(
    region: Region, said: str, upshot: Upshot
) -> None:
    ((_, found),) = upshots(said, region)
    assert found is upshot


def test_going_alone_is_borne_out_where_nobody_went_along(region: Region) -> None:
    said = "2026-01-01 ISF wants ISF+INC; 2026-01-10 ISF refuses ISF"
    assert upshots(said, region) == [("denial", Upshot.BORNE_OUT)]


def test_an_agreement_that_fell_through_still_bears_out_the_claim_but_not_its_own_story(
    region: Region,
) -> None:
    later = "2026-01-10 INC claims INC+ISF; 2026-02-01 report agrees INC+ISF"
    assert [found for _, found in upshots(later, region)] == [
        Upshot.BORNE_OUT,
        Upshot.NOT_BORNE_OUT,  # nothing but its own word says so
    ]
    ended = "2026-01-01 report agrees INC+ISF; 2026-01-05 INC ends INC+ISF; 2026-02-10 INC talks INC+ISF"
    assert upshots(ended, region)[-1] == ("claim", Upshot.NOT_BORNE_OUT)


def test_a_forecast_of_seats(region: Region) -> None:
    target: dict[str, object] = {"kind": Kind.TARGET, "act": None}
    for seats, upshot in (
        (50, Upshot.BORNE_OUT),
        (55, Upshot.BORNE_OUT),
        (56, Upshot.NOT_BORNE_OUT),
    ):
        found = upshots("2026-01-10 INC refuses INC", region, seats={"INC": seats}, **target)
        assert found == [("forecast", upshot)]
    asked = upshots("2026-01-10 INC refuses INC", region, seats={"INC:asked": 9}, **target)
    assert asked == []


def test_what_can_not_be_borne_out_is_not_judged(region: Region) -> None:
    said = "2026-01-10 INC claims INC+TMC"
    assert upshots("2026-01-10 INC wants INC+TMC", region) == []
    assert upshots("2026-04-23 INC claims INC+TMC", region) == []  # on polling day
    assert upshots(said, region, background=True) == []
    assert upshots(said, region, form=Form.JOINT_MOVEMENT) == []
    assert upshots(said, region, confidence=LEAST - 0.01) == []
    assert upshots(said, region, election="WB-BY-2016") == []
    assert upshots(said, region, confidence=LEAST) == [("claim", Upshot.BORNE_OUT)]


def test_until_the_count_everything_is_open(region: Region) -> None:
    said = "2026-01-10 INC claims INC+TMC; 2026-01-10 INC claims INC+ISF"
    assert {found for _, found in upshots(said, region, COUNTED)} == {Upshot.OPEN}
    assert {found for _, found in upshots(said, region)} == {Upshot.BORNE_OUT, Upshot.NOT_BORNE_OUT}


def test_a_story_counts_once_for_a_speaker_and_once_for_all_outlets(region: Region) -> None:
    said = ledger("2026-01-10 INC claims INC+TMC; 2026-01-11 INC claims INC+TMC")
    told = ledger("2026-01-10 report claims INC+TMC; 2026-01-11 report claims INC+TMC")
    papers = [replace(s, outlet=paper) for s, paper in zip(told, ("A", "B"), strict=True)]
    copies = [replace(s, origin="o_1") for s in (*said, *papers)]
    found = scores(copies, region, on=AFTER)
    assert [(score.voice, len(score.judged)) for score in found] == [("A", 1), ("INC", 1)]
    found = scores([*said, *papers], region, on=AFTER)
    assert {score.voice: len(score.judged) for score in found} == {"A": 1, "B": 1, "INC": 2}


def test_of_few_cases_no_rate_is_told(region: Region) -> None:
    lines = [f"2026-01-{day} INC claims INC+TMC" for day in range(10, 10 + FEWEST)]
    few = scores(ledger("; ".join(lines[1:])), region, on=AFTER)
    assert [(s.borne_out, s.known, s.rate) for s in few] == [(FEWEST - 1, FEWEST - 1, None)]
    assert few[0].to_json()["rate"] is None
    enough = scores(ledger("; ".join(lines)), region, on=AFTER)
    assert enough[0].rate == Rate.of(FEWEST, FEWEST)
    assert len(enough[0].to_json()["statements"]) == FEWEST


def test_the_chronicle(bengal: Region) -> None:
    """Humayun Kabir's alliance with AIMIM broke before the poll; his refusals held."""
    kabir = voice(scores(chronicle(), bengal, on=date(2026, 6, 1)), "Humayun Kabir")
    by_pair = {(j.saying, j.statement.parties): j.upshot for j in kabir.judged}
    assert by_pair[Saying.DENIAL, ("JUP", "INC")] is Upshot.BORNE_OUT
    assert by_pair[Saying.CLAIM, ("JUP", "ISF")] is Upshot.NOT_BORNE_OUT
    assert kabir.rate is not None
    assert kabir.rate.p05 < kabir.borne_out / kabir.known < kabir.rate.p95
    before = voice(scores(chronicle(), bengal, on=date(2026, 4, 1)), "Humayun Kabir")
    assert before.known == 0


_LINES = st.tuples(
    st.integers(0, 140),
    st.sampled_from(["report", "INC", "TMC", "ISF", "BJP"]),
    st.sampled_from(["agrees", "refuses", "talks", "claims", "denies", "ends", "wants"]),
    st.sampled_from(["INC+TMC", "INC+ISF", "TMC+ISF", "INC+TMC+ISF", "INC+AIMIM"]),
)


def _made(lines: list[tuple[int, str, str, str]], first: date) -> list[Statement]:
    said = [
        s
        for days, speaker, act, pair in lines
        for s in ledger(f"{first + timedelta(days=days)} {speaker} {act} {pair}")
    ]
    return [replace(s, outlet="Paper") for s in said]


@settings(max_examples=60)
@given(
    st.lists(_LINES, max_size=8),
    st.lists(_LINES, max_size=5),
    st.integers(60, 200),
    st.integers(0, 1000),
)
def test_later_articles_and_another_order_change_nothing(
    bengal: Region,
    lines: list[tuple[int, str, str, str]],
    later: list[tuple[int, str, str, str]],
    asked: int,
    seed: int,
) -> None:
    stood = {"INC": range(1, 51), "TMC": range(51, 201), "ISF": range(1, 151)}
    region = with_poll(bengal, stood, allied=[("INC", "TMC")])
    on = date(2026, 1, 1) + timedelta(days=asked)
    made = _made(lines, date(2026, 1, 1))
    found = scores(made, region, on=on)
    mixed = [*made, *_made(later, on + timedelta(days=1))]
    Random(seed).shuffle(mixed)
    assert scores(mixed, region, on=on) == found
    for score in found:
        assert score.known <= len(score.judged)
        assert on > COUNTED or score.known == 0
        assert score.rate is None or score.rate.p05 <= score.rate.mean <= score.rate.p95


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20)
def test_an_aftermath_ends_relations_as_the_board_of_polling_day_had_them(
    bengal: Region, seed: int
) -> None:
    said = Random(seed).sample(chronicle(), len(chronicle()) // 2)
    aftermath = Aftermath.of(said, bengal, date.max)
    seen = aftermath.statements
    ends = {election: outcomes(seen, bengal, election) for election in bengal.elections}
    assert any(ends.values())
    for election, found in ends.items():
        assert {pair: aftermath.outcome(pair, election) for pair in found} == found


def test_voices_are_kept_until_anything_is_recorded(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(":memory:") as kept:
        hindsight = Hindsight(kept, bengal)
        assert hindsight.voices(AFTER) == ()
        text = Article(id="a", published=date(2026, 1, 10), text="They are together.")
        word = replace(
            ledger("2026-01-10 INC claims INC+TMC")[0],
            article="a", content_id=text.content_id, start=0, end=18, quote=text.text,
        )  # fmt: skip
        kept.append([text], [word])
        found = hindsight.voices(AFTER)
        assert len(found) == 1
        monkeypatch.setattr("tieup.desk.hindsight.scores", None)
        assert hindsight.voices(AFTER) is found


def test_voices_tell_how_far_they_are_and_are_stopped_at_any_step(bengal: Region) -> None:
    class StopError(Exception):
        """Nobody waits any more."""

    with Ledger.open(":memory:") as kept:
        Desk(kept, bengal).take_chronicle()
        hindsight = Hindsight(kept, bengal)
        told: list[tuple[int, int]] = []
        found = hindsight.voices(AFTER, lambda done, total: told.append((done, total)))
        assert found
        assert len({total for _, total in told}) == 1
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert any(2 * done > total for done, total in told)  # of the judging, too
        assert told[-1][0] <= told[-1][1]

        steps = iter(range(len(told)))

        def stop(_done: int, _total: int) -> None:
            if next(steps) == len(told) // 2:
                raise StopError

        with pytest.raises(StopError):
            Hindsight(kept, bengal).voices(AFTER, stop)
