"""Polls: the elections that a text is about."""
