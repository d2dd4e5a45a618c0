"""tieup: who is allying with whom, who says so, and what it would be worth in seats."""

from importlib.metadata import version

__version__ = version("tieup")
