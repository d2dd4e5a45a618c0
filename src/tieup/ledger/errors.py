"""What a ledger can fail by."""


class LedgerError(Exception):
    """A ledger that can't be opened, read or written; its one line says what to do."""
