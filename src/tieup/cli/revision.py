"""Revision: statements accepted, rejected or amended by people, and what outlets took back."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from tieup.cli.options import (
    DAY,
    election_option,
    json_option,
    ledger_option,
    open_desk,
    plainly,
    region_option,
)
from tieup.cli.terminal import (
    NOTHING_DONE,
    WRONG_USE,
    Hanging,
    counted,
    fail,
    hint,
    in_one_line,
    indented,
    out,
    print_json,
)
from tieup.vocabulary import Act, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tieup.desk import Desk, Entry, Reviewed

#: So many characters of an id are shown; it may be given as short as it is unmistakable.
_ID = 12
by_option = click.option(
    "--by", envvar="TIEUP_REVIEWER", metavar="NAME", show_envvar=True, help="Who decides."
)
note_option = click.option("--note", default="", metavar="TEXT", help="Why.")


@click.command()
@click.argument("statement", required=False, metavar="[ID]")
@click.argument(
    "decision", required=False, type=click.Choice(["accept", "reject", "amend", "undo"])
)
@by_option
@note_option
@click.option("--act", type=click.Choice([act.value for act in Act]), help="Amend: the act.")
@click.option("--parties", metavar="A+B", help="Amend: the parties, by id or name.")
@click.option("--hub", metavar="A", help="Amend: the one that relates to each; '' for none.")
@click.option("--form", type=click.Choice([form.value for form in Form]), help="Amend: the form.")
@click.option("--speaker", metavar="NAME", help="Amend: a person, a party, or report.")
@click.option("--said-on", type=DAY, help="Amend: the day on which it was said.")
@click.option("--about", metavar="ID", help="Amend: the election that it is about.")
@click.option("--background/--news", default=None, help="Amend: history, or the article's news.")
@click.option("--quote", metavar="TEXT", help="Amend: the words, as they stand in the article.")
@click.option(
    "--most", default=20, show_default=True, metavar="N", type=click.IntRange(1),
    help="So many are listed.",
)  # fmt: skip
@election_option
@ledger_option
@region_option
@json_option
@plainly
def review(
    statement: str | None,
    decision: str | None,
    by: str | None,
    note: str,
    most: int,
    election: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
    **changes: Any,  # noqa: ANN401 - the fields to amend, by their options
) -> None:
    """Accept, reject or amend a statement; without one, list the least certain.

    What was read stays in the ledger, and the decision beside it, with who made it, when and why.
    """
    with open_desk(ledger, region, election) as desk:
        if statement is None:
            _show_queue(desk, desk.revision.queue(election=election, most=most), as_json=as_json)
        elif decision is None:
            _show(desk, statement, as_json=as_json)
        else:
            if not by:
                fail("say who decides: --by NAME, or set TIEUP_REVIEWER", WRONG_USE)
            entered = _decide(desk, statement, decision, by, note, changes)
            if as_json:
                print_json(_decision_json(entered))
            else:
                out.print(_decision_text(entered))
                if decision != "undo":
                    name = entered.review.statement[:_ID]
                    hint(f"to take it back: tieup review {name} undo --by NAME")


@click.command()
@click.argument("article", metavar="TEXT")
@click.option("--on", type=DAY, required=True, help="The day on which it was taken back.")
@click.option("--by", required=True, metavar="NAME", help="The outlet or person who did.")
@note_option
@click.option("--statement", metavar="ID", help="This statement alone, and not the whole text.")
@ledger_option
@region_option
@json_option
@plainly
def retract(
    article: str,
    on: date,
    by: str,
    note: str,
    statement: str | None,
    ledger: str,
    region: str | None,
    as_json: bool,
) -> None:
    """Enter that an outlet took back a text (its content id); earlier days stay as they were."""
    with open_desk(ledger, region) as desk:
        entered = desk.revision.retract(article, on=on, by=by, note=note, statement=statement)
        if as_json:
            told = entered.retraction
            print_json(
                {
                    "number": entered.number,
                    "content_id": told.content_id,
                    "statement": told.statement,
                    "published": told.published.isoformat(),
                    "by": told.by,
                    "note": told.note,
                    "recorded": entered.recorded.isoformat(),
                }
            )
        else:
            what = "the statement" if statement else "the text"
            out.print(Text(in_one_line(f"{what} counts no more from {on} on, taken back by {by}")))


@click.command()
@ledger_option
@json_option
@plainly
def check(ledger: str, as_json: bool) -> None:
    """Verify the ledger: ids, quotes, places, keys, moments."""
    with open_desk(ledger, None) as desk:
        found, name = desk.ledger.check(), desk.ledger.name
    if as_json:
        print_json([{"place": p.place, "wrong": p.wrong} for p in found])
    elif found:
        for problem in found:
            out.print(Hanging(Text(f"{problem.place or name}: {problem.wrong}"), first="· "))
    else:
        out.print(Text(f"{name} is sound"))
    if found:
        fail(f"{counted(len(found), 'thing')} wrong in {name}", NOTHING_DONE)


def _decide(
    desk: "Desk", statement: str, decision: str, by: str, note: str, changes: dict[str, Any]
) -> "Reviewed":
    from tieup.desk import Changes, Decision

    parties = changes["parties"]
    return desk.revision.decide(
        statement,
        Decision(decision),
        by=by,
        note=note,
        changes=Changes(
            act=Act(changes["act"]) if changes["act"] else None,
            parties=tuple(map(str.strip, parties.split("+"))) if parties else None,
            hub=changes["hub"],
            form=Form(changes["form"]) if changes["form"] else None,
            speaker=changes["speaker"],
            election=changes["about"],
            background=changes["background"],
            said_on=changes["said_on"],
            quote=changes["quote"],
        ),
    )


def _show_queue(desk: "Desk", waiting: "Sequence[Entry]", *, as_json: bool) -> None:
    if as_json:
        print_json([entry.statement.to_json() for entry in waiting])
        return
    if not waiting:
        out.print(Text("nobody has anything to decide: every statement is reviewed, or none read"))
        return
    for entry in waiting:
        _print_statement(desk, entry)
    hint("one in full: tieup review ID; then tieup review ID accept|reject|amend --by NAME")


def _show(desk: "Desk", statement: str, *, as_json: bool) -> None:
    entry, past = desk.revision.find(statement), desk.revision.past(statement)
    if as_json:
        print_json(
            {"statement": entry.statement.to_json(), "decisions": [*map(_decision_json, past)]}
        )
        return
    _print_statement(desk, entry)
    s = entry.statement
    out.print(indented(Text(f"read by {s.reader} because {s.why}", style="dim")))
    for one in past:
        out.print(indented(_decision_text(one)))


def _print_statement(desk: "Desk", entry: "Entry") -> None:
    from tieup.cli.statements import statement_text
    from tieup.report.naming import Names

    s = entry.statement
    article = desk.ledger.article(s.content_id)
    names = Names(desk.region_of_election(s.election), s.published)
    election = names.election(s.election) if s.election else "no election"
    head = Text.assemble(
        (s.id[:_ID], "bold"), f"  {s.confidence:.0%} sure  {s.act or s.kind} ",
        " – ".join(map(names.party, s.parties)), f", {election}",
    )  # fmt: skip
    out.print(Hanging(head))
    out.print(indented(statement_text(s, {s.content_id: article}, names)))


def _decision_text(entered: "Reviewed") -> Text:
    told = entered.review
    note = f": {told.note}" if told.note else ""
    when = f"{entered.recorded:%Y-%m-%d %H:%M} UTC"
    rest = in_one_line(f" by {told.reviewer}, {when}{note}")
    return Text.assemble((f"{told.decision}", "bold"), rest)


def _decision_json(entered: "Reviewed") -> dict[str, Any]:
    told = entered.review
    return {
        "number": entered.number,
        "statement": told.statement,
        "decision": told.decision.value,
        "by": told.reviewer,
        "note": told.note,
        "recorded": entered.recorded.isoformat(),
        "amended": told.amended.to_json() if told.amended else None,
    }
