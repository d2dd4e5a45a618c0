"""The report: a briefing as one HTML file that works offline, from a mail, without script."""

from tieup.report.page import render, write

__all__ = ["render", "write"]
