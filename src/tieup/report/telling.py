"""A telling: one statement as the page shows it, with who said it, when, and whose words it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from tieup.articles import Article
from tieup.report.naming import UNNAMED, Names, in_words
from tieup.speech import Piece, pieces
from tieup.statements import REPORT, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An outlet, with the address of its article where there is one that a browser may open."""

    text: str
    url: str | None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One statement, ready to be shown.

    Attributes:
        post: in what post the speaker speaks, and for whom.
        act: what the statement does to the alliance; None for a claim about the past.
        outlets: the article's outlet, or for a dispatch the outlets that it summarises; empty where
            none is named.
        dispatch: whether the wording is tieup's own summary.
        own: whether any of it is the speaker's own words.
    """

    id: str
    content_id: str
    speaker: str
    post: str | None
    act: str | None
    said: str | None
    published: str
    outlets: tuple[Link, ...]
    dispatch: bool
    pieces: tuple[Piece, ...]

    @property
    def own(self) -> bool:
        """Whether any of it is the speaker's own words."""
        return any(piece.own for piece in self.pieces)


def tell(statement: Statement, articles: Mapping[str, Article], names: Names) -> Telling:
    """A statement as the page shows it."""
    article = articles.get(statement.content_id)
    speaker, party = _speaker(statement, names)
    post = ", ".join(part for part in (statement.speaker_role, party) if part)
    return Telling(
        id=statement.id,
        content_id=statement.content_id,
        speaker=speaker,
        post=post or None,
        act=statement.act.value if statement.act else None,
        said=in_words(statement.said_on) if statement.said_on else None,
        published=in_words(statement.published),
        outlets=_outlets(statement, article),
        dispatch=article is not None and article.is_dispatch,
        pieces=pieces(statement, article),
    )


def _speaker(statement: Statement, names: Names) -> tuple[str, str | None]:
    """Who speaks, and for which party; the party only where the speaker's name is not its own."""
    speaker = statement.speaker
    if speaker == REPORT:
        return "Report", None
    if speaker.startswith(UNNAMED):
        return names.party(speaker), None
    party = statement.speaker_party
    if speaker == party:
        return names.party(speaker), None
    return names.party(speaker), names.party(party) if party else None


def _outlets(statement: Statement, article: Article | None) -> tuple[Link, ...]:
    if article is not None and article.is_dispatch:
        return tuple(
            Link(text=s.outlet, url=safe(s.url), day=in_words(s.published)) for s in article.sources
        )
    outlet = (article.outlet or article.agency if article else None) or statement.outlet
    url = safe(article.url) if article else None
    if outlet is None and url is not None:
        outlet = urlsplit(url).hostname
    return (Link(text=outlet, url=url),) if outlet else ()


def safe(url: str | None) -> str | None:
    """The address where it is a plain web page; None for javascript:, data: and the like."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None
