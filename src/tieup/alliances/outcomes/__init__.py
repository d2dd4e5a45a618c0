"""Outcomes: what came of alliances and of what was said about them, and how often."""
