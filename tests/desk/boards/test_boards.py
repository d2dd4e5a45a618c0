"""Kept boards: what is looked up is what would be worked out, whatever came in between."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import Store
from tieup.alliances import board, disputes, standings, timeline
from tieup.alliances.keeping import key_of, rule_files
from tieup.articles import Article
from tieup.corrections import Decision, Retraction, Review
from tieup.desk.boards import Boards
from tieup.ledger import AsOf, KeptBoards, Ledger, LedgerError, Recalled
from tieup.regions import Region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Kind, Mode

ELECTIONS = ("WB-2026", "WB-2021")
DAYS = st.dates(date(2025, 11, 1), date(2026, 2, 10))
#: Two wire stories that others print word for word, and what else is written.
TEXTS = ("The two parties sat for hours over seats in the districts, leaders said. " * 6,)


def told(
    number: int, day: date, said: Sequence[tuple[str, str, Act, str]]
) -> tuple[Article, list[Statement]]:
    """An article of a day, and its statements: election, speaker, act, parties."""
    text = f"{TEXTS[0] if number % 3 == 0 else ''}Report {number}. " + "".join(
        f"[{n}] {speaker} {act} {parties}. " for n, (_, speaker, act, parties) in enumerate(said)
    )
    article = Article(id=f"n{number}", published=day, text=text)
    found = []
    for n, (election, speaker, act, parties) in enumerate(said):
        start = text.index(f"[{n}]")
        party = None if speaker == REPORT else speaker.removeprefix("unnamed:")
        found.append(
            Statement(
                kind=Kind.ALLIANCE, article=article.id, content_id=article.content_id, act=act,
                parties=tuple(parties.split("+")), speaker=speaker, speaker_party=party,
                mode=Mode.INDIRECT if party else Mode.REPORT, election=election, published=day,
                said_on=day if n % 2 else None, quote=text[start : start + 3], start=start,
                end=start + 3, reader="hand", confidence=0.9, why="by hand",
            )
        )  # fmt: skip
    return article, found


SAID = st.tuples(
    st.sampled_from(ELECTIONS),
    st.sampled_from(["ISF", "LF", "CPIM", "INC", "unnamed:LF", REPORT]),
    st.sampled_from(list(Act)),
    st.sampled_from(["ISF+LF", "CPIM+ISF", "INC+ISF+LF", "INC+LF", "ISF", "AIFB+INC"]),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["append", "append", "append", "reject", "amend", "undo", "retract"]),
        DAYS,
        st.lists(SAID, min_size=1, max_size=4),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=50)
@given(
    STEPS,
    st.lists(st.tuples(DAYS, st.sampled_from(ELECTIONS)), min_size=1, max_size=4),
    st.booleans(),
)
def test_a_kept_board_is_the_one_that_would_be_worked_out(
    bengal: Region,
    steps: list[tuple[str, date, list[tuple[str, str, Act, str]], int]],
    asked: list[tuple[date, str]],
    stays: bool,
) -> None:
    with closing(Ledger.open(":memory:")) as ledger:
        boards = Boards(ledger, bengal, stays=stays)
        known: list[Statement] = []
        for number, (step, day, said, pick) in enumerate(steps):
            if step == "append" or not known:
                article, statements = told(number, day, said)
                ledger.append([article], statements)
                known += statements
            else:
                correct(ledger, step, known[pick % len(known)], day)
            for on, election in asked:
                seen = ledger.statements(AsOf(day=on), election)
                expected = board(seen, bengal, on=on, election=election)
                assert boards.on(on, election) == expected
                assert boards.on(on, election).to_json() == expected.to_json()
                every = ledger.statements(election=election)
                stood = boards.standings(election)
                turned = standings(every, bengal, election).turning_days
                assert stood.turning_days == turned
                assert not stood.lasting or stood.statuses(on) == expected.statuses
                quarrels = disputes(seen, bengal, on=on, election=election)
                assert boards.disputes(on, election) == quarrels
                for pair in (("ISF", "LF"), ("CPIM", "ISF"), ("CPIM", "LF")):
                    turns = timeline(seen, bengal, *pair, on=on, election=election)
                    own = tuple(d for d in quarrels if d.entry.parties == pair)
                    assert boards.disputes(on, election, pair=pair) == own
                    alone = tuple(e for e in expected.entries if e.parties == pair)
                    assert boards.on(on, election, pair=pair).entries == alone
                    found = boards.timeline(*pair, election, on)
                    assert found == turns
                    assert [t.to_json() for t in found] == [t.to_json() for t in turns]


def correct(ledger: Ledger, step: str, statement: Statement, day: date) -> None:
    """One correction; an undo with nothing to undo is none."""
    if step == "retract":
        ledger.corrections.retract(
            Retraction(content_id=statement.content_id, published=day, by="a paper")
        )
        return
    amended = replace(statement, act=Act.REFUSES) if step == "amend" else None
    review = Review(
        statement=statement.id, decision=Decision(step), reviewer="Asha", amended=amended
    )
    try:
        ledger.corrections.review(review)
    except LedgerError as error:
        assert "undo" in str(error) or "nothing" in str(error)  # noqa: PT017 - told, or none


def test_a_board_is_looked_up_and_not_worked_out_again(
    bengal: Region, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2026, 1, 31)
    with store.new() as place, Ledger.open(place) as ledger:
        first, said = told(1, date(2026, 1, 5), [("WB-2026", "ISF", Act.WANTS, "ISF+LF")])
        ledger.append([first], said)
        assert Boards(ledger, bengal).on(on, "WB-2026").entry("ISF", "LF").status == "courting"
        worked_out: list[object] = []

        def history(*args: object) -> list[object]:
            worked_out.append(args)
            return []

        for name in ("boards.testimony.history", "boards.upkeep.kept", "boards.upkeep.resumed"):
            monkeypatch.setattr(f"tieup.desk.{name}", history)
        found = Boards(ledger, bengal).on(on, "WB-2026").entry("ISF", "LF")
        assert (found.status, [s.id for s in found.because]) == ("courting", [said[0].id])
        assert not worked_out


def test_what_is_held_in_memory_is_looked_up_once_for_each_entry(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    recalled: list[str] = []
    real = KeptBoards.recalled

    def recall(kept: KeptBoards, election: str, key: str) -> Recalled | None:
        recalled.append(election)
        return real(kept, election, key)

    monkeypatch.setattr(KeptBoards, "recalled", recall)
    with closing(Ledger.open(":memory:")) as ledger:
        boards = Boards(ledger, bengal, stays=True)
        for number, act in enumerate((Act.WANTS, Act.DENIES)):
            said = told(3 * number + 1, date(2026, 1, 5 + number), [
                ("WB-2026", "ISF", act, "INC+ISF+LF")
            ])  # fmt: skip
            ledger.append([said[0]], said[1])
            for day in range(5, 9):
                on = date(2026, 1, day)
                seen = ledger.statements(AsOf(day=on), "WB-2026")
                assert boards.on(on, "WB-2026") == board(seen, bengal, on=on, election="WB-2026")
            turns = timeline(seen, bengal, "ISF", "LF", on=on, election="WB-2026")
            assert boards.timeline("ISF", "LF", "WB-2026", on) == turns
            assert recalled == ["WB-2026"] * (number + 1)


def test_a_kept_history_goes_on_with_what_comes(
    bengal: Region, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2026, 1, 31)
    acts = (Act.WANTS, Act.TALKS, Act.AGREES, Act.DENIES)
    with store.new() as place, Ledger.open(place) as ledger:
        boards = Boards(ledger, bengal)
        for number, act in enumerate(acts):
            article, said = told(3 * number + 1, date(2026, 1, 5 + number), [
                ("WB-2026", "ISF", act, "ISF+LF"), ("WB-2026", REPORT, Act.TALKS, "INC+LF")
            ])  # fmt: skip
            ledger.append([article], said)
            boards.on(on, "WB-2026")
            monkeypatch.setattr(
                "tieup.desk.boards.upkeep.kept", None
            )  # from now on nothing begins again
        seen = ledger.statements(AsOf(day=on), "WB-2026")
        assert boards.on(on, "WB-2026") == board(seen, bengal, on=on, election="WB-2026")
        turns = timeline(seen, bengal, "ISF", "LF", on=on, election="WB-2026")
        assert boards.timeline("LF", "ISF", "WB-2026", on) == turns
        assert len(turns) == len(acts)
        stood = boards.standings("WB-2026")
        assert stood.lasting
        assert stood.turning_days == standings(seen, bengal, "WB-2026").turning_days


def test_with_other_rules_or_another_pack_it_is_worked_out_anew(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2026, 1, 31)
    with closing(Ledger.open(":memory:")) as ledger:
        article, said = told(1, date(2026, 1, 5), [("WB-2026", "ISF", Act.WANTS, "ISF+LF")])
        ledger.append([article], said)
        Boards(ledger, bengal).on(on, "WB-2026")
        news = ledger.boards.news("WB-2026", "another key")
        assert news.whole
        monkeypatch.setattr("tieup.desk.boards.upkeep.key_of", lambda _: "another key")
        assert Boards(ledger, bengal).on(on, "WB-2026").entry("ISF", "LF").status == "courting"
        assert not ledger.boards.news("WB-2026", "another key").whole


def test_the_rules_of_all_packages_are_part_of_the_key() -> None:
    named = {file.name for file in rule_files(resources.files("tieup.alliances"))}
    assert {"board.py", "rules.toml", "rules.py", "history.py", "words.py"} <= named
    assert not [name for name in named if name.endswith(".pyc")]


def test_a_ledger_that_may_not_be_written_is_worked_out(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Ledger.open(":memory:")) as ledger:
        article, said = told(1, date(2026, 1, 5), [("WB-2026", "ISF", Act.WANTS, "ISF+LF")])
        ledger.append([article], said)

        def refuse(*_: object) -> bool:
            message = "it may not be written"
            raise LedgerError(message)

        monkeypatch.setattr("tieup.ledger.kept.KeptBoards.keep", refuse)
        found = Boards(ledger, bengal).on(date(2026, 1, 31), "WB-2026")
        assert found.entry("ISF", "LF").status == "courting"


def test_what_is_recorded_of_another_election_is_gone_through_once(bengal: Region) -> None:
    on = date(2026, 1, 31)
    with closing(Ledger.open(":memory:")) as ledger:
        boards = Boards(ledger, bengal)
        for number, election in enumerate(("WB-2026", "WB-2021")):
            article, said = told(number, on, [(election, "ISF", Act.WANTS, "ISF+LF")])
            ledger.append([article], said)
            boards.on(on, "WB-2026")
            key = key_of(bengal)
            assert ledger.boards.news("WB-2026", key).is_none
        assert boards.on(on, "WB-2026").entry("ISF", "LF").status == "courting"
