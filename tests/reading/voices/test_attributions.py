"""Who says what, in news about people whom no pack knows. The sentences are ours."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.articles import Article
from tieup.reading import Attribution, attributions
from tieup.regions import Region

DAY = date(2026, 1, 15)


def told(text: str, region: Region | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return attributions(Article(id="ours", published=DAY, text=text), region)


def words(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and contents of each attribution, as they stand in the text."""
    return [
        (
            found.source.of(text) if found.source else None,
            found.cue.of(text),
            [content.of(text) for content in found.contents],
        )
        for found in told(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        ("Ms. Ortega said that rents had doubled.", "Ms. Ortega", "said", ["that rents had doubled"]),
        ("Rents had doubled, the mayor said on Monday.", "the mayor", "said", ["Rents had doubled"]),
        ("She has repeatedly said rents would fall.", "She", "has repeatedly said", ["rents would fall"]),
        ("According to the study, rents doubled.", "the study", "According to", ["rents doubled"]),
        (
            '"Rents have doubled," said Luis Ortega, a critic of the plan. "They will not fall."',
            "Luis Ortega, a critic of the plan", "said", ['"Rents have doubled,"'],
        ),
        (
            "Luis Ortega, a critic of the plan, argued that rents would rise.",
            "Luis Ortega, a critic of the plan,", "argued", ["that rents would rise"],
        ),
        (
            "On Monday the union's president said in a speech that rents had doubled.",
            "the union's president", "said", ["that rents had doubled"],
        ),
        ("Most voters believe that rents will rise.", "Most voters", "believe", ["that rents will rise"]),
        ("The senator called for a freeze on rents.", "The senator", "called for", ["a freeze on rents"]),
        (
            'Ortega said it was a "sensible idea" that tenants would like.',
            "Ortega", "said", ['it was a "sensible idea" that tenants would like'],
        ),
    ],
)  # fmt: skip
def test_source_cue_and_content(
    text: str, source: str | None, cue: str, contents: list[str]
) -> None:
    assert (source, cue, contents) in words(text)


def test_a_quotation_in_two_pieces_has_both() -> None:
    text = '"Rents," Ortega said, "have doubled since May."'
    ((_, _, contents),) = words(text)
    assert contents == ['"Rents,"', '"have doubled since May."']


def test_what_is_thought_within_speech_is_part_of_it() -> None:
    (found,) = words("Ortega said she hopes that rents will fall.")
    assert found == ("Ortega", "said", ["she hopes that rents will fall"])


def test_a_pack_tells_who_it_is(bengal: Region) -> None:
    (found,) = told("Md Salim said the pact was firm.", bengal)
    assert [voice.speaker for voice in found.voices] == ["Md Salim"]


SCRAPS = st.sampled_from(
    [
        *(
            "Ortega",
            "Luis",
            "Sarkar",
            "Congress",
            "leader",
            "the",
            "mayor",
            "he",
            "they",
            "Mr.",
            "Dr.",
        ),
        *("said", "told", "reporters", "that", "according", "to", "as", "saying", "quoted", "by"),
        *(
            "and",
            "who",
            "a",
            "critic",
            "of",
            ",",
            ".",
            ":",
            ";",
            '"',
            "“",
            "”",
            "'",
            "’",
            "''",
            "—",
        ),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SCRAPS, max_size=50).map(" ".join) | st.text(max_size=200))
def test_every_span_stands_in_the_text(bengal: Region, text: str) -> None:
    for region in (None, bengal):
        for found in told(text, region):
            assert found.contents
            assert found.voices
            for span in (found.cue, *found.contents, *filter(None, [found.source])):
                assert 0 <= span.start < span.end <= len(text)
            assert all(one.end <= two.start for one, two in pairwise(found.contents))


@pytest.mark.parametrize(
    "bait",
    ["Ortega said that ", "he said, ", "'a ", '" said he. ', "told him ", "Luis Ortega, who ", "(", "A. "],
)  # fmt: skip
def test_time_grows_with_the_text(bait: str) -> None:
    """Eight times the text takes nowhere near sixty-four times as long."""
    spent = []
    for size in (4_000, 32_000):
        start = time.process_time()
        told((bait * size)[:size])
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * spent[0] + 0.1
