"""Statements: their ids, their relations, their faults and their JSON."""

import json
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles import Article
from tieup.statements import IDENTITY, Statement
from tieup.vocabulary import Act, Form, Kind, Mode

PARTIES = ("AIMIM", "BJP", "INC", "ISF", "JUP", "LF", "TMC")
ELECTIONS = ("WB-2021", "LS-2024-WB", "WB-2026")
#: A few weeks, so that statements often share a day.
DAYS = st.dates(date(2025, 11, 20), date(2025, 12, 31))
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
NAMES = st.none() | WORDS
LISTS = st.lists(WORDS, max_size=2).map(tuple)

ARTICLE = Article(id="a1", published=date(2025, 12, 28), text="The ISF said: “We talk.”")
SAID = Statement(
    kind=Kind.ALLIANCE,
    act=Act.TALKS,
    article=ARTICLE.id,
    content_id=ARTICLE.content_id,
    parties=("ISF", "LF"),
    published=ARTICLE.published,
    quote="“We talk.”",
    start=14,
    end=24,
    reader="rules/1",
    confidence=0.9,
    why="talk",
)


@st.composite
def texts(draw: st.DrawFn) -> Article:
    """An article with something in it to quote."""
    return Article(
        id=draw(st.sampled_from(["a", "b", "c", "d"])),
        published=draw(DAYS),
        text="Said: " + draw(WORDS),
        outlet=draw(st.sampled_from([None, "The Daily", "The Weekly"])),
        title=draw(NAMES),
        agency=draw(st.sampled_from([None, "PTI"])),
    )


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    """A sound statement in an article, of any kind and with any field known or not."""
    kind = draw(st.sampled_from(Kind))
    parties = tuple(draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=4)))
    end = draw(st.integers(1, len(article.text)))
    start = draw(st.integers(0, end - 1).filter(lambda at: article.text[at:end].strip()))
    return Statement(
        kind=kind,
        act=draw(st.sampled_from(Act)) if kind is Kind.ALLIANCE else None,
        article=article.id,
        content_id=article.content_id,
        parties=parties,
        hub=draw(st.sampled_from([None, *parties])),
        form=draw(st.none() | st.sampled_from(Form)),
        speaker=draw(st.sampled_from(["report", "Nawsad Siddiqui", "unnamed:LF"])),
        speaker_party=draw(st.none() | st.sampled_from(PARTIES)),
        speaker_role=draw(NAMES),
        unit=draw(st.sampled_from([None, "state", "centre"])),
        mode=draw(st.sampled_from(Mode)),
        election=draw(st.none() | st.sampled_from(ELECTIONS)),
        background=draw(st.booleans()),
        said_on=draw(st.none() | DAYS),
        published=article.published,
        quote=article.text[start:end],
        start=start,
        end=end,
        seats=draw(st.dictionaries(st.sampled_from(PARTIES), st.integers(0, 294), max_size=2)),
        places=draw(LISTS),
        deadline=draw(NAMES),
        condition=draw(NAMES),
        decider=draw(NAMES),
        participants=draw(LISTS),
        against=draw(LISTS),
        outlet=article.outlet,
        origin=draw(NAMES),
        reader=draw(st.sampled_from(["rules/1", "rules/2"])),
        confidence=draw(st.floats(0, 1)),
        why=draw(WORDS),
    )


SOUND = texts().flatmap(lambda article: st.tuples(st.just(article), statements(article)))


@given(SOUND)
def test_json_brings_a_statement_back(sound: tuple[Article, Statement]) -> None:
    _, statement = sound
    written = json.dumps(statement.to_json())
    values = json.loads(written)
    assert Statement.from_json(values) == statement
    assert Statement.from_json({**values, "later": "a key added since"}) == statement
    assert values["id"] == statement.id


@given(SOUND)
def test_a_statement_made_from_its_article_has_no_faults(sound: tuple[Article, Statement]) -> None:
    article, statement = sound
    assert statement.faults(article) == ()


def test_the_json_has_the_published_keys() -> None:
    keys = (
        "id kind article content_id act parties hub form speaker speaker_party speaker_role unit "
        "mode election background said_on published quote start end seats places deadline "
        "condition decider participants against outlet origin reader confidence why"
    )
    assert set(keys.split()) <= SAID.to_json().keys()


@pytest.mark.parametrize(
    "change",
    [
        {"reader": "other/9"},
        {"confidence": 0.1},
        {"why": "other"},
        {"published": date(2025, 12, 29)},
        {"article": "a copy"},
        {"outlet": "The Daily"},
        {"origin": "o_1"},
        {"speaker_role": "chairman"},
        {"mode": Mode.DIRECT},
    ],
)
def test_who_read_it_and_when_is_no_part_of_the_id(change: dict[str, Any]) -> None:
    assert not change.keys() & set(IDENTITY)
    assert replace(SAID, **change).id == SAID.id


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.PARTY},
        {"content_id": "a_other"},
        {"start": 13},
        {"end": 23},
        {"act": Act.DENIES},
        {"parties": ("ISF", "JUP")},
        {"hub": "ISF"},
        {"form": Form.MERGER},
        {"speaker": "Biman Basu"},
        {"election": "WB-2026"},
        {"background": True},
        {"said_on": date(2025, 12, 27)},
        {"seats": {"ISF": 3}},
        {"places": ("Malda",)},
    ],
)
def test_what_is_said_and_where_makes_the_id(change: dict[str, Any]) -> None:
    assert change.keys() <= set(IDENTITY)
    assert replace(SAID, **change).id != SAID.id


@given(st.lists(st.sampled_from(PARTIES), unique=True, max_size=5), st.randoms())
def test_pairs_are_every_two_or_the_hub_with_each(parties: list[str], rng: Random) -> None:
    every = replace(SAID, parties=tuple(parties)).pairs
    assert set(every) == {tuple(sorted(pair)) for pair in combinations(parties, 2)}
    assert len(every) == len(set(every))
    if parties:
        hub = rng.choice(parties)
        of_hub = replace(SAID, parties=tuple(parties), hub=hub).pairs
        assert set(of_hub) == {pair for pair in every if hub in pair}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"content_id": "a_other"}, "stands in another text"),
        ({"quote": "“We walk.”"}, "quote is not the text from 14 to 24"),
        ({"start": 13}, "quote is not the text from 13 to 24"),
        ({"quote": "", "start": 5, "end": 5}, "quote is empty"),
        ({"act": None}, "an alliance statement has an act"),
        ({"kind": Kind.TARGET}, "the other kinds have none"),
        ({"hub": "TMC"}, "hub TMC is not among the parties"),
        ({"parties": ("ISF", "ISF")}, "a party is named twice"),
        ({"confidence": 1.5}, "confidence 1.5 is outside 0 to 1"),
    ],
)
def test_each_fault_is_named(change: dict[str, Any], fault: str) -> None:
    (found,) = replace(SAID, **change).faults(ARTICLE)
    assert fault in found
