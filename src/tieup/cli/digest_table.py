"""The digest on the terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from tieup.cli.tables import status_text
from tieup.cli.terminal import Hanging
from tieup.report.digest import Digest, Turned
from tieup.report.naming import Names


def digest_table(told: Digest, names: Names) -> RenderableType:
    """What turned, the latest first."""
    head = Text(told.title)
    head.stylize("bold", 0, len(told.election.name))
    turned = (line for turn in told.turned for line in _turn(turn, names))
    return Group(head, Text(), *turned) if told.turned else Group(head)


def _turn(turn: Turned, names: Names) -> Iterator[RenderableType]:
    pair = " – ".join(map(names.party, turn.relation.parties))
    yield Text.assemble(
        (pair, "bold"), "  ", status_text(turn.before), " → ", status_text(turn.relation.status)
    )
    yield Hanging(Text(turn.account), first="  ")
    for ground in turn.relation.grounds:
        telling = ground.telling
        words = " ".join(f"“{p.text}”" if p.own else p.text for p in telling.pieces)
        outlets = ", ".join(link.text for link in telling.outlets) or "outlet not named"
        said = f"{telling.speaker} {telling.act or ''}: {words} ({outlets}, {telling.published})"
        yield Hanging(Text(said, "dim"), first="  · ")
    yield Text()
