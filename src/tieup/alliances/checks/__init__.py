"""Checks: what texts claim about past elections, held against the official returns."""
