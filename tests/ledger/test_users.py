"""Users of the web desk, in each kind of ledger."""

import pytest

from tieup.ledger import Ledger, LedgerError


def test_users_come_and_go(ledger: Ledger) -> None:
    assert not ledger.users.any()
    ledger.users.add("Asha Das", "hash")
    ledger.users.add("Ranjan", "other")
    assert ledger.users.names() == ("Asha Das", "Ranjan")
    assert ledger.users.password("Asha Das") == "hash"
    assert ledger.users.password("asha das") is None
    ledger.users.change("Ranjan", "new")
    assert ledger.users.password("Ranjan") == "new"
    ledger.users.remove("Asha Das")
    assert ledger.users.names() == ("Ranjan",)


@pytest.mark.parametrize("name", ["", "  ", " Asha", "A\nB", "A\u202eB", "x" * 61])
def test_a_name_that_no_page_can_show_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(LedgerError, match="name"):
        ledger.users.add(name, "hash")
    assert not ledger.users.any()


def test_what_is_wrong_is_told(ledger: Ledger) -> None:
    ledger.users.add("Asha", "hash")
    with pytest.raises(LedgerError, match="already"):
        ledger.users.add("Asha", "hash")
    with pytest.raises(LedgerError, match="no user B"):
        ledger.users.change("B", "x")
    with pytest.raises(LedgerError, match="no user B"):
        ledger.users.remove("B")


def test_the_secret_is_made_once_and_is_a_ledgers_own(ledger: Ledger) -> None:
    with Ledger.open(":memory:") as other:
        assert ledger.users.secret() == ledger.users.secret()
        assert ledger.users.secret() != other.users.secret()
        assert len(ledger.users.secret()) > 40


def test_users_are_no_entries_of_the_record(ledger: Ledger) -> None:
    ledger.users.add("Asha", "hash")
    assert ledger.last_moment() is None
    assert ledger.check() == ()
