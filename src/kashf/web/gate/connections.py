"""How long, and from whom, a connection may ask: a slow one is closed, one too many and one of another user are not begun.

What a browser on this machine sends arrives at once. Whoever sends the head of a request byte by byte, or promises a form and does not send
it, would otherwise hold a connection for ever.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, NamedTuple

import h11
from starlette.types import ASGIApp
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds for the head of a request, however many pieces it comes in, and for a connection on which nothing was ever asked.
HEAD_SECONDS: Final = 10
#: Seconds for what a form sends; the longest, a list of 20 MB, comes in less than one.
BODY_SECONDS: Final = 60
#: Seconds for which a connection is kept after an answer, for the next question.
KEEP_SECONDS: Final = 5
#: A browser opens six for each host, and another for a film.
MOST_CONNECTIONS: Final = 64
#: Bytes of the head of a request: a query of 10,000 letters, each written as two escaped bytes of three characters, and some room.
HEAD_BYTES: Final = 128 << 10

#: Where Linux lists who has which end of a connection; each row has both ends, a state and the user.
_TABLES: Final = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_ROOT: Final = 0
#: The column of the user.
_USER: Final = 7
#: Bytes of an address of the older protocol.
_OLDER: Final = 4

#: Address, port, and what else Python tells of an end.
End = tuple[Any, ...]


class _Connection(NamedTuple):
    near: str
    far: str
    user: int


class PatientProtocol(H11Protocol):
    """Speaks HTTP with one browser, within limits."""

    _deadline: asyncio.TimerHandle | None = None
    _owes: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the class above says it
        """Begin, unless there are too many already or it is another user's."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS or not is_of_this_user(
            transport.get_extra_info("sockname"), transport.get_extra_info("peername")
        ):
            transport.abort()
            return
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what came, and go on waiting for what is still owed; more of the same does not give more time."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next question."""
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._forget()
        super().connection_lost(exc)

    def _watch(self) -> None:
        owes = self.conn.their_state if self.conn.their_state in {h11.IDLE, h11.SEND_BODY} else None
        if self.transport.is_closing():
            owes = None
        if owes is self._owes:
            return
        self._forget()
        self._owes = owes
        if owes is not None:
            seconds = HEAD_SECONDS if owes is h11.IDLE else BODY_SECONDS
            self._deadline = self.loop.call_later(seconds, self.transport.abort)

    def _forget(self) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline, self._owes = None, None


def within_limits(app: ASGIApp) -> Config:
    """Return how a server of an application is run: with these limits, and without a log of what is asked."""
    return Config(
        app,
        http=PatientProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_SECONDS,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )


def is_of_this_user(near: End | None, far: End | None, *, tables: tuple[Path, ...] = _TABLES) -> bool:
    """Return whether the far end of a connection within this machine belongs to this user, or to root; where no table tells, True.

    Args:
        near: Address and port of our end.
        far: Of the other.
        tables: Where the system lists who has which end.
    """
    if not near or not far:
        return True
    ours, others = _written(near), _written(far)
    rows = [row for table in tables for row in _rows(table)]
    if not any(row.near in ours and row.far in others for row in rows):
        return True  # Our own end is not listed, so the table tells nothing.
    users = {row.user for row in rows if row.near in others and row.far in ours}
    return bool(users) and users <= {os.getuid(), _ROOT}


def _written(end: End) -> frozenset[str]:
    """Return how the tables write an end; one of the older protocol may be listed among those of the newer."""
    address = ip_address(end[0]).packed
    words = "".join(f"{int.from_bytes(address[at : at + 4], sys.byteorder):08X}" for at in range(0, len(address), 4))
    mapped = "".join(f"{int.from_bytes(word, sys.byteorder):08X}" for word in (bytes(4), bytes(4), b"\0\0\xff\xff"))
    return frozenset(f"{written}:{end[1]:04X}" for written in ({words, mapped + words} if len(address) == _OLDER else {words}))


def _rows(table: Path) -> Iterator[_Connection]:
    try:
        lines = table.read_text(encoding="ascii").splitlines()[1:]
    except (OSError, ValueError):
        return
    for parts in map(str.split, lines):
        if len(parts) > _USER:
            yield _Connection(parts[1], parts[2], int(parts[_USER]))
