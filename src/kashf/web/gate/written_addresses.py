"""The addresses that a page writes, where they are not those that its screens know.

Screens, forms and scripts know addresses within kashf: `/search?q=...`. Where the server is called by number they all lie under a secret
path. What a page writes is changed on its way out, in one place, so that no screen has to know.

No value of a case can be taken for such an address: in what a template writes, quotation marks of values are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kashf.web.gate.access import PUBLIC

#: The attributes of our templates that hold an address.
_WRITTEN: Final = re.compile(r'(?<=[\s:])((?:href|action|src|hx-get|data-cite|data-features)=")(/[^"]*)(?=")')
#: The headers that do.
_HEADERS: Final = ("location", "hx-replace-url")


class WrittenAddresses:
    """Changes the addresses in what is answered.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the addresses changed."""
        under = scope.get("state", {}).get("under", "")
        if not under:
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, Rewriting(send, lambda address: under + address).send)


class Rewriting:
    """What is sent, with its addresses changed; of a page, when it is there as a whole.

    Args:
        onward: Where it is sent.
        changed: Another address for one.
    """

    def __init__(self, onward: Send, changed: Callable[[str], str]) -> None:
        self._onward = onward
        self._changed = changed
        self._start: Message | None = None
        self._page: list[bytes] = []

    async def send(self, message: Message) -> None:
        """Send on, or hold back until a page is whole."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in _HEADERS:
                if name in headers:
                    headers[name] = self._address(headers[name])
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._page.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._send_page(self._start)
            return
        await self._onward(message)

    async def _send_page(self, start: Message) -> None:
        page = self._rewritten(b"".join(self._page).decode()).encode()
        MutableHeaders(scope=start)["content-length"] = str(len(page))
        await self._onward(start)
        await self._onward({"type": "http.response.body", "body": page})

    def _rewritten(self, page: str) -> str:
        return _WRITTEN.sub(lambda found: found[1] + self._address(found[2]), page)

    def _address(self, address: str) -> str:
        return address if address.startswith(PUBLIC) else self._changed(address)
