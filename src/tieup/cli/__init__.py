"""The command line: every command calls the desk, and nothing under it."""

from tieup.cli.commands import main

__all__ = ["main"]
