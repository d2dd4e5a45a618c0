"""How the web desk holds under load: a large ledger, two hundred requests a second.

    python benchmark/web.py [--ledger FILE] [--size 100000] [--rate 200] [--seconds 60]

A ledger like life is made as benchmark/ledger.py makes it, or one that it kept is taken, and `tieup
serve` is started over it on a free port of this machine, a process of its own. Boards of twenty
days, forty relations and the seats of five scenarios are asked for in equal parts, in an order that
a seed draws.

The load is open: each request is due at its moment, whatever became of those before it, and its
time runs from that moment to the last byte of the answer. So a server that stalls is charged with
all who came meanwhile. Before it, each sort of page is asked for once, and each scenario, for a
projection is kept; boards and relations are not, and the first request for each address makes it.

A connection that the server closed while nobody used it is no error: as a browser does, the client
asks again on a new one. How many there were is printed, with how long they had been idle.

Prints errors (no answer, or one that is not 200), p50, p95, p99 and the longest in milliseconds,
over all and for each sort, how many were due and how late they were sent, the server's memory after
the warming up, midway and at the end, its processor time, and the machine's load before, in whose
light the figures are to be read: beside others on the machine every time is longer than its own.
The mark: no error, p95 below 150 ms, memory flat.
"""

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import numpy as np

from ledger import ASKED, DAYS, FIRST, REGION, SEED, Press, fill
from tieup.ledger import Ledger
from tieup.regions import load_region

HOST = "127.0.0.1"
BOARD, RELATION, SEATS = SORTS = ("board", "relation", "seats")
#: Addresses of boards and of relations; each is asked for again and again.
BOARDS, RELATIONS = 20, 40
SCENARIOS = (
    "LF+INC+ISF / TMC / BJP",
    "LF+ISF / INC / TMC / BJP",
    "LF+INC / ISF / TMC / BJP",
    "TMC+INC / LF+ISF / BJP",
    "LF / INC / ISF / TMC / BJP",
)
#: Seconds that the server has to start in, with its first pages made, and that an answer may take.
STARTING, PATIENCE = 300.0, 60.0
OK = b"HTTP/1.1 200 "


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a request; seconds from the moment at which it was due."""

    sort: str
    sent: float
    answered: float
    wrong: str = ""


def addresses(size: int) -> dict[str, list[str]]:
    """What is asked for, by sort."""
    rng = np.random.default_rng([SEED, size, 3])
    days = [FIRST + timedelta(days=int(n)) for n in rng.integers(DAYS // 3, DAYS, RELATIONS)]
    pairs = Press(load_region(REGION), size).pairs
    chosen = [pairs[n] for n in rng.integers(0, len(pairs), RELATIONS)]
    return {
        BOARD: [f"/board?on={day}&election={ASKED}" for day in days[:BOARDS]],
        RELATION: [
            f"/relation/{a}/{b}?on={day}&election={ASKED}"
            for (a, b), day in zip(chosen, days, strict=True)
        ],
        SEATS: [f"/seats?election={ASKED}&structure={quote(one, safe='')}" for one in SCENARIOS],
    }


@contextmanager
def served(ledger: Path) -> Iterator[tuple[int, int]]:
    """`tieup serve` over a ledger: its port and its process; ended at the end."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    tieup = Path(sys.executable).with_name("tieup")
    asked = ["serve", "--port", str(port), "--ledger", str(ledger), "--region", REGION]
    process = subprocess.Popen([tieup, *asked], stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + STARTING
        while socket.socket().connect_ex((HOST, port)):
            if process.poll() is not None or time.monotonic() > until:
                sys.exit("tieup serve did not start")
            time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(PATIENCE)


@dataclass(frozen=True, slots=True)
class Line:
    """A connection, and since when nobody used it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    since: float


class Client:
    """Connections to the server, each taken up again once its answer is there.

    Attributes:
        closed: how long connections had been idle, in seconds, that the server had closed.
    """

    def __init__(self, port: int) -> None:
        """None is open yet."""
        self._port = port
        self._idle: list[Line] = []
        self.closed: list[float] = []

    async def get(self, address: str) -> str:
        """Ask for an address; what was wrong with the answer, or nothing."""
        while self._idle:
            line = self._idle.pop()
            try:
                return await self._asked(line, address)
            except (ConnectionError, asyncio.IncompleteReadError) as error:
                if getattr(error, "partial", b""):
                    raise  # it had begun to answer
                self.closed.append(asyncio.get_running_loop().time() - line.since)
                line.writer.close()
        reader, writer = await asyncio.open_connection(HOST, self._port)
        return await self._asked(Line(reader, writer, 0), address)

    async def _asked(self, line: Line, address: str) -> str:
        reader, writer = line.reader, line.writer
        writer.write(f"GET {address} HTTP/1.1\r\nHost: {HOST}:{self._port}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        fields = head.lower().split(b"\r\n")
        length = next(int(f[15:]) for f in fields if f.startswith(b"content-length:"))
        await reader.readexactly(length)
        self._idle.append(Line(reader, writer, asyncio.get_running_loop().time()))
        return "" if head.startswith(OK) else head.split(b"\r\n", 1)[0].decode()

    def close(self) -> None:
        """Let go of all."""
        print(
            f"connections: {len(self._idle):,} at the end; {len(self.closed)} closed by the server"
        )
        if self.closed:
            print(f"those had been idle for {min(self.closed):.1f} s at least")
        for line in self._idle:
            line.writer.close()


async def load(port: int, rate: float, seconds: float, size: int, pid: int) -> list[Asked]:
    """Warm up, then ask; prints the memory before."""
    known = addresses(size)
    client = Client(port)
    for sort, listed in known.items():
        begun = time.monotonic()
        for address in listed if sort == SEATS else listed[:1]:
            wrong = await asyncio.wait_for(client.get(address), PATIENCE)
            if wrong:
                sys.exit(f"{address}: {wrong}")
        print(f"{sort}: warmed up in {time.monotonic() - begun:.1f} s")
    print(f"memory after that: {memory(pid):,.0f} MB")
    rng = np.random.default_rng([SEED, size, 4])
    loop = asyncio.get_running_loop()
    start = loop.time() + 0.1

    async def ask(sort: str, address: str, due: float) -> Asked:
        await asyncio.sleep(due - loop.time())
        sent = loop.time() - due
        try:
            wrong = await asyncio.wait_for(client.get(address), PATIENCE)
        except (OSError, EOFError, TimeoutError) as error:
            wrong = type(error).__name__
        return Asked(sort, sent, loop.time() - due, wrong)

    asks = []
    for number in range(int(rate * seconds)):
        sort = SORTS[number % len(SORTS)]
        address = known[sort][rng.integers(len(known[sort]))]
        asks.append(ask(sort, address, start + number / rate))
    loop.call_later(0.5 * seconds, lambda: print(f"memory midway: {memory(pid):,.0f} MB"))
    found = await asyncio.gather(*asks)
    client.close()
    return found


def memory(pid: int) -> float:
    """What a process holds in memory, in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor(pid: int) -> float:
    """Seconds of processor time that a process took so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def quantiles(found: Sequence[Asked]) -> str:
    """p50, p95, p99 and the longest, in milliseconds."""
    took = np.array([one.answered for one in found]) * 1e3
    return "  ".join(f"{v:>9.1f}" for v in [*np.quantile(took, [0.5, 0.95, 0.99]), took.max()])


def measure(ledger: Path, size: int, rate: float, seconds: float) -> None:
    """Serve, ask and print."""
    with served(ledger) as (port, pid):
        print("load average before:", *(f"{n:.1f}" for n in os.getloadavg()), flush=True)
        found = asyncio.run(load(port, rate, seconds, size, pid))
        print(f"memory at the end: {memory(pid):,.0f} MB; {processor(pid):.1f} s of processor time")
    wrong = [one.wrong for one in found if one.wrong]
    late = np.quantile([one.sent * 1e3 for one in found], 0.95)
    print(f"{len(found):,} requests at {rate:g} a second, sent up to {late:.1f} ms late (p95)")
    print(f"errors: {len(wrong)}", *sorted(set(wrong)))
    print(f"{'':10}" + "  ".join(f"{name:>9}" for name in ("p50", "p95", "p99", "longest")))
    for sort in SORTS:
        print(f"{sort:10}" + quantiles([one for one in found if one.sort == sort]))
    print(f"{'all':10}" + quantiles(found))


def main() -> None:
    """Make a ledger or take one, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledger", type=Path, help="one that benchmark/ledger.py --keep made")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        where = given.ledger or Path(scratch) / "tieup.db"
        if given.ledger is None:
            with Ledger.open(where) as ledger:
                fill(ledger, Press(load_region(REGION), given.size), given.size)
        measure(where, given.size, given.rate, given.seconds)


if __name__ == "__main__":
    main()
