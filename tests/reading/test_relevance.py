"""Which texts are about an alliance at all, and why."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles import load
from tieup.reading.relevance import is_relevant, relevance
from tieup.regions import Region, bundled_regions, load_region


@pytest.fixture(scope="module")
def states() -> tuple[Region, ...]:
    """Every bundled region."""
    return bundled_regions()


#: A hundred thousand characters of news that is about no alliance.
PADDING = "The river rose again on Monday and the ferry did not run until noon. " * 1450


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Congress wants an alliance with the Left Front.", "alliance"),
        ("The BJP and its ALLIES met. The Shiv Sena was there.", "ALLIES"),
        ("The RJD has tied up with the Congress in Bihar.", "tied up"),
        ("The DMK left 25 seats to the Congress.", "seats"),
        ("Nawsad Siddiqui said there had been no talks with the AIMIM.", "talks"),
        ("The BSP goes it alone, and the Samajwadi Party knows it.", "alone"),
        ("The AGP supports the BJP from outside.", "supports"),
        ("The Congress was in the anti-BJP front, and the CPI(M), too.", "front"),
        ("The AIMIM will stand by Abbas Siddiqui of the ISF.", "stand by"),
    ],
)
def test_news_of_an_alliance(text: str, word: str, states: Sequence[Region]) -> None:
    found = relevance(text, states)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "India won the Test at Eden Gardens by an innings.",
        "The two banks are in talks on an alliance, and their partners agree.",
        "A Congress worker was shot dead in Malda; the BJP and the Congress blame each other.",
        "The BJP alone has the seats it needs, the BJP said of the BJP.",
        "Finally, the BJP parties hard, with real impact on the Congress community.",
    ],
)
def test_other_news(text: str, states: Sequence[Region]) -> None:
    assert not is_relevant(text, states)


def test_it_says_why(bengal: Region) -> None:
    found = relevance("Kolkata: The Left Front and the Congress are in talks.", [bengal])
    assert found is not None
    assert found.start == 48
    assert found.why == "'talks' near 'Left Front' and 'Congress'"


@pytest.mark.parametrize(
    "text",
    [
        "Mamata Banerjee said in seat-sharing talks that the Trinamool Congress, her AITC, is ready.",
        "The Left Front held its rally; later the Congress held one, too.",
        "The Congress talks of its Party Congress.",
    ],
    ids=["a leader and her own party", "a front's name is no word", "a name in no party's name"],
)
def test_one_side_alone(text: str, bengal: Region) -> None:
    assert not is_relevant(text, [bengal])


@pytest.mark.parametrize(
    "text",
    [
        "The ISF will contest 182 seats in the state.",
        "The Congress has a strong base in Malda.",
        "The ISF won just one seat in 2021.",
        "Humayun Kabir launched his party on Monday.",
        "The Trinamool Congress suspended him.",
        "The CPI(M) drew a blank.",
    ],
)
def test_a_partys_own_news_needs_no_second_party(text: str, bengal: Region) -> None:
    found = relevance(text, [bengal])
    assert found is not None
    assert len(found.names) == 1
    assert not is_relevant("It " + text.split(" ", 3)[-1], [])


def test_a_name_further_away_is_not_near(bengal: Region) -> None:
    gap = "It rained and rained. " * 20
    assert is_relevant("The CPI(M) wants an alliance with the Congress.", [bengal])
    assert not is_relevant(f"The CPI(M) wants an alliance. {gap} The Congress met.", [bengal])
    assert not is_relevant(f"The CPI(M) and the Congress met. {gap} An alliance!", [bengal])


def test_two_parties_near_each_other_at_two_words_are_enough_at_one(bengal: Region) -> None:
    """Each word sees one party of the first pair; the second pair stands at the second word."""
    gap = "It rained and rained. " * 12
    text = f"The CPI(M) talks. {gap} The Congress talks, {gap} and the ISF was there."
    found = relevance(text, [bengal])
    assert found is not None
    assert set(found.names) < {"CPI(M)", "Congress", "ISF"}


def test_a_region_has_its_own_names(states: Sequence[Region]) -> None:
    text = "The Peasants and Workers Party turned down an alliance with the Raijor Dal."
    assert is_relevant(text, states)
    assert not any(is_relevant(text, [state]) for state in states)
    assert not is_relevant(text, [])


@pytest.mark.parametrize("before", [0, 1, 2])
def test_long_texts_stay_relevant(before: int, bengal: Region) -> None:
    """With a hundred thousand characters of other news before, after or around it."""
    news = "The ISF and the AIMIM are in talks."
    text = [news + PADDING, PADDING + news, PADDING + news + PADDING][before]
    found = relevance(text, [bengal])
    assert found is not None
    assert found.start == text.index("talks")
    assert not is_relevant(PADDING, [bengal])


@pytest.mark.parametrize(
    "piece",
    ["alliance ", "Congress ", "alliance Congress ", "finally ", "Trinamool ", "İ", "tie-", "A"],
)
def test_time_grows_with_the_text(piece: str, bengal: Region) -> None:
    """Eight times the text takes nothing like sixty-four times as long."""

    def seconds(size: int) -> float:
        text, times = f"alliance {piece * (size // len(piece))} alliance", []
        for _ in range(3):
            start = process_time()
            assert not is_relevant(text, [bengal])
            times.append(process_time() - start)
        return min(times)

    seconds(100)  # the names are compiled
    assert seconds(400_000) < 30 * seconds(50_000) + 0.05


PIECES = [
    *("alliance", "talks", "Alone", "front", "seat", "the", ".", "\n", "İ", "ß", "x" * 200),
    *("Left Front", "Congress", "Trinamool Congress", "Party Congress", "BJP", "Mamata Banerjee"),
]


@given(st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_any_text_is_decided_with_a_reason_from_the_text(text: str) -> None:
    region = load_region("west-bengal")
    found = relevance(text, [region])
    assert is_relevant(text, [region]) == (found is not None)
    if found is not None:
        assert text.startswith(found.word, found.start)
        first, second = found.names
        assert first in text
        assert second in text[text.index(first) + len(first) :]


PARTIES = ("Congress", "INC", "BJP", "CPI(M)")
WORDS = ("talks", "pact", "alone")
RAIN = ("rain " * 10, "rain " * 29, "rain " * 61)


@given(st.lists(st.sampled_from([*PARTIES, *WORDS, *RAIN]), max_size=14))
def test_two_parties_begin_within_three_hundred_characters_of_a_word(pieces: list[str]) -> None:
    """As the rule says it, with every word and every pair tried."""
    starts = [sum(len(p) + 1 for p in pieces[:n]) for n in range(len(pieces))]
    placed = list(zip(starts, pieces, strict=True))
    expected = any(
        len(
            {
                p.replace("INC", "Congress")
                for at, p in placed
                if p in PARTIES and near(at, start, w)
            }
        )
        > 1
        for start, w in placed
        if w in WORDS
    )
    assert is_relevant(" ".join(pieces), [load_region("west-bengal")]) == expected


def near(at: int, start: int, word: str) -> bool:
    """Whether a name that begins at a place is near a word."""
    return start - 300 <= at < start + len(word) + 300


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_stands_around_it_hides_no_news(before: str, after: str) -> None:
    news = "The Congress and the BJP in talks."
    assert is_relevant(f"{before}\n{news}\n{after}", [load_region("west-bengal")])


def test_every_annotated_article_is_relevant(shared: Path, states: Sequence[Region]) -> None:
    articles = load([shared / "gold" / "articles", shared / "seeds"]).articles
    assert len(articles) >= 30
    assert [a.id for a in articles if not is_relevant(a.text, states)] == []


def test_dispatches_on_alliances_are_relevant(bengal: Region, states: Sequence[Region]) -> None:
    chronicle = bengal.read_chronicle()
    passed = sum(is_relevant(article.text, states) for article in chronicle)
    assert passed / len(chronicle) > 0.95
