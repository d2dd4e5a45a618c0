"""Reading: from an article's text to statements, each with its quote, its place and its reason."""

from tieup.reading.reader import Reading, read
from tieup.reading.voices.attributions import Attribution, attributions

__all__ = ["Attribution", "Reading", "attributions", "read"]
