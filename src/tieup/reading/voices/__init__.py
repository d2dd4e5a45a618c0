"""Voices: who says what in a text."""
