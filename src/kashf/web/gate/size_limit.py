"""How much a form may send: little, but for the one that sends a list. Nothing of it is written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a list of names; the largest public sanctions lists have less when only their names are kept.
LIST_BYTES: Final = 20_000_000
#: Bytes of any other form.
FORM_BYTES: Final = 64_000
#: Bytes of a form with a list, with room for what stands around it.
LIST_FORM_BYTES: Final = LIST_BYTES + 4_000


class TooMuchError(Exception):
    """A form sends more than it may."""


class SizeLimit:
    """Turns away forms that send too much, by what they say before they are read, and else while they are read.

    Args:
        app: Where forms are read.
        most_bytes: Path to what its form may send; of any other, FORM_BYTES.
    """

    def __init__(self, app: ASGIApp, *, most_bytes: Mapping[str, int]) -> None:
        self.app = app
        self.most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, counting what it sends."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        most = self.most_bytes.get(scope["path"], FORM_BYTES)
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or len(said) > 12 or int(said) > most:
            await _too_much(most)(scope, receive, send)
            return
        taken = 0

        async def receive_counting() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise TooMuchError
            return message

        try:
            await self.app(scope, receive_counting, send)
        except TooMuchError:
            await _too_much(most)(scope, receive, send)


def _too_much(most: int) -> PlainTextResponse:
    return PlainTextResponse(f"This form may send {most:,} bytes at most. Nothing was kept.", 413)
