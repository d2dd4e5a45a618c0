"""Outcomes read from words alone: every rule reads its example, and nothing reads what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.results.outcomes import Measure, Outcome, Rule, outcome_of, outcomes, rules
from tieup.reading.text.figures import figure_of
from tieup.reading.text.spans import Span


def read(words: str) -> tuple[Outcome, ...]:
    """The outcomes of a whole text."""
    return outcomes(words, Span(0, len(words)))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule: Rule) -> None:
    (found,) = read(rule.example)
    assert (found.rule, found.measure) == (rule.name, rule.measure)


@pytest.mark.parametrize(
    ("words", "measure", "value"),
    [
        ("X's tally of 77", Measure.SEATS, 77),
        ("X's tally was 77", Measure.SEATS, 77),
        ("the party won 77 of 294 seats", Measure.SEATS, 77),
        ("the party won all seven seats", Measure.SEATS, 7),
        ("the party won twenty-two seats", Measure.SEATS, 22),
        ("the party won ७७ seats", Measure.SEATS, 77),
        ("the party won 1,00,000 seats", Measure.SEATS, 100_000),
        ("the party won 1000000000 seats", Measure.SEATS, 10**9),
        ("the party won 0 seats", Measure.SEATS, 0),
        ("the party failed to open its account", Measure.SEATS, 0),
        ("they didn't win any seat", Measure.SEATS, 0),
        ("a vote share of 38.1%", Measure.SHARE, 38.1),
        ("they garnered 39.3 percent votes", Measure.SHARE, 39.3),
        ("she polled 1,10,764 votes", Measure.VOTES, 110_764),
        ("she won by 7.10 lakh votes", Measure.WON, 710_000),
        ("she beat him by a slender margin of 1,956 votes", Measure.WON, 1956),
        ("he stood third in Sandhaven", Measure.PLACE, 3),
        ("they lost deposits in all but two seats", Measure.DEPOSITS, 2),
    ],
)  # fmt: skip
def test_the_figure_of_a_claim(words: str, measure: Measure, value: float) -> None:
    found = outcome_of(words)
    assert found is not None
    assert found.figure is not None
    assert (found.measure, found.figure.value) == (measure, value)


def test_what_it_was_before_and_when() -> None:
    found = outcome_of("its tally rose from 3 in 2016 to 77")
    assert found is not None
    assert found.before is not None
    assert found.figure is not None
    assert (found.before.value, found.before_year, found.figure.value) == (3, 2016, 77)


def test_what_it_is_out_of() -> None:
    found = [outcome_of(w) for w in ("won 77 of the 294 seats", "won 3 of the 92 seats it fought")]
    assert [one and one.of for one in found] == [294, None]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("the Greens won 22 of the 42 seats in 2031, the Blues 18 and the Reds two", [22, 18, 2]),
        ("the Greens polled 38 percent and the Blues 4.7", [38, 4.7]),
        ("the Greens took 44 seats and the Blues 32: 26 for one of them", [44, 32]),
        ("the Greens won 12 seats and polled 9 percent of the votes", [12, 9]),
    ],
)
def test_two_claims_in_one_clause(words: str, figures: list[float]) -> None:
    assert [one.figure and one.figure.value for one in read(words)] == figures


@pytest.mark.parametrize(
    "words",
    [
        "the Greens won five more seats than before",
        "the Greens won 12 of the votes of the farmers' union",
        "its vote share fell by two percentage points",
        "it lost a huge 16.66 percent vote share",
        "it polled 38 percent of the farmers' votes",
        "no other candidate got the required 16.6 percent of the votes",
        "the Greens did not win 12 seats",
        "the Greens bagged 29.71 crore rupees",
        "it had a vote share of 472 percent",
        "the party lost power, ground and the trust of the people",
        "the second largest party met on the third day",
        "she won over the hearts and minds of nobody",
        "the weather in Sandhaven was fine",
    ],
)  # fmt: skip
def test_what_is_no_claim_is_not_read(words: str) -> None:
    assert [one for one in read(words) if one.figure is not None] == []


@pytest.mark.parametrize(
    ("words", "share", "right", "wrong"),
    [
        ("38", True, (37.5, 38.5), (37.4, 38.6)),
        ("4.8", True, (4.75, 4.85), (4.74, 4.86)),
        ("38", False, (38,), (37, 39)),
        ("about 40", False, (38, 42), (37, 43)),
        ("about 200", False, (190, 210), (189, 211)),
        ("around 40", True, (39, 41), (38.9, 41.1)),
        ("nearly 2,000", False, (1800, 1956, 2000), (1799, 2001)),
        ("nearly 17", True, (16, 17.03), (15.9, 17.6)),
        ("over 50,000", False, (50_000, 10**9), (49_999,)),
        ("less than 10", False, (0, 10), (11,)),
        ("7.1 lakh", False, (705_000, 715_000), (704_999, 715_001)),
        ("just one", False, (1,), (0, 2)),
        ("the lone", False, (1,), (0, 2)),
    ],
)
def test_how_closely_a_figure_is_meant(
    words: str, share: bool, right: tuple[float, ...], wrong: tuple[float, ...]
) -> None:
    figure = figure_of(words, share=share)
    assert [figure.holds(n) for n in (*right, *wrong)] == [True] * len(right) + [False] * len(wrong)


@given(
    st.sampled_from(["won {} seats", "polled {}% of the votes", "won by {} votes", "tally of {}"]),
    st.text(alphabet="0123456789०१२३४५६७८९٠١٢٣,.- lakhcroe²½", min_size=1, max_size=14),
)
def test_no_number_is_hostile(words: str, number: str) -> None:
    text = f"the party {words.format(number)} in 2031"
    for one in read(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.figure is None or one.figure.low <= one.figure.value <= one.figure.high


@given(st.sampled_from([rule.example for rule in rules()]), st.integers(0, 40))
def test_the_place_moves_with_the_text(example: str, by: int) -> None:
    text = "." * by + " " + example
    found = outcomes(text, Span(by + 1, len(text)))
    assert [one.span for one in found] == [
        Span(one.span.start + by + 1, one.span.end + by + 1) for one in read(example)
    ]
