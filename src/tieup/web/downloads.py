"""Downloads: the whole record as a file, written anew once anything is recorded."""

import shutil
import tempfile
import weakref
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Self

from anyio import CapacityLimiter, to_thread
from fastapi import Request

from tieup.web.newsroom import Edition


class Downloads:
    """Files of the record in a folder of their own, which goes with them."""

    def __init__(self) -> None:
        """None is written yet."""
        self._folder: Path | None = None
        self._marks: dict[str, str] = {}

    @classmethod
    def of(cls, request: Request) -> Self:
        """Those of the application that is asked."""
        found: Self = request.app.state.downloads
        return found

    async def open(self, edition: Edition, form: str) -> BinaryIO:
        """The record in a form of `tieup export`, without the articles' texts; to be closed.

        Who waits while one is written holds no thread that others need.

        Raises:
            ExchangeError: for an unknown form.
            OSError: where there is no room for it.
        """
        return await to_thread.run_sync(self._opened, edition, form, limiter=self._turn)

    def _opened(self, edition: Edition, form: str) -> BinaryIO:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="tieup-downloads-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / f"record.{form}"
        if self._marks.get(form) != edition.mark:
            edition.desk.export(path, form=form)
            self._marks[form] = edition.mark
        return path.open("rb")

    @cached_property
    def _turn(self) -> CapacityLimiter:
        return CapacityLimiter(1)
