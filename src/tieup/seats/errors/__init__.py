"""Errors: how far an election strays from what the last one lets expect."""
