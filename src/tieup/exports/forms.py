"""Forms: the formats that a ledger is written out in, and read back from."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tieup.exports.claims import write_claims
from tieup.exports.followthemoney import write_entities, write_values
from tieup.exports.jsonl import read_jsonl, write_jsonl
from tieup.exports.parquet import read_parquet, write_parquet
from tieup.exports.popolo import write_popolo
from tieup.exports.sheet import write_csv
from tieup.notation import Entry, Journal
from tieup.regions import Region


class UnknownFormError(KeyError):
    """A form that there is none of; its message names those that there are."""

    def __str__(self) -> str:
        """The message, without a KeyError's quotation marks."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm:
    """One format.

    Attributes:
        name: what it is asked for by.
        suffix: what its files end with.
        label: what it is, in a few words.
        write: writes entries, of regions, to a file; the last argument is whether with texts.
        read: reads a file back; None where the form keeps too little for that.
        keeps_texts: whether it can hold the articles' texts.
    """

    name: str
    suffix: str
    label: str
    write: Callable[[Iterable[Entry], Sequence[Region], Path, bool], None]
    read: Callable[[Path], Journal] | None = None
    keeps_texts: bool = False


_ALL = (
    ExportForm(
        name="csv",
        suffix=".csv",
        label="one row a statement, for spreadsheets",
        write=lambda entries, _regions, path, _texts: write_csv(entries, path),
    ),
    ExportForm(
        name="jsonl",
        suffix=".jsonl",
        label="the whole record, one JSON object a line",
        write=lambda entries, _regions, path, texts: write_jsonl(entries, path, texts=texts),
        read=read_jsonl,
        keeps_texts=True,
    ),
    ExportForm(
        name="parquet",
        suffix=".parquet",
        label="the whole record as an Arrow table",
        write=lambda entries, _regions, path, texts: write_parquet(entries, path, texts=texts),
        read=read_parquet,
        keeps_texts=True,
    ),
    ExportForm(
        name="ftm",
        suffix=".ftm.jsonl",
        label="FollowTheMoney entities, one JSON object a line",
        write=lambda entries, regions, path, _texts: write_entities(entries, regions, path),
    ),
    ExportForm(
        name="ftm-statements",
        suffix=".ftm.csv",
        label="FollowTheMoney statements, one value of an entity a row",
        write=lambda entries, regions, path, _texts: write_values(entries, regions, path),
    ),
    ExportForm(
        name="schema-org",
        suffix=".jsonld",
        label="schema.org Claims as JSON-LD",
        write=lambda entries, regions, path, _texts: write_claims(entries, regions, path),
    ),
    ExportForm(
        name="popolo",
        suffix=".json",
        label="people, parties, posts and elections as Popolo has them",
        write=lambda _entries, regions, path, _texts: write_popolo(regions, path),
    ),
)
#: By name, in the order in which they are offered.
FORMS: Mapping[str, ExportForm] = {form.name: form for form in _ALL}


def form_named(name: str) -> ExportForm:
    """The form of that name.

    Raises:
        UnknownFormError: naming those that there are.
    """
    if name not in FORMS:
        message = f"no form '{name}' to export in; there are {', '.join(FORMS)}"
        raise UnknownFormError(message)
    return FORMS[name]


def write(
    form: str,
    entries: Iterable[Entry],
    path: Path,
    *,
    regions: Sequence[Region] = (),
    texts: bool = False,
) -> None:
    """Write entries to a file in a form; the file is there whole, or as it was before.

    Args:
        form: a name of ``FORMS``.
        entries: in order of recording, each article before the statements in it; some forms go
            over them twice, so not an iterator.
        path: where to.
        regions: whose parties, people and returns tell what the ids mean.
        texts: whether the articles' full texts go with them. They are their publishers': only for
            a copy that stays in the house. JSONL and Parquet need them to be read back whole.

    Raises:
        UnknownFormError: for a form that there is none of.
        ValueError: where the form can't hold texts, or ``entries`` is an iterator.
        OSError: where the file can't be written.
    """
    chosen = form_named(form)
    if texts and not chosen.keeps_texts:
        kept = ", ".join(one.name for one in _ALL if one.keeps_texts)
        message = f"the form '{form}' holds no texts of articles; those that do: {kept}"
        raise ValueError(message)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        chosen.write(entries, regions, part, texts)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def read(form: str, path: Path) -> Journal:
    """The entries of a file, and what was wrong with it.

    Raises:
        UnknownFormError: for a form that there is none of.
        ValueError: for a form that can't be read back.
    """
    chosen = form_named(form)
    if chosen.read is None:
        back = ", ".join(one.name for one in _ALL if one.read)
        message = f"the form '{form}' can't be read back; those that can: {back}"
        raise ValueError(message)
    return chosen.read(path)
