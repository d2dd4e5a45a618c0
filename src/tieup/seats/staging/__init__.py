"""Staging: a scenario set up on its base, with everybody in place, before anything is drawn."""
