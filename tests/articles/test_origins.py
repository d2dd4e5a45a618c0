"""Copies of one story are found in every disguise, and other stories are not taken for copies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.articles import Article
from tieup.articles.origins import (
    WINDOW,
    are_copies,
    named,
    origin_of,
    origins,
)
from wire_stories import (
    DAY,
    STORIES,
    WAYS,
    article,
    body,
    reworded,
    sentences,
    trimmed,
    whole,
)

BOILERPLATE = (
    "Follow our channel for the latest from the coast and the hills. Subscribe to the morning "
    "letter for the stories that matter. The views of speakers are their own."
)
#: Each story, whole and in every disguise, with the story's name.
PRINTED = [
    (name, article(way(story), day=DAY + timedelta(days=later)))
    for name, story in STORIES.items()
    for later, way in enumerate((whole, *WAYS[:3]))
]
BATCHES = st.lists(st.sampled_from([one for _, one in PRINTED]), max_size=9, unique=True)


def partition(found: dict[str, str]) -> set[frozenset[str]]:
    """Which texts share an origin."""
    return {frozenset(t for t, o in found.items() if o == name) for name in found.values()}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("way", WAYS)
def test_a_copy_is_found_in_every_disguise(story: str, way: Callable[[str], str]) -> None:
    first, copy = article(STORIES[story]), article(way(STORIES[story]))
    assert first.text != copy.text
    assert are_copies(first, copy)
    assert len(set(origins([first, copy]).values())) == 1


@pytest.mark.parametrize("story", STORIES)
def test_disguises_add_up(story: str) -> None:
    copy = trimmed(reworded(body(STORIES[story])))
    assert are_copies(article(STORIES[story]), article(copy, day=DAY + timedelta(days=1)))


def test_different_stories_of_one_day_stay_apart() -> None:
    wire = [article(story) for story in STORIES.values()]
    assert not any(are_copies(one, two) for one, two in combinations(wire, 2))
    assert len(set(origins(wire).values())) == len(STORIES)


def test_boilerplate_makes_no_copy() -> None:
    dressed = [article(f"{BOILERPLATE} {body(story)} {BOILERPLATE}") for story in STORIES.values()]
    assert not any(are_copies(one, two) for one, two in combinations(dressed, 2))


@pytest.mark.parametrize("story", STORIES)
def test_a_follow_up_that_repeats_the_background_is_another_story(story: str) -> None:
    said = sentences(STORIES[story])
    follow_up = " ".join(
        [
            "Ministers met until late on Tuesday, and nobody came out to speak.",
            "Two of those present expect a decision before the weekend at the earliest.",
            "Police kept the road before the building closed to all traffic.",
            *said[4:],
        ]
    )
    day = DAY + timedelta(days=1)
    assert not are_copies(
        article(STORIES[story], outlet="The Daily"), article(follow_up, day=day, outlet="The Daily")
    )


def test_a_form_filled_in_with_other_numbers_is_another_story() -> None:
    form = (
        "The commission said that {a} percent of voters had cast their ballots by five on {day}. "
        "In the {n} seats of the phase {b} candidates stand. At {c} booths voting was held up by "
        "faults of the machines. The chief electoral officer put the women among the voters at "
        "{d} percent. In the last election the figure had been {e} at the same hour."
    )
    first = form.format(a=61, day="Monday", n=44, b=312, c=17, d=48, e=63)
    second = form.format(a=58, day="Tuesday", n=39, b=287, c=9, d=47, e=66)
    assert not are_copies(article(first), article(second))


def test_a_round_up_does_not_make_its_parts_one_story() -> None:
    one, two = article(STORIES["ferry"]), article(STORIES["hills"])
    both = article(f"{one.text}\n\n{two.text}")
    found = origins([one, two, both])
    assert found[one.content_id] == found[both.content_id] != found[two.content_id]


def test_agencies_move_the_bar() -> None:
    """Half of the text is common: enough under one agency's tag, not without, still less under two."""
    said, other, third = (sentences(body(STORIES[name])) for name in ("ferry", "letter", "youth"))
    half, story = " ".join([*said[:4], *other[2:6]]), " ".join([*said[:4], *third[1:7]])
    tag = "Port Alden, Mar 2 ({}) {}"

    def alike(one: str, two: str) -> bool:
        return are_copies(article(tag.format(one, story)), article(tag.format(two, half)))

    common = len(" ".join(said[:4]).split())
    assert 0.5 < common / len(half.split()) < 0.6
    assert common / len(story.split()) < 0.6
    assert alike("PTI", "PTI")
    assert not alike("PTI", "ANI")
    assert not alike("Daily", "Daily")


def test_a_story_is_copied_within_days() -> None:
    first = article(STORIES["ferry"])
    copy = article(trimmed(first.text), day=DAY + WINDOW)
    late = replace(copy, published=DAY + WINDOW + timedelta(days=1))
    assert are_copies(first, copy)
    assert not are_copies(first, late)
    assert are_copies(first, replace(first, published=late.published))


@pytest.mark.parametrize("start", range(WINDOW.days + 1))
@pytest.mark.parametrize(
    ("days", "stories"), [(0, 1), (1, 1), (WINDOW.days, 1), (WINDOW.days + 1, 2)]
)
def test_copies_are_found_across_all_days_of_the_window(
    start: int, days: int, stories: int
) -> None:
    day = DAY + timedelta(days=start)
    first = article(STORIES["ferry"], day=day)
    copy = article(trimmed(first.text), day=day + timedelta(days=days))
    assert len(set(origins([copy, first]).values())) == stories


def test_short_texts_are_copies_to_the_letter_only() -> None:
    short = article("The two parties met on Monday and will meet again.")
    other = article("The two parties met on Monday and will meet again!")
    assert not are_copies(short, other)
    assert are_copies(short, replace(short, id="b", outlet="The Daily"))
    assert len(set(origins([short, other]).values())) == 2


def test_the_first_copy_names_the_origin() -> None:
    first = article(trimmed(STORIES["ferry"]))
    rest = [article(STORIES["ferry"], day=DAY + timedelta(days=n)) for n in (1, 2)]
    found = origins([*rest, first])
    assert set(found.values()) == {origin_of(first.content_id)}
    assert origin_of("a_0123") == "o_0123"


def test_links_join_what_they_reach() -> None:
    found = named("abcdef", [("b", "c"), ("e", "f"), ("c", "a")])
    assert found == {
        "a": "o_a", "b": "o_a", "c": "o_a", "d": "o_d", "e": "o_e", "f": "o_e"
    }  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12), st.randoms())
def test_the_order_of_links_changes_nothing(links: list[tuple[int, int]], rng: Random) -> None:
    said = [(str(a), str(b)) for a, b in links]
    turned = [(b, a) for a, b in rng.sample(said, len(said))]
    texts = [str(n) for n in range(9)]
    assert named(texts, said) == named(texts, turned)


@settings(max_examples=25, deadline=None)
@given(BATCHES, st.randoms(use_true_random=False))
def test_order_changes_nothing(batch: list[Article], rng: Random) -> None:
    found = origins(batch)
    assert origins(rng.sample(batch, len(batch))) == found
    assert set(found) == {one.content_id for one in batch}
    stories = {one.content_id: name for name, one in PRINTED}
    for group in partition(found):
        assert len({stories[text] for text in group}) == 1


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(PRINTED), st.sampled_from(PRINTED), st.text(max_size=300))
def test_copies_are_copies_of_each_other(
    one: tuple[str, Article], other: tuple[str, Article], noise: str
) -> None:
    a, b = one[1], replace(other[1], text=other[1].text + noise)
    assert are_copies(a, b) == are_copies(b, a)
    assert are_copies(a, a)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert are_copies(article(one), article(other)) == are_copies(article(other), article(one))
