"""Who is named as a foe, and who as somebody to ally with, in sentences of ours."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.page import Page
from tieup.reading.text.spans import Span
from tieup.regions import Region


def foes(text: str, region: Region) -> list[str]:
    """The parties of the names that are foes', in order."""
    page = Page.of(Article(id="ours", published=date(2026, 1, 15), text=text), region)
    found = page.everybody.within(Span(0, len(text)))
    return [str(m.party) for m in found if m in page.foes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ISF calls on everybody to unite against the TMC.", ["TMC"]),
        ("The ISF would unite all parties against the TMC and the BJP.", ["TMC", "BJP"]),
        ("The ISF is a force outside of both the TMC and the BJP.", ["TMC", "BJP"]),
        ("The ISF wants to oust the TMC. The BJP does not.", ["TMC"]),
        ("The ISF is to keep the BJP at bay.", ["BJP"]),
        ("The ISF is to throw the BJP-led alliance out.", ["BJP"]),
        ("The ISF is to keep the Congress as an ally.", []),
        ("An anti-BJP front needs the Congress.", ["BJP"]),
        ("The ISF wants a pact with the Congress.", []),
        ("The ISF put up no candidate against the Congress.", []),
        ("The ISF met the Congress. It spoke against a pact.", []),
    ],
)
def test_who_is_a_foe(text: str, expected: list[str], bengal: Region) -> None:
    assert foes(text, bengal) == expected


def test_only_names_are_foes(bengal: Region) -> None:
    article = Article(id="ours", published=date(2026, 1, 15), text="All against the BJP.")
    assert "BJP" not in Page.of(article, bengal).foes
