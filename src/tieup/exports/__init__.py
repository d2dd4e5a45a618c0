"""Exports: a ledger in the forms of the field, and back from those that keep all of it."""

from tieup.exports.forms import FORMS, ExportForm, UnknownFormError, read, write

__all__ = ["FORMS", "ExportForm", "UnknownFormError", "read", "write"]
