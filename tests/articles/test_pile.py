"""A pile of articles: whatever the order they are laid down in, they come up in that of their days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles import Article
from tieup.articles import pile as pile_module
from tieup.articles.pile import Pile

ARTICLES = st.builds(
    Article,
    id=st.text(max_size=5),
    published=st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 1, 9)),
    text=st.text(max_size=30),
    outlet=st.none() | st.text(max_size=5),
)


@given(st.lists(ARTICLES))
def test_every_article_comes_up_in_order(articles: list[Article]) -> None:
    with Pile() as pile:
        for article in articles:
            pile.lay(article)
        assert len(pile) == len(articles)
        found = list(pile.in_order())
    assert found == sorted(articles, key=lambda a: (a.published, a.content_id))


def test_a_large_pile_lies_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile_module, "_IN_MEMORY", 1000)
    articles = [
        Article(id=f"{n}", published=date(2026, 1, 31 - n), text=100 * f"{n}") for n in range(30)
    ]
    with Pile() as pile:
        for article in articles:
            pile.lay(article)
        assert pile._file._rolled  # type: ignore[attr-defined] # a fact of the standard library
        assert list(pile.in_order()) == articles[::-1]
