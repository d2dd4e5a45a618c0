"""Histories: what each day's statements made of a relation, by rules."""
