"""From bytes to characters."""

import codecs
import re

from tieup.articles.remark import Remark, SkippedError

#: Marks of encodings at the start of a file; UTF-32 first, for its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
#: How files begin that hold no text, though they may lack NUL bytes.
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
#: A file that is no UTF-8 and has a greater share of control bytes than this holds no text.
_MAX_CONTROL = 0.02


def decode(data: bytes) -> tuple[str, Remark | None]:
    r"""The characters of a file, line ends as \n, and what was wrong with its encoding.

    UTF-8 and, with their marks, UTF-16 and UTF-32 are read as such; a file that is UTF-8 but for a
    few bytes keeps the rest; anything else is taken for Windows-1252.

    Raises:
        SkippedError: for binary files and for a broken UTF-16 or UTF-32.
    """
    text, remark = _characters(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), remark


def _characters(data: bytes) -> tuple[str, Remark | None]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise SkippedError(wrong=f"broken {name} ({error.reason})") from error
            return text, Remark(wrong="not UTF-8", done=f"read as {name}")
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise SkippedError(
            wrong="holds NUL bytes, so it is no text", done="skipped; save text as UTF-8"
        )
    if data.startswith(_BINARY):
        raise SkippedError(wrong="is no plain text", done="skipped; save its text as UTF-8")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _not_utf8(data)


def _not_utf8(data: bytes) -> tuple[str, Remark]:
    if len(_CONTROL.findall(data)) > _MAX_CONTROL * len(data):
        raise SkippedError(wrong="is no text", done="skipped; save text as UTF-8")
    mended = data.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    good = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", mended))
    if good > bad:
        return mended, Remark(
            wrong="not quite UTF-8", done=f"what is none shown as \ufffd, {bad} in all"
        )
    text = data.decode("cp1252", "replace")
    return text, Remark(wrong="not UTF-8", done="read as Windows-1252")
