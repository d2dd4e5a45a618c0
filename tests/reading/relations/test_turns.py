"""Turns of phrase by which a clause points beyond the names in it."""

import pytest

from tieup.reading.relations.turns import Turns
from tieup.reading.text.spans import Span


def turns(text: str, *, direct: bool = False) -> Turns:
    """Those of a text with its names masked."""
    return Turns(masked=text, span=Span(0, len(text)), direct=direct)


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("they quarrelled with him over his talks with the P__", True),
        ("its long understanding with the F_________ stands", True),
        ("our efforts to form an alliance with the P__ go on", True),
        ("the talks with the P__ go on", False),
        ("his talks were long, and the P__ left", False),
    ],
)
def test_somebodys_own(text: str, owned: bool) -> None:
    assert turns(text).of_owned is owned


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("it will fight together with its old allies there", True),
        ("the party consulted its partners of last time", True),
        ("they met all of their allies", True),
        ("its old allies the P__ and the P___", False),
        ("its partners, the P__ and the P___", False),
        ("the allies met", False),
    ],
)
def test_allies_without_a_name(text: str, unnamed: bool) -> None:
    assert turns(text).of_allies is unnamed


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("it has joined the P__-F_____ front", True),
        ("an understanding between the P__ and the P___", True),
        ("a coalition of three parties", True),
        ("the three will fight jointly", True),
        ("the P__ wants a pact with the P___", False),
    ],
)
def test_each_to_each(text: str, joined: bool) -> None:
    assert turns(text).of_each_other is joined


def test_whose_side_a_pronoun_means_depends_on_who_speaks() -> None:
    assert turns("we will go alone", direct=True).of_itself
    assert not turns("we will go alone").of_itself
    assert turns("they will go alone").of_itself


def test_only_the_clause_counts() -> None:
    text = "the two met, and all secular parties came"
    assert turns(text).of_those
    behind = Turns(masked=text, span=Span(text.index("and"), len(text)), direct=False)
    assert not behind.of_those
    assert behind.of_all_of_a_kind
