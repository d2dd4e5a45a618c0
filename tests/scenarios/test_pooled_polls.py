"""Polls: pooled with their whole error, and files of them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.regions import Region
from tieup.scenarios import Poll, ScenarioError, load_polls, pooled
from tieup.scenarios.polls import COMMON, HALF_LIFE, HOUSE

DAY = date(2026, 3, 1)


def poll(pollster: str = "One", *, day: date = DAY, sample: int = 1000, **shares: float) -> Poll:
    return Poll(pollster=pollster, since=day, until=day, sample=sample, shares=shares)


def test_one_poll_has_its_shares_and_more_than_its_samples_error() -> None:
    found = pooled([poll(TMC=50.0)])
    assert found.shares == {"TMC": 50.0}
    sampling = 50 / 1000**0.5
    assert found.errors["TMC"] == pytest.approx((sampling**2 + HOUSE**2 + COMMON**2) ** 0.5)
    assert found.houses == {"One": {"TMC": 0.0}}


def test_the_published_error_is_met_at_a_usual_sample() -> None:
    assert pooled([poll(TMC=50.0, sample=800)]).errors["TMC"] == pytest.approx(3.5, abs=0.02)


def test_a_second_house_narrows_the_error_and_a_second_poll_of_one_less_so() -> None:
    one = pooled([poll(TMC=50.0)]).errors["TMC"]
    again = pooled([poll(TMC=50.0), poll(TMC=50.0)]).errors["TMC"]
    other = pooled([poll(TMC=50.0), poll("Two", TMC=50.0)]).errors["TMC"]
    assert COMMON < other < again < one


def test_an_old_poll_counts_less() -> None:
    old = poll("Old", day=DAY - timedelta(days=round(HALF_LIFE)), TMC=40.0)
    found = pooled([old, poll("New", TMC=46.0)])
    assert found.shares["TMC"] == pytest.approx((40 * 0.5 + 46) / 1.5, abs=0.01)
    assert found.houses["New"]["TMC"] > 0 > found.houses["Old"]["TMC"]
    assert found.houses["New"]["TMC"] < 46.0 - found.shares["TMC"]
    assert found.on == DAY


shares = st.dictionaries(st.sampled_from("ABC"), st.floats(0, 33), min_size=1)


@given(
    st.lists(
        st.builds(
            lambda s, n, d: poll(f"P{n % 3}", day=DAY - timedelta(days=d), sample=n, **s),
            shares,
            st.integers(1, 9000),
            st.integers(0, 400),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_pool_lies_among_its_polls_and_never_knows_more_than_all_err(polls: list[Poll]) -> None:
    found = pooled(polls)
    assert sum(found.shares.values()) <= 100 + 1e-9
    for party, share in found.shares.items():
        told = [poll.shares[party] for poll in polls if party in poll.shares]
        assert min(told) - 1e-9 <= share <= max(told) + 1e-9
        assert 0 < found.errors[party] < 60


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"shares": {"TMC": 60.0, "BJP": 41.0}}, "add up to 101 percent"),
        ({"shares": {"TMC": 101.0}}, "not from 0 to 100"),
        ({"shares": {"TMC": float("nan")}}, "not a number"),
        ({"shares": {}}, "no shares"),
        ({"sample": 0}, "must be 1 or more"),
        ({"until": DAY - timedelta(days=1)}, "before it begins"),
    ],
)
def test_a_poll_that_can_not_be_is_refused(given: dict[str, object], said: str) -> None:
    whole = {"pollster": "One", "since": DAY, "until": DAY, "sample": 100, "shares": {"TMC": 40.0}}
    with pytest.raises(ScenarioError, match=said):
        Poll(**(whole | given))  # type: ignore[arg-type]


def test_no_poll_and_a_poll_from_later_are_refused() -> None:
    with pytest.raises(ScenarioError, match="no poll"):
        pooled([])
    with pytest.raises(ScenarioError, match="after 2026-02-01"):
        pooled([poll(TMC=40.0)], date(2026, 2, 1))


CSV = """pollster,from,to,sample,party,share
One,2026-03-01,2026-03-05,1200,TMC,44
One,2026-03-01,2026-03-05,1200,Bharatiya Janata Party,41.5
Two,2026-03-07,2026-03-09,800,TMC,42
"""
TOML = """
[[poll]]
pollster = "One"
from = 2026-03-01
to = 2026-03-05
sample = 1200
shares = { TMC = 44, "Bharatiya Janata Party" = 41.5 }
[[poll]]
pollster = "Two"
from = 2026-03-07
to = 2026-03-09
sample = 800
shares = { TMC = 42 }
"""


def test_both_kinds_of_file_say_the_same(bengal: Region, tmp_path: Path) -> None:
    (tmp_path / "polls.csv").write_text(CSV)
    (tmp_path / "polls.toml").write_text(TOML)
    one, other = (load_polls(tmp_path / f"polls.{form}", bengal) for form in ("csv", "toml"))
    assert [p.shares for p in one] == [{"TMC": 44.0, "BJP": 41.5}, {"TMC": 42.0}]
    assert pooled(one) == pooled(other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: columns must be"),
        ("a,b\n", "line 1: columns must be"),
        (CSV.splitlines()[0], "no poll"),
        (CSV.replace("44", "many"), "line 2: share"),
        (CSV.replace("44", "nan"), "TMC=nan: not a number"),
        (CSV.replace("44", "58.6"), "line 2: the shares add up to 100.1"),
        (CSV.replace("2026-03-05", "2026-02-05"), "line 2: it ends on 2026-02-05, before"),
        (CSV.replace("2026-03-05", "March"), "line 2: to"),
        (CSV.replace("Bharatiya Janata Party", "BJPP"), "unknown party 'BJPP'"),
        (CSV.replace("Bharatiya Janata Party", "TMC"), "line 3: TMC stands in this poll already"),
        (CSV.replace("Bharatiya Janata Party", "Trinamool"), "TMC is given twice"),
        (CSV.replace("1200,TMC", "1200"), "line 2: 5 cells"),
        (CSV.replace("1200", "0"), "line 2: a sample of 0"),
        (CSV.replace("One", '"One'), "is no CSV"),
    ],
)
def test_a_broken_file_is_one_line_with_its_place(
    bengal: Region, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "polls.csv"
    path.write_text(text)
    with pytest.raises(ScenarioError, match=said) as refused:
        load_polls(path, bengal)
    assert str(refused.value).startswith("polls.csv")
    assert len(str(refused.value).splitlines()) == 1


def test_a_file_that_is_not_there_or_no_text_is_refused(bengal: Region, tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="can't be read"):
        load_polls(tmp_path / "none.csv", bengal)
    (tmp_path / "bad.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScenarioError, match="is not UTF-8"):
        load_polls(tmp_path / "bad.csv", bengal)
    (tmp_path / "bad.toml").write_text("[[poll")
    with pytest.raises(ScenarioError, match="is no TOML"):
        load_polls(tmp_path / "bad.toml", bengal)
