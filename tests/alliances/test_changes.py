"""Changes: what turned between two boards, and on which days anything did."""

from datetime import date, timedelta

from tieup.alliances import Board, BoardEntry, Finding, board, changes, standings
from tieup.desk import Desk
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.vocabulary import Status

DAY = date(2026, 1, 15)


def board_of(on: date = DAY, **ties: tuple[Status, date]) -> Board:
    entries = tuple(
        BoardEntry(
            parties=(pair[:3], pair[3:]),
            finding=Finding(status=status, rule="", because=()),
            since=since,
        )
        for pair, (status, since) in ties.items()
    )
    return Board(on=on, known=None, election="WB-2026", entries=entries, groups=())


def test_what_stands_elsewhere_is_told_the_latest_first() -> None:
    early, late = DAY - timedelta(days=9), DAY - timedelta(days=1)
    before = board_of(INCISF=(Status.TALKING, early), BJPTMC=(Status.REFUSED, early))
    after = board_of(
        INCISF=(Status.AGREED, early), BJPTMC=(Status.REFUSED, early), ISFTMC=(Status.TALKING, late)
    )
    found = changes(before.statuses, after)
    assert [(c.parties, c.before, c.after.status) for c in found] == [
        (("ISF", "TMC"), Status.SILENT, Status.TALKING),
        (("INC", "ISF"), Status.TALKING, Status.AGREED),
    ]


def test_what_left_the_board_is_silent_again() -> None:
    found = changes(board_of(INCISF=(Status.TALKING, DAY)).statuses, board_of())
    assert [(c.parties, c.after.status) for c in found] == [(("INC", "ISF"), Status.SILENT)]


def test_a_board_has_not_changed_since_itself() -> None:
    same = board_of(INCISF=(Status.TALKING, DAY))
    assert changes(same.statuses, same) == ()


def test_boards_differ_exactly_on_turning_days(bengal: Region) -> None:
    """Day by day over the chronicle, the boards tell the same turns as the histories."""
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, bengal)
        desk.take_chronicle()
        said = ledger.statements(election="WB-2026")
        turned = standings(said, bengal, "WB-2026").turning_days
        days = sorted({s.published for s in said})
        before = board_of(on=days[0] - timedelta(days=1))
        for day in days:
            now = board(said, bengal, on=day, election="WB-2026")
            assert len(changes(before.statuses, now)) == turned.get(day, 0), day
            before = now
    assert len(turned) > 10
