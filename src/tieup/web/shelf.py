"""The shelf: answers made once for all who wait, and kept while nothing new is recorded."""

from asyncio import Task, create_task, shield
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from tieup.web.turns import Turns

#: Bytes of answers that are kept.
MOST = 64 * 1024 * 1024
#: Path, query, the session's token of a visitor who is logged in, and the host by which it is asked
#: for where the answer names it.
Address = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer.

    Attributes:
        mark: of the edition that it shows, which begins with the moment of its last entry.
        tag: another one with each body.
    """

    mark: str
    body: bytes
    media_type: str
    tag: str

    @classmethod
    def of(cls, body: bytes, media_type: str, mark: str = "") -> "Answered":
        """An answer with its tag."""
        tag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
        return cls(mark=mark, body=body, media_type=media_type, tag=tag)

    @property
    def moment(self) -> str:
        """Of the last entry in the ledger that it shows; "" where there was none."""
        return self.mark.partition(" ")[0]


class Shelf:
    """The last answer that each address had; those asked for longest ago make room.

    It belongs to the thread of the event loop. Answers are made in threads by turns, and who waits
    for one, or for a turn to make one, holds up nobody.
    """

    def __init__(self, most: int = MOST) -> None:
        """Empty.

        Args:
            most: bytes that are kept.
        """
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Address, Answered] = OrderedDict()
        self._making: dict[tuple[Address, str], Task[Answered]] = {}

    def at(self, address: Address) -> Answered | None:
        """The last answer that an address had, whatever was recorded since."""
        if address in self._kept:
            self._kept.move_to_end(address)
        return self._kept.get(address)

    async def get(
        self, address: Address, mark: str, make: Callable[[], Answered], *, takes_long: bool = False
    ) -> Answered:
        """The answer for an edition, made where there is none yet; what fails fails for all.

        Args:
            address: what was asked for.
            mark: of the edition.
            make: makes it, in a thread.
            takes_long: whether it waits for its turn among those that take long, one at a time.
        """
        found = self.at(address)
        if found is not None and found.mark == mark:
            return found
        key = (address, mark)
        making = self._making.get(key)
        if making is None:
            turns = self._long if takes_long else self._turns
            making = self._making[key] = create_task(self._made(address, make, turns))
            making.add_done_callback(lambda _: self._making.pop(key))
        return await shield(making)  # who goes away takes it from nobody else

    async def _made(self, address: Address, make: Callable[[], Answered], turns: Turns) -> Answered:
        made = await turns.make(make)
        before = self._kept.pop(address, None)
        self._size += len(made.body) - (len(before.body) if before else 0)
        self._kept[address] = made
        while self._size > self._most and len(self._kept) > 1:
            self._size -= len(self._kept.popitem(last=False)[1].body)
        return made

    @cached_property
    def _turns(self) -> Turns:
        return Turns()

    @cached_property
    def _long(self) -> Turns:
        return Turns(at_once=1)
