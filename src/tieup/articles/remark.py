"""What reading an input has to say about it, before file and place are known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something wrong with an input that was mended; nothing of it is lost."""

    wrong: str
    done: str


class SkippedError(ValueError):
    """An input that gives no article; ``wrong`` and ``done`` are those of its problem."""

    def __init__(self, *, wrong: str, done: str = "skipped") -> None:
        """Say what is wrong and what was done."""
        super().__init__(f"{wrong}; {done}")
        self.wrong = wrong
        self.done = done
