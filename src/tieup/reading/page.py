"""A page: an article with the names, quotations and elections that were found in it."""

from dataclasses import dataclass
from typing import Self

from tieup.articles import Article
from tieup.reading.bonds import Bonds, bonds_of
from tieup.reading.names.foes import Foes
from tieup.reading.names.mention import Mention
from tieup.reading.names.names import masked, names_of
from tieup.reading.names.pointers import pointed
from tieup.reading.names.strangers import everybody
from tieup.reading.polls.polls import Polls
from tieup.reading.text.sentences import quotations
from tieup.reading.text.spans import Placed, Span, lowered
from tieup.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every step of the reading looks at.

    Attributes:
        mentions: the names of the region's pack; everybody: with them, people whom the pack lacks,
            and who "the latter" is.
        foes: those among everybody who are to be beaten.
        masked: the text with every name blanked out to its length; small: that in small letters.
        quotations: what stands within quotation marks.
        polls: the elections that the text speaks of.
        bonds: how the region's parties stand to each other on the article's day.
    """

    article: Article
    region: Region
    text: str
    mentions: Placed[Mention]
    everybody: Placed[Mention]
    foes: Foes
    masked: str
    small: str
    quotations: Placed[Span]
    polls: Polls
    bonds: Bonds

    @classmethod
    def of(cls, article: Article, region: Region) -> Self:
        """Find them."""
        text = article.text
        found = names_of(region).mentions(text, article.published)
        mentions = Placed(found, lambda mention: mention.span)
        blanked = masked(text, found, region)
        named = pointed(text, everybody(text, mentions))
        return cls(
            article=article,
            region=region,
            text=text,
            mentions=mentions,
            everybody=named,
            foes=Foes(text, named),
            masked=blanked,
            small=lowered(blanked),
            quotations=Placed(quotations(text), lambda span: span),
            polls=Polls(text, region, article.published),
            bonds=bonds_of(region, article.published),
        )
