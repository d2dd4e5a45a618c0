"""Annotations: articles, and the statements that careful people found in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tieup.articles import Article, load
from tieup.evaluation.forms import RowForm, fit, is_of_another_kind
from tieup.evaluation.sheets import Sheet, find_sheets, read_names, read_sheet
from tieup.problems import Problem
from tieup.statements import REPORT
from tieup.vocabulary import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotated statement.

    Attributes:
        core: whether it must be found; an optional one costs nothing either way.
        evidence: the words it rests on; empty where the annotator named none.
        start: where they stand in the article's text, in characters; None where they don't.
        flags: what makes it hard, in the annotator's words.
    """

    article: str
    parties: tuple[str, ...]
    act: Act
    hub: str | None = None
    speaker: str = REPORT
    election: str | None = None
    said_on: date | None = None
    evidence: str = ""
    start: int | None = None
    core: bool = True
    background: bool = False
    flags: tuple[str, ...] = ()

    @property
    def end(self) -> int | None:
        """Where its words end; None where they do not stand in the text."""
        return None if self.start is None else self.start + len(self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Annotated articles.

    Attributes:
        articles: the annotated ones, in the order in which they were loaded.
        rows: their annotations; an article without any says nothing of alliances.
        names: the canonical name of each variant of a speaker's name.
        problems: all that was wrong with the files.
    """

    articles: tuple[Article, ...] = ()
    rows: tuple[Annotation, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load_annotations(folder: str | Path, texts: Iterable[str | Path] = ()) -> Annotations:
    """A folder of annotated articles; what is wrong in it is left out, and told.

    Args:
        folder: holds `articles/`, in any form that articles come in; `gold/`, with a list of rows
            in ARTICLE.json or one row a line, each with its "article", in any .jsonl; and, if need
            be, `names.json`, {variant: canonical} of speakers' names.
        texts: files and folders where articles are looked for, too.
    """
    root = Path(folder)
    paths = find_sheets(root / "gold")
    if not paths:
        wrong = "no annotations (gold/ARTICLE.json)" if root.is_dir() else "no such folder"
        problem = Problem(file=str(root), wrong=wrong, done="nothing scored")
        return Annotations(problems=(problem,))
    own = [root / "articles"] if (root / "articles").exists() else []
    loaded = load([*own, *texts])
    known = {article.id: article for article in loaded.articles}
    sheets = [sheet for path in paths for sheet in read_sheet(path)]
    found = [row for sheet in sheets for row in _rows(sheet, known)]
    names = list(read_names(root / "names.json"))
    annotated = {sheet.article for sheet in sheets if isinstance(sheet, Sheet)}
    read = (*found, *names)
    return Annotations(
        articles=tuple(a for a in loaded.articles if a.id in annotated),
        rows=tuple(one for one in found if isinstance(one, Annotation)),
        names=dict(one for one in names if not isinstance(one, Problem)),
        problems=(*loaded.problems, *(one for one in read if isinstance(one, Problem))),
    )


def _rows(sheet: Sheet | Problem, known: Mapping[str, Article]) -> Iterator[Annotation | Problem]:
    """A sheet's sound rows, and what is wrong with the others."""
    if isinstance(sheet, Problem):
        yield sheet
        return
    article = known.get(sheet.article)
    if article is None:
        wrong = f"nowhere a text of the article {sheet.article}"
        rows = "1 row" if len(sheet.rows) == 1 else f"{len(sheet.rows)} rows"
        done = f"{rows} left out; name a place of texts with --articles PATH"
        yield Problem(file=sheet.file, wrong=wrong, done=done)
        return
    for place, value in sheet.rows:
        if is_of_another_kind(value):
            continue
        row = fit(value)
        if isinstance(row, str):
            yield Problem(file=sheet.file, place=place, wrong=row, done="left out")
            continue
        for wrong, done in _doubts(row, article):
            yield Problem(file=sheet.file, place=place, wrong=wrong, done=done, lost=False)
        yield _annotation(row, article)


def _doubts(row: RowForm, article: Article) -> Iterator[tuple[str, str]]:
    """What contradicts the row or the text, but hinders nobody from scoring it."""
    if row.evidence and row.evidence not in article.text:
        yield "the evidence does not stand in the text", "scored, without its place"
    if row.hub is not None and row.hub not in row.parties:
        yield f"the hub {row.hub} is none of the parties", "scored as every pair of them"


def _annotation(row: RowForm, article: Article) -> Annotation:
    evidence = row.evidence or ""
    start = article.text.find(evidence) if evidence else -1
    return Annotation(
        article=article.id,
        parties=row.parties,
        act=row.act,
        hub=row.hub,
        speaker=row.speaker or REPORT,
        election=row.election,
        said_on=row.said_on,
        evidence=evidence,
        start=start if start >= 0 else None,
        core=row.core,
        background=row.background,
        flags=row.flags,
    )
