"""Who "the former" and "the latter" are, in sentences of ours."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.page import Page
from tieup.reading.text.spans import Span
from tieup.regions import Region


def meant(text: str, region: Region) -> list[tuple[str, str]]:
    """The words of each pointer and the name that it stands for."""
    page = Page.of(Article(id="ours", published=date(2026, 1, 15), text=text), region)
    found = page.everybody.within(Span(0, len(text)))
    return [(m.span.of(text), m.name) for m in found if "named before" in m.how]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The RSP met the Congress. The latter left.", [("The latter", "INC")]),
        (
            "The RSP met the Congress. The former has left, and the latter stayed.",
            [("The former", "RSP"), ("the latter", "INC")],
        ),
        ("The ISF went to the BJP; the latter's offer stood.", [("the latter", "BJP")]),
        (
            "ISF leader Karim Sheikh met AIMIM leader Farid Alam at the latter's house.",
            [("the latter", "Farid Alam")],
        ),
        ("The former minister met the Congress.", []),
        ("The latter left.", []),
        ("The RSP met the Congress. In the latter half of the month it rained.", []),
        ("The RSP spoke. " + "It rained all day. " * 20 + "The latter left.", []),
    ],
)
def test_who_is_meant(text: str, expected: list[tuple[str, str]], bengal: Region) -> None:
    assert meant(text, bengal) == expected
