"""The report's structure: every section, every reason once, and nothing from elsewhere."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from briefings import DAY, brief, chronicle, chronicle_page, says

from elements import Element, elements
from tieup.articles import Article
from tieup.regions import Region
from tieup.report import render, write
from tieup.report.naming import in_words
from tieup.statements import REPORT
from tieup.vocabulary import Act, Mode, Status

LARGEST = 1_500_000


@pytest.fixture(scope="module")
def root(bengal: Region) -> Element:
    """The chronicle's report as elements."""
    return elements(chronicle_page(bengal))


def test_the_page_is_small_and_the_same_each_time(bengal: Region, tmp_path: Path) -> None:
    path = write(chronicle(bengal), tmp_path / "report.html")
    assert path.read_text(encoding="utf-8") == chronicle_page(bengal)
    assert path.stat().st_size < LARGEST


def test_nothing_is_run_and_nothing_is_loaded(root: Element) -> None:
    tags = Counter(e.tag for e in root.all())
    assert not tags.keys() & {"script", "img", "iframe", "object", "embed", "form", "base", "image"}
    policy = next(m for m in root.all("meta") if "http-equiv" in m.attributes)
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert policy.attributes["content"] == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    )
    for element in root.all():
        for name, value in element.attributes.items():
            assert not name.startswith("on"), value
            if name in ("src", "srcset", "href", "xlink:href", "action", "data"):
                local = value.startswith(("#", "data:,"))
                assert local or (element.tag == "a" and value.startswith(("http://", "https://")))
            if name == "style":
                assert "url(" not in value
    assert tags["style"] == 1
    assert not re.search(r"url\(|@import|expression", root.one("style").text)


def test_every_link_within_the_page_leads_somewhere(root: Element) -> None:
    names = [e.attributes["id"] for e in root.all() if "id" in e.attributes]
    assert len(names) == len(set(names))
    inner = {
        e.attributes["href"][1:] for e in root.all() if e.attributes.get("href", "").startswith("#")
    }
    assert inner <= set(names)
    described = {
        name
        for e in root.all()
        for name in e.attributes.get("aria-labelledby", "").split()
    }  # fmt: skip
    assert described <= set(names)


def test_headings_are_in_order_and_tables_named(root: Element) -> None:
    levels = [int(e.tag[1]) for e in root.all() if re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for table in root.all("table"):
        assert table.one("caption").text.strip()
        assert all("scope" in cell.attributes for cell in table.all("th"))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(root.all(landmark))) == 1


def test_every_reason_is_told_once_with_its_words(bengal: Region, root: Element) -> None:
    briefing = chronicle(bengal)
    reasons = {s.id: s for entry in briefing.board.entries for s in entry.because}
    told = list(root.by_id("board").all("li", cls="telling"))
    assert len(told) == len(reasons) > 5
    shown = Counter(
        "".join(
            b.text for b in t.one("p", cls="words" if "own" in t.classes else "told").all("bdi")
        )
        for t in told
    )
    assert shown == Counter(s.quote for s in reasons.values())
    numbers = [int(t.one(cls="number").text) for t in told]
    assert len(set(numbers)) == len(numbers)


def test_every_relation_stands_on_the_board_and_in_the_matrix(
    bengal: Region, root: Element
) -> None:
    entries = chronicle(bengal).board.entries
    cells = [a for td in root.one("table", cls="matrix").all("td") for a in td.all("a")]
    assert len(cells) == 2 * len(entries)
    words = Counter(a.one("span").text for a in cells)
    assert words == Counter({k: 2 * v for k, v in Counter(e.status.value for e in entries).items()})
    assert all(list(a.all("svg")) for a in cells), "a word never stands without its symbol"
    for anchor in {a.attributes["href"][1:] for a in cells}:
        assert root.by_id(anchor).text.strip()


def test_a_front_stands_before_its_members(bengal: Region, root: Element) -> None:
    board = chronicle(bengal).board
    rows = [th.text for th in root.one("table", cls="matrix").one("tbody").all("th")]
    front = rows.index("Left Front")
    members = [bengal.parties[p].short for p in bengal.parties["LF"].members_on(board.on)]
    inside = [rows.index(name) for name in members if name in rows]
    assert sorted(inside) == list(range(front + 1, front + 1 + len(inside)))
    assert inside


def test_the_timeline_tells_every_turn(bengal: Region, root: Element) -> None:
    turns = chronicle(bengal).turns
    days = [time.text for time in root.by_id("timeline").all("time")]
    assert days == [in_words(turn.day) for turn in turns]
    told = list(root.by_id("timeline").all("li", cls="telling"))
    assert len(told) == sum(len(turn.statements) for turn in turns)
    turned = list(root.by_id("timeline").all("li", cls="turned"))
    assert len(turned) == sum(turn.changed for turn in turns)


def test_every_claim_has_its_verdict_and_figures(bengal: Region, root: Element) -> None:
    claims = chronicle(bengal).claims
    findings = list(root.by_id("claims").all(cls="finding"))
    shown = Counter(c for f in findings for c in f.one(cls="chip").classes if c != "chip")
    assert shown == Counter(f"v-{claim.check.verdict.value}" for claim in claims)
    assert all(f.one(cls="figures").text for f in findings)
    assert all(list(f.all("svg")) for f in findings)


def test_the_map_has_every_seat(bengal: Region, root: Element) -> None:
    drawing = next(e for e in root.all("svg", cls="hexmap"))
    titles = [g.one("title").text for g in drawing.all("g") if list(g.all("polygon"))]
    assert len(titles) == len(bengal.constituencies) == 294
    for seat, title in zip(bengal.constituencies.values(), titles, strict=True):
        assert title.startswith(seat.name)
        assert seat.district in title
        assert "%" in title
    letters = {text.text for text in drawing.all("text") if "text-anchor" not in text.attributes}
    legend = root.one(cls="legend")
    assert letters == {text.text for text in legend.all("text")}
    table = root.one("details", cls="all-seats")
    assert len(list(table.one("tbody").all("tr"))) == 294


def test_the_headline_numbers_are_the_projections(bengal: Region, root: Element) -> None:
    projection = chronicle(bengal).projection
    assert projection is not None
    rows = list(root.one("table", cls="numbers").one("tbody").all("tr"))
    for bloc, row in zip(projection.blocs, rows, strict=False):
        cells = [td.text for td in row.all("td")]
        assert cells[0] == str(bloc.no_error)
        assert cells[2:5] == [str(bloc.seats.p05), str(bloc.seats.p50), str(bloc.seats.p95)]
        assert round(bloc.seats.mean) == pytest.approx(float(cells[1]), abs=0.5)
    facts = root.one(cls="facts").text
    assert "seed 7" in facts
    assert projection.pack.removeprefix("sha256:")[:12] in facts


def test_no_ids_of_elections_or_parties_on_the_surface(root: Element) -> None:
    text = root.one("body").text
    assert not re.search(r"\b(?:WB|LS)-20\d\d|\borigin|\bINC\b|sha256", text)


def test_without_a_projection_or_a_word_it_is_still_a_page(bengal: Region) -> None:
    empty = brief(bengal, [], [], on=date(2025, 12, 1))
    root = elements(render(empty))
    assert "No alliance is agreed" in root.one(cls="situation").text
    assert not list(root.all("svg", cls="hexmap"))
    assert not list(root.all("table", cls="matrix"))


def test_statuses_are_explained_where_they_stand(bengal: Region, root: Element) -> None:
    present = {entry.status for entry in chronicle(bengal).board.entries}
    groups = {h.one(cls="chip").text for h in root.by_id("board").all("h3", cls="group")}
    assert groups == {status.value for status in present}
    glossary = [dt.text for dt in root.by_id("words").all("dt")]
    assert {status.value for status in Status} <= set(glossary)


def test_the_same_seats_without_error_make_a_page(bengal: Region) -> None:
    briefing = chronicle(bengal)
    assert briefing.projection is not None
    certain = replace(briefing, projection=replace(briefing.projection, draws=0))
    text = elements(render(certain)).by_id("seats").text
    assert "simulated" not in text.split("Seats by party")[0]


def test_what_is_stale_says_since_when(bengal: Region) -> None:
    article = Article(id="one", published=DAY, text="Karim Sheikh wants it, he said.")
    said = says(article, "Karim Sheikh wants it", Act.WANTS, mode=Mode.INDIRECT)
    fresh = render(brief(bengal, [article], [said], on=date(2026, 2, 25)))
    stale = render(brief(bengal, [article], [said], on=date(2026, 2, 26)))
    assert "Nothing new on record" not in fresh
    assert "Nothing new on record since 28 December 2025." in stale


def test_a_report_that_a_side_denies_is_told_as_such(bengal: Region) -> None:
    article = Article(id="one", published=DAY, text="The two met. They never met, he said.")
    met = says(article, "The two met", Act.TALKS, mode=Mode.REPORT)
    told = replace(met, speaker=REPORT, speaker_party=None, speaker_role=None)
    denied = says(article, "They never met", Act.DENIES, mode=Mode.INDIRECT)
    page = render(brief(bengal, [article], [told, denied]))
    assert "It was reported, and ISF denies it." in page
