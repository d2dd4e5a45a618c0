"""Serving: the application on a port of this machine."""

import gc
import socket
import sys

import uvicorn

from tieup.web.application import application
from tieup.web.newsroom import Newsroom

__all__ = ["Newsroom", "PortTakenError", "run"]

HOST = "127.0.0.1"
#: Seconds after which a page that is being made lets others be answered.
SWITCH = 0.001


class PortTakenError(OSError):
    """Another program listens there."""


def run(newsroom: Newsroom, port: int) -> None:
    """Serve until it is interrupted.

    Raises:
        PortTakenError: for a port that is in use.
    """
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise PortTakenError(98, "the port is in use; name another by --port", f"port {port}")
    gc.collect()
    gc.freeze()  # what is loaded by now stays, and need not be gone through again
    sys.setswitchinterval(SWITCH)
    uvicorn.run(
        application(newsroom),
        host=HOST,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=75,  # a page that is slow to make must not cost its reader the line
    )
