"""Reading: from an article's text to statements, each with its quote, its place and its reason."""

from tieup.reading.attributions import Attribution, attributions
from tieup.reading.reader import Reading, read

__all__ = ["Attribution", "Reading", "attributions", "read"]
