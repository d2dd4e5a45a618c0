"""Briefings for the report's tests: the bundled chronicle, and ones made of a few words."""

from datetime import date
from functools import cache

from tieup.articles import Article
from tieup.desk import Briefing, Desk
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.report import render
from tieup.scenarios import Scenario, parse_structure
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Kind, Mode

DAY = date(2025, 12, 28)


@cache
def chronicle(region: Region) -> Briefing:
    """The bundled dispatches on the day before the poll, with a small projection."""
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, region)
        desk.take_chronicle()
        blocs = parse_structure("LF+INC+ISF / TMC / BJP", region)
        return desk.briefing(
            election="WB-2026",
            on=date(2026, 4, 22),
            relation=("INC", "LF"),
            projection=desk.project(Scenario(base="WB-2021", blocs=blocs), draws=400, seed=7),
        )


@cache
def chronicle_page(region: Region) -> str:
    """The chronicle's report."""
    return render(chronicle(region))


def brief(
    region: Region, articles: list[Article], statements: list[Statement], *, on: date = DAY
) -> Briefing:
    """A briefing on a few articles, about ISF and JUP, without a projection."""
    with Ledger.open(":memory:") as ledger:
        ledger.append(articles, statements)
        return Desk(ledger, region).briefing(on=on, election="WB-2026", relation=("ISF", "JUP"))


def says(article: Article, quote: str, act: Act, *, mode: Mode, **more: object) -> Statement:
    """A statement about ISF and JUP, where its words stand in the article."""
    start = article.text.index(quote)
    given: dict[str, object] = {
        "kind": Kind.ALLIANCE,
        "article": article.id,
        "content_id": article.content_id,
        "act": act,
        "parties": ("ISF", "JUP"),
        "form": Form.ALLIANCE,
        "speaker": "Nawsad Siddiqui",
        "speaker_party": "ISF",
        "speaker_role": "chairman",
        "mode": mode,
        "election": "WB-2026",
        "published": article.published,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "outlet": article.outlet,
        "reader": "by hand",
        "confidence": 1.0,
        "why": "by hand",
    }
    return Statement(**{**given, **more})  # type: ignore[arg-type]
