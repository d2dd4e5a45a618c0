"""Unread: what a file held that did not become an entry."""

from tieup.problems import Problem


class Unread:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        """None yet."""
        self._file = file
        self._problems: list[Problem] = []
        self._textless = 0

    def left_out(self, place: str | None, wrong: str) -> None:
        """Something that is no entry."""
        self._problems.append(
            Problem(file=self._file, place=place, wrong=wrong, done="left out", lost=True)
        )

    def textless(self, record: object) -> bool:
        """Whether a record is an article that was exported without its text; they are counted."""
        if not isinstance(record, dict) or record.get("entry") != "article":
            return False
        without = record.get("text") is None
        self._textless += without
        return without

    def count(self, told: object, found: int, place: str) -> None:
        """How many entries a file says that it holds, and how many it does."""
        if told != found:
            self._remark(place, f"{found} entries where there should be {told}")

    def cut_short(self) -> None:
        """A file without its end."""
        self._remark(None, "the file ends early, without its last line")

    def problems(self) -> tuple[Problem, ...]:
        """All that was found, in order of place."""
        if not self._textless:
            return tuple(self._problems)
        what = "article" if self._textless == 1 else "articles"
        wrong = f"{self._textless} {what} without text, as exports are without --texts"
        return (*self._problems, Problem(file=self._file, wrong=wrong, done="left out"))

    def _remark(self, place: str | None, wrong: str) -> None:
        done = "what is there was read"
        self._problems.append(
            Problem(file=self._file, place=place, wrong=wrong, done=done, lost=False)
        )
