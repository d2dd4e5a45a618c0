"""Articles: dated texts, and the forms in which they come in."""

from tieup.articles.article import Article, Source
from tieup.articles.loading import Loaded, Progress, load, parse, stream
from tieup.articles.origins import origins

__all__ = ["Article", "Loaded", "Progress", "Source", "load", "origins", "parse", "stream"]
