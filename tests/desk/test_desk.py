"""The desk, the whole way: articles in, board and checks out, on articles of ours and on the seeds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tieup.alliances import Board, Verdict
from tieup.articles import Article
from tieup.articles.origins import origin_of
from tieup.desk import Desk, EmptyLedgerError
from tieup.ledger import Ledger
from tieup.regions import Region, UnknownNameError
from tieup.scenarios import ScenarioError
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind, Status

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def desk(bengal: Region) -> Iterator[Desk]:
    """A desk with an empty ledger."""
    with Ledger.open(":memory:") as ledger:
        yield Desk(ledger, bengal)


@pytest.fixture
def ours(desk: Desk) -> Desk:
    """A desk that has read the articles of ours."""
    desk.read([DATA])
    return desk


@pytest.fixture
def seeds(desk: Desk, shared: Path) -> Desk:
    """A desk that has read the three seeds."""
    desk.read([shared / "seeds"])
    return desk


@pytest.fixture(scope="session")
def chronicle(bengal: Region) -> Iterator[Desk]:
    """A desk that has read the bundled dispatches."""
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, bengal)
        desk.take_chronicle()
        yield desk


class Story:
    """What the seeds, and their twins in our words, must show."""

    def test_isf_and_jup_are_disputed(self, told: Desk) -> None:
        entry = told.board(on=date(2025, 12, 28), election="WB-2026").entry("ISF", "JUP")
        assert entry.status is Status.DISPUTED
        acts = {(s.speaker, s.act, s.said_on) for s in entry.because}
        assert ("Humayun Kabir", Act.CLAIMS, date(2025, 12, 27)) in acts
        assert ("Nawsad Siddiqui", Act.DENIES, date(2025, 12, 28)) in acts

    def test_lf_and_isf_are_talking(self, told: Desk) -> None:
        found = told.board(on=date(2025, 12, 28), election="WB-2026")
        assert found.entry("LF", "ISF").status is Status.TALKING

    def test_inc_and_isf_wait_for_the_answer_of_inc(self, told: Desk) -> None:
        entry = told.board(on=date(2025, 12, 28), election="WB-2026").entry("INC", "ISF")
        assert entry.status is Status.COURTING
        assert (entry.finding.towards, entry.finding.waiting_on) == (("ISF",), "INC")

    def test_aimim_and_jup_talk_and_owaisi_decides(self, told: Desk) -> None:
        entry = told.board(on=date(2025, 12, 28), election="WB-2026").entry("AIMIM", "JUP")
        assert (entry.status, entry.finding.decider) == (Status.TALKING, "Asaduddin Owaisi")

    def test_isf_and_jup_are_silent_the_day_before(self, told: Desk) -> None:
        found = told.board(on=date(2025, 12, 27), election="WB-2026")
        assert found.entry("ISF", "JUP").status is Status.SILENT

    def test_lf_and_inc_are_talking_in_2020(self, told: Desk) -> None:
        entry = told.board(on=date(2020, 10, 28), election="WB-2021").entry("LF", "INC")
        assert entry.status is Status.TALKING
        assert entry.finding.decider == "Biman Bose and Adhir Ranjan Chowdhury"

    def test_the_alliance_of_2021_is_background(self, told: Desk) -> None:
        found = told.board(on=date(2025, 12, 28), election="WB-2021")
        assert ("INC", "ISF", "LF") in [group.parties for group in found.groups]
        now = told.board(on=date(2025, 12, 28), election="WB-2026")
        assert all(not s.background for entry in now.entries for s in entry.because)

    def test_it_is_told_that_it_collapsed_in_2024(self, told: Desk) -> None:
        found = told.board(on=date(2025, 12, 28), election="LS-2024-WB")
        assert found.entry("INC", "LF").status is Status.ENDED

    def test_past_results_are_confirmed(self, told: Desk) -> None:
        results = {
            (claim.statement.parties, claim.check.verdict): claim.check.figures
            for claim in told.claims()
            if claim.statement.kind is Kind.RESULT and claim.statement.election == "WB-2021"
        }
        assert "ISF won 1 of 294 seats" in results[("ISF",), Verdict.CONFIRMED] or (
            "Bhangar was won by Md. Nawsad Siddique" in results[("ISF",), Verdict.CONFIRMED]
        )
        assert "Left Front won 0 of 294" in results[("LF",), Verdict.CONFIRMED]
        assert "Congress won 0 of 294" in results[("INC",), Verdict.CONFIRMED]

    def test_the_collapse_of_2024_is_partly_contradicted(self, told: Desk) -> None:
        (claim,) = (c for c in told.claims() if c.statement.election == "LS-2024-WB")
        assert claim.check.verdict is Verdict.PARTLY
        assert (
            "Congress and Left Front stood against each other in 2 of 42 seats"
            in claim.check.figures
        )

    def test_the_stand_down_of_2019_is_partly_contradicted(self, told: Desk) -> None:
        (claim,) = (
            c for c in told.claims() if c.statement.election == "LS-2019-WB" and c.statement.against
        )
        assert claim.check.verdict is Verdict.PARTLY
        assert "Id Mohammad (RSP) polled 13,342" in claim.check.figures
        assert "Maldaha Dakshin: nobody of Left Front" in claim.check.figures


class TestOurTwins(Story):
    """On articles in our own words."""

    @pytest.fixture
    def told(self, ours: Desk) -> Desk:
        return ours


@pytest.mark.shared
class TestSeeds(Story):
    """On the seeds."""

    @pytest.fixture
    def told(self, seeds: Desk) -> Desk:
        return seeds

    def test_bhangar(self, told: Desk) -> None:
        figures = [c.check.figures for c in told.claims() if "Bhangar" in c.statement.places]
        assert figures == ["Bhangar was won by Md. Nawsad Siddique (ISF), 109,237 votes"]


def test_a_wrong_number_is_contradicted_with_the_right_one(ours: Desk) -> None:
    checks = {
        c.statement.parties[0]: c.check
        for c in ours.claims()
        if "-01-" in str(c.statement.published)
    }
    assert checks["INC"].verdict is Verdict.CONTRADICTED
    assert checks["INC"].figures == "Congress won 44 of 294 seats in WB-2016, not 54"
    assert checks["BJP"].verdict is Verdict.CONFIRMED


def test_reading_twice_adds_nothing(desk: Desk) -> None:
    first = desk.read([DATA])
    second = desk.read([DATA])
    assert first.new_articles == first.articles == second.articles > 0
    assert (second.new_articles, second.new_statements) == (0, 0)
    assert first.statements == second.statements


def test_problems_come_back_and_lose_nothing_of_the_rest(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text(
        " date 2026-01-15 The Congress ruled out a tie-up with the ISF."
    )
    (tmp_path / "undated.txt").write_text("The Congress met the Left Front over an alliance.")
    report = desk.read([tmp_path])
    assert report.new_articles == 1
    assert {Path(p.file).name for p in report.problems} == {"empty.txt", "undated.txt"}


def test_an_empty_ledger_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(EmptyLedgerError, match="read articles into it first"):
        desk.board()


def test_unknown_names_offer_the_nearest(ours: Desk) -> None:
    with pytest.raises(UnknownNameError, match=r"unknown party 'ISFF'.*ISF"):
        ours.timeline("ISFF", "LF")
    with pytest.raises(UnknownNameError, match=r"unknown election 'WB-2027'.*WB-20"):
        ours.board(election="WB-2027")


@pytest.mark.parametrize(
    ("day", "base"),
    [
        (None, "WB-2026"),
        (date(2026, 5, 4), "WB-2026"),
        (date(2026, 5, 3), "WB-2021"),
        (date(2010, 1, 1), "LS-2009-WB"),
        (date(1950, 1, 1), "LS-2009-WB"),
    ],
)
def test_the_base_is_the_last_count_of_the_own_house_that_a_day_knows(
    desk: Desk, day: date | None, base: str
) -> None:
    assert desk.latest_base(day) == base


@pytest.mark.parametrize(
    ("structure", "base", "error"),
    [
        ("LF+INC / TMC+INC", "WB-2021", ScenarioError),
        ("LF+INC / / TMC", "WB-2021", ScenarioError),
        ("", "WB-2021", ScenarioError),
        ("LF / TMC", "WB-1999", UnknownNameError),
        ("LF / Trynamool", "WB-2021", UnknownNameError),
    ],
)
def test_scenarios_that_can_not_be(
    desk: Desk, structure: str, base: str, error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        desk.scenario(structure, base=base)
    assert "\n" not in str(caught.value)


def test_known_leaves_out_what_was_recorded_later(ours: Desk) -> None:
    assert ours.board(on=date(2025, 12, 28)).entries
    assert ours.board(on=date(2025, 12, 28), known=date(2020, 1, 1)).entries == ()


def test_the_board_as_json(ours: Desk) -> None:
    found: Board = ours.board(on=date(2025, 12, 28), election="WB-2026")
    values = found.to_json()
    assert list(values) == ["on", "known", "election", "relations", "alliances"]
    assert list(values["relations"][0]) == [
        "parties", "status", "since", "towards", "away", "waiting_on", "decider", "rule",
        "because", "origins", "chance", "stale_since",
    ]  # fmt: skip


class TestChronicle:
    """The bundled dispatches, read as anything else is."""

    @pytest.fixture
    def told(self, chronicle: Desk) -> Desk:
        return chronicle

    def test_it_is_long_enough_and_every_dispatch_names_its_sources(self, bengal: Region) -> None:
        dispatches = bengal.read_chronicle()
        assert len(dispatches) >= 40
        assert {d.published.year for d in dispatches} >= {2016, 2019, 2020, 2021, 2024, 2025, 2026}
        assert all(
            d.is_dispatch and s.url.startswith("http") for d in dispatches for s in d.sources
        )

    @pytest.mark.parametrize(
        ("on", "election", "pair", "status"),
        [
            (date(2021, 3, 27), "WB-2021", ("INC", "LF"), Status.AGREED),
            (date(2021, 3, 27), "WB-2021", ("ISF", "LF"), Status.AGREED),
            (date(2021, 3, 27), "WB-2021", ("AIMIM", "ISF"), Status.REFUSED),
            (date(2024, 4, 19), "LS-2024-WB", ("INC", "TMC"), Status.REFUSED),
            (date(2025, 12, 8), "WB-2026", ("AIMIM", "JUP"), Status.DISPUTED),
            (date(2025, 12, 28), "WB-2026", ("ISF", "LF"), Status.TALKING),
            (date(2026, 2, 16), "WB-2026", ("ISF", "JUP"), Status.REFUSED),
            (date(2026, 2, 16), "WB-2026", ("INC", "JUP"), Status.REFUSED),
            (date(2026, 4, 22), "WB-2026", ("AIMIM", "JUP"), Status.ENDED),
            (date(2026, 4, 22), "WB-2026", ("INC", "LF"), Status.ENDED),
            (date(2026, 4, 22), "WB-2026", ("ISF", "LF"), Status.AGREED),
            (date(2026, 4, 22), "WB-2026", ("BGPM", "TMC"), Status.AGREED),
        ],
    )
    def test_what_a_careful_reader_would_sign(
        self, told: Desk, on: date, election: str, pair: tuple[str, str], status: Status
    ) -> None:
        assert told.board(on=on, election=election).entry(*pair).status is status


def test_other_news_is_kept_and_passed_over(bengal: Region) -> None:
    texts = (
        "India won the Test at Eden Gardens by an innings.",
        "The Left Front and the Congress held seat-sharing talks, Md Salim said.",
        "The ISF will contest 182 seats, Nawsad Siddiqui said.",
    )
    articles = [
        Article(id=str(number), published=date(2026, 1, 15), text=text)
        for number, text in enumerate(texts)
    ]
    shown: list[Statement] = []
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, bengal)
        report = desk.take(articles, show=shown.append)
        again = desk.take(articles)
        assert len(desk.articles()) == 3
    assert (report.articles, report.new_articles, report.passed_over) == (3, 3, 1)
    assert {s.article for s in shown} == {"1", "2"}
    assert report.statements == len(shown)
    assert (again.new_articles, again.passed_over) == (0, 1)


class TestSeveralRegions:
    """A desk that is given no region: articles and elections tell theirs."""

    @pytest.fixture
    def wide(self) -> Iterator[Desk]:
        """A ledger with news of Bihar and of Tamil Nadu."""
        with Ledger.open(":memory:") as ledger:
            desk = Desk(ledger)
            desk.take(
                Article(id=f"{number}", published=date(2025, 9, 10), text=text)
                for number, text in enumerate(self.NEWS)
            )
            yield desk

    NEWS = (
        "The RJD and the Congress will hold seat-sharing talks in Patna, Tejashwi Yadav said.",
        "The RJD and the VIP held seat-sharing talks in Bihar, Mukesh Sahani said in Patna.",
        "The DMK and the Congress will hold seat-sharing talks in Chennai for the Tamil Nadu polls.",
    )

    def test_each_article_has_its_own(self, wide: Desk) -> None:
        assert {"BR-2025", "TN-2026"} <= set(wide.ledger.elections())

    def test_most_statements_are_of_the_region_asked_about(self, wide: Desk) -> None:
        assert wide.region.id == "bihar"
        assert wide.board().election == "BR-2025"

    def test_an_election_tells_the_region_asked_about(self, wide: Desk) -> None:
        desk = Desk(wide.ledger, election="TN-2026")
        assert desk.region.id == "tamil-nadu"
        assert desk.board(election="TN-2026").entry("DMK", "INC").status is Status.TALKING

    def test_a_region_given_is_everything_s(self, wide: Desk, bengal: Region) -> None:
        desk = Desk(wide.ledger, bengal, election="TN-2026")
        assert desk.region is bengal
        assert desk.region_of(Article(id="a", published=date(2025, 9, 10), text="Patna")) is bengal

    def test_an_empty_ledger_has_the_default_and_its_chronicle(self) -> None:
        with Ledger.open(":memory:") as ledger:
            desk = Desk(ledger)
            assert desk.region.id == "west-bengal"
            desk.take_chronicle()
            assert all("WB" in election for election in ledger.elections())


class TestCopies:
    """One refusal in two papers, trimmed and a day later in the second, given in that order."""

    FIRST = (
        "Kolkata, Jan 15 (PTI) The Congress on Thursday ruled out a tie-up with the ISF in West "
        "Bengal. The state committee met for four hours before it took the decision. Its members "
        "spoke of the last campaign and of the seats that the party could win by itself. The "
        "district committees will meet next week and send in the names of their candidates. "
        "Nobody from the other side was present in the building on the day."
    )

    @pytest.fixture
    def copies(self, desk: Desk) -> list[Statement]:
        trimmed = " ".join(self.FIRST.split()[4:52])
        shown: list[Statement] = []
        desk.take(
            [
                Article(id="late", published=date(2026, 1, 16), text=trimmed, outlet="Weekly"),
                Article(id="first", published=date(2026, 1, 15), text=self.FIRST, outlet="Daily"),
            ],
            show=shown.append,
        )
        return shown

    def test_both_are_kept_and_shown_in_order_of_publication(
        self, desk: Desk, copies: list[Statement]
    ) -> None:
        assert [s.article for s in copies] == ["first", "late"]
        assert {s.outlet for s in desk.ledger.statements()} == {"Weekly", "Daily"}

    def test_they_have_the_origin_of_the_first_published(
        self, desk: Desk, copies: list[Statement]
    ) -> None:
        first = next(a for a in desk.ledger.articles() if a.id == "first")
        assert {s.origin for s in copies} == {origin_of(first.content_id)}
        assert {s.origin for s in desk.ledger.statements()} == {origin_of(first.content_id)}

    @pytest.mark.usefixtures("copies")
    def test_the_board_counts_one(self, desk: Desk) -> None:
        entry = desk.board(election="WB-2026").entry("INC", "ISF")
        assert (entry.status, len(entry.because), entry.origins) == (Status.REFUSED, 2, 1)
        assert entry.since == date(2026, 1, 15)

    @pytest.mark.usefixtures("copies")
    def test_reading_one_again_adds_nothing(self, desk: Desk) -> None:
        again = desk.take(tuple(desk.ledger.articles()))
        assert (again.new_articles, again.new_statements) == (0, 0)
