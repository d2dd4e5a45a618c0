"""Which agency an article credits, and what is no credit."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.articles.agencies import UNNAMED, credited
from wire_stories import STORIES

TEXT = "The two parties met on Monday. They spoke of seats for an hour. They will meet again."


def found(text: str, *, outlet: str | None = None, agency: str | None = None) -> set[str]:
    """The agencies of a text."""
    day = date(2026, 3, 2)
    return set(credited(Article(id="a", published=day, text=text, outlet=outlet, agency=agency)))


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"Port Alden, Mar 2 (PTI) {TEXT}", {"PTI"}),
        (f"Port Alden, March 2 (IANS): {TEXT}", {"IANS"}),
        (f"Port Alden (Coast) [Alden], March 2 (ANI): {TEXT}", {"ANI"}),
        (f"Port Alden, 2 March (PTI/UNI) {TEXT}", {"PTI", "UNI"}),
        (f"PORT ALDEN (PTI): {TEXT}", {"PTI"}),
        (f"PTI\n{TEXT}", {"PTI"}),
        (f"By PTI\n\n{TEXT}", {"PTI"}),
        (f"A headline\n\nPTI | Port Alden | Updated: 02-03-2026 16:57\n\n{TEXT}", {"PTI"}),
        (f"A headline\nPTI, Port Alden,\n{TEXT}", {"PTI"}),
        (f"Press Trust of India\n{TEXT}", {"PTI"}),
        (f"{TEXT} (ANI)", {"ANI"}),
        (f"{TEXT}\n\n--IANS\n\nabc/xyz", {"IANS"}),
        (f"{TEXT} – IANS", {"IANS"}),
        (f"{TEXT}\n\nSource: IANS", {"IANS"}),
        (f"{TEXT} PTI ABC XYZ", {"PTI"}),
        (f"{TEXT}\n\n(With inputs from PTI)", {"PTI"}),
        (f"{TEXT}\n(With PTI inputs)", {"PTI"}),
        (f"{TEXT}\n(With inputs from PTI and ANI)", {"PTI", "ANI"}),
        (f"{TEXT}\nWith agency inputs", {UNNAMED}),
        (f"{TEXT}\n(With inputs from agencies)", {UNNAMED}),
        (f"{TEXT}\n(Not edited by our staff; auto-generated from a syndicated feed.)", {UNNAMED}),
        (f"PTI\n{TEXT}\nThis comes from a wire agency feed.", {"PTI"}),
    ],
)
def test_credits(text: str, agencies: set[str]) -> None:
    assert found(text) == agencies


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"{TEXT} “We met,” she told PTI.",
        f"He told ANI on Monday that talks were on. {TEXT}",
        f"According to PTI, the two parties met. {TEXT}",
        f"PTI reported that the two parties met. {TEXT}",
        f"Pakistan Tehreek-e-Insaf (PTI) has announced its candidates. {TEXT}",
        f"Vijayawada (AP), Dec 5 The parties met. {TEXT}",
        f"The uni, in Port Alden, was closed. {TEXT}",
        f"{TEXT} The agency was closed on Monday.",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert found(text) == set()


def test_credits_beside_the_text() -> None:
    assert found(TEXT, agency="pti") == {"PTI"}
    assert found(TEXT, agency="Press Trust of India") == {"PTI"}
    assert found(TEXT, agency="Coast Wire") == {"COAST WIRE"}
    assert found(TEXT, outlet="ANI") == {"ANI"}
    assert found(TEXT, outlet="The Daily") == set()


def test_the_stories_of_the_tests_are_wire_stories() -> None:
    tags = {name: found(story) for name, story in STORIES.items()}
    assert tags["ferry"] == tags["walkout"] == {"PTI"}
    assert all(len(tag) == 1 for tag in tags.values())


@pytest.mark.parametrize(
    "piece", ["PTI, ", "(PTI", "--PTI ", "PTI ABC ", "With inputs from ", "\n"]
)
def test_adversarial_texts_take_no_time(piece: str) -> None:
    assert found(piece * 20_000) <= {"PTI"}
