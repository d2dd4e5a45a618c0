"""From bytes to characters."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.articles.decoding import decode
from tieup.articles.remark import Remark, SkippedError

#: Any text but for carriage returns (line ends become \n) and the mark of encodings at its start.
TEXTS = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])).filter(
    lambda text: not text.startswith("\ufeff")
)


@given(TEXTS)
def test_utf8_comes_back_with_and_without_its_mark(text: str) -> None:
    data = text.encode()
    assert decode(codecs.BOM_UTF8 + data) == (text, None)
    if not data.startswith((b"%PDF-", b"PK\x03\x04", b"GIF8", b"{\\rtf")):
        assert decode(data) == (text, None)


@given(TEXTS, st.sampled_from(["utf-16", "utf-32"]), st.sampled_from(["le", "be"]))
def test_marked_utf16_and_utf32_come_back_and_say_so(text: str, codec: str, order: str) -> None:
    found, remark = decode(f"\ufeffT{text}".encode(f"{codec}-{order}"))
    assert found == f"T{text}"
    assert remark == Remark(wrong="not UTF-8", done=f"read as {codec.upper()}")


@given(st.text("abc \n“”’—é£", min_size=1).filter(lambda text: not text.isascii()))
def test_windows_1252_comes_back_and_says_so(text: str) -> None:
    # One letter behind each: in Windows-1252 a pair such as "Ã©" would be sound UTF-8.
    written = "".join(f"{character} " for character in text)
    found, remark = decode(written.encode("cp1252"))
    assert found == written
    assert remark is not None
    assert remark.done == "read as Windows-1252"


def test_a_file_cut_within_a_character_keeps_the_rest_as_utf8() -> None:
    found, remark = decode("“We go alone” — he said.".encode() + b"\xe2\x80")
    assert found == "“We go alone” — he said.\ufffd"
    assert remark is not None
    assert remark.wrong == "not quite UTF-8"


def test_line_ends_become_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == ("one\ntwo\nthree\n", None)


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b",
        "Talks are on".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"odd",
        b"%PDF-1.7 ...",
        b"\x1f\x8b\x08\x01",
        bytes(range(1, 32)) + b"\xff\xfa" * 9,
    ],
)
def test_what_is_no_text_is_skipped(data: bytes) -> None:
    with pytest.raises(SkippedError) as caught:
        decode(data)
    assert caught.value.done.startswith("skipped")


@given(st.binary())
def test_any_bytes_are_read_or_skipped(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except SkippedError:
        return
    assert "\r" not in text
