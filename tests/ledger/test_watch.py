"""The last moment is never older than the question, and looked up only after something came."""

from datetime import date
from pathlib import Path

import pytest

from stores import Store
from tieup.articles import Article
from tieup.ledger import Ledger, LedgerError


def entered(ledger: Ledger, number: int) -> None:
    article = Article(id=f"n{number}", published=date(2026, 1, 1), text=f"Report {number}.")
    ledger.append([article])


def test_the_last_moment_is_that_of_the_last_entry_whoever_made_it(store: Store) -> None:
    with store.new() as place, Ledger.open(place) as ledger:
        assert ledger.last_moment() is None
        entered(ledger, 1)
        first = ledger.last_moment()
        assert first is not None
        assert ledger.last_moment() == first
        if place == ":memory:":  # nobody else reaches it
            entered(ledger, 2)
            last = ledger.last_moment()
        else:
            with Ledger.open(place) as other:
                entered(other, 2)
                last = other.last_moment()
        assert last is not None
        assert last > first
        assert ledger.last_moment() == last


def test_a_file_is_asked_again_only_once_something_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    real = Ledger._moment

    def look(ledger: Ledger) -> object:
        looked.append(1)
        return real(ledger)

    monkeypatch.setattr(Ledger, "_moment", look)
    with Ledger.open(tmp_path / "tieup.db") as ledger:
        assert ledger.is_near
        for number in range(3):
            entered(ledger, number)
            assert len({ledger.last_moment() for _ in range(5)}) == 1
            assert len(looked) == number + 1


def test_a_file_that_went_bad_is_told_in_plain_words(tmp_path: Path) -> None:
    place = tmp_path / "tieup.db"
    with Ledger.open(place) as ledger:
        entered(ledger, 1)
    with Ledger.open(place) as ledger:
        place.write_bytes(b"rubbish" * 1000)
        (tmp_path / "tieup.db-wal").unlink(missing_ok=True)
        with pytest.raises(LedgerError, match=r"tieup\.db"):
            ledger.last_moment()
