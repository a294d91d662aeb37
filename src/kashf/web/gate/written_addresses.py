"""The addresses that a page writes, where they are not those that its screens know.

Screens, forms and scripts know addresses within kashf: `/search?q=...`. Where the server is called by number they all lie under a secret
path, and where nothing is to be read from a browser's history each is hidden (`veil`). What a page writes is changed on its way out and
what is asked for on its way in, in one place, so that no screen has to know.

No value of a case can be taken for such an address: in what a template writes, quotation marks of values are escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kashf.web.gate.access import PUBLIC, Pass
from kashf.web.gate.size_limit import FORM_BYTES
from kashf.web.gate.veil import BEGINNING, Veil

#: The attributes of our templates that hold an address.
_WRITTEN: Final = re.compile(r'(?<=[\s:])((?:href|action|src|hx-get|hx-post|data-cite|data-features)=")(/[^"]*)(?=")')
#: A form that puts what it says into an address, which is every one that is not said to be sent in another way.
_FORM: Final = re.compile(r'<form\b(?![^>]*\bmethod="(?:post|dialog)")([^>]*)>')
_ASKING: Final = re.compile(r'\b(action|hx-get)="(/[^"]*)"')
_TITLE: Final = re.compile(r"<title>[^<]*</title>")
_FILE_NAME: Final = re.compile(r'filename="[^"]*?(\.[a-z]+)?"')
#: The headers that hold one.
_HEADERS: Final = ("location", "hx-replace-url")
#: What the hidden address of such a form begins with: what it says is behind it, and belongs into an address.
_ASKED_BY_FORM: Final = "?"


class WrittenAddresses:
    """Changes the addresses in what is answered, and changes back what is asked for.

    Args:
        app: What answers.
        visitor: Whether addresses are hidden from the browser that came in.
    """

    def __init__(self, app: ASGIApp, *, visitor: Pass) -> None:
        self.app = app
        self.visitor = visitor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the addresses changed."""
        under = scope.get("state", {}).get("under", "")
        veil = self.visitor.veil
        if scope["type"] != "http" or not (under or veil):
            await self.app(scope, receive, send)
            return
        written = Written(under, veil)
        if veil and scope["path"].startswith(BEGINNING):
            asked = veil.behind(scope["path"])
            if asked is None:
                await PlainTextResponse("This address is of another server, or of none.", 404)(scope, receive, send)
                return
            if asked.startswith(_ASKED_BY_FORM) and scope["method"] == "POST":
                said = await _body(Request(scope, receive))
                asked = f"{asked.removeprefix(_ASKED_BY_FORM)}?{said}"
                if "hx-request" not in Headers(scope=scope):
                    await RedirectResponse(written.address(asked), 303)(scope, receive, send)
                    return
                scope["method"] = "GET"
            path, _, query = asked.partition("?")
            scope["path"], scope["raw_path"], scope["query_string"] = unquote(path), path.encode(), query.encode()
        await self.app(scope, receive, Rewriting(send, written).send)


@dataclass(frozen=True, slots=True)
class Written:
    """How a page has to write its addresses.

    Args:
        under: The path that all of them lie under; "" for none.
        veil: Hides them; None to show them.
    """

    under: str = ""
    veil: Veil | None = None

    def page(self, page: str) -> str:
        """Return a page with all its addresses changed; where they are hidden its title says nothing, and no form writes an address."""
        if self.veil:
            page = _TITLE.sub("<title>kashf</title>", page, count=1)
            page = _FORM.sub(lambda found: f'<form method="post"{self._asking(found[1])}>', page)
        return _WRITTEN.sub(lambda found: found[1] + escape(self.address(unescape(found[2]))), page)

    def address(self, address: str) -> str:
        """Return how one is written."""
        if address.startswith(PUBLIC):
            return address
        return self.under + (self.veil.hide(address) if self.veil and not address.startswith(BEGINNING) else address)

    def _asking(self, attributes: str) -> str:
        assert self.veil  # noqa: S101 - only then is a form changed
        hide = self.veil.hide
        names = {"action": "action", "hx-get": "hx-post"}
        hidden = _ASKING.sub(lambda found: f'{names[found[1]]}="{hide(_ASKED_BY_FORM + unescape(found[2]))}"', attributes)
        return hidden.replace(' method="get"', "")


@dataclass(slots=True)
class Rewriting:
    """What is sent, with its addresses changed; of a page, when it is there as a whole.

    Args:
        onward: Where it is sent.
        written: How addresses are written.
    """

    onward: Send
    written: Written
    _start: Message | None = None
    _page: list[bytes] = field(default_factory=list)

    async def send(self, message: Message) -> None:
        """Send on, or hold back until a page is whole."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in _HEADERS:
                if name in headers:
                    headers[name] = self.written.address(headers[name])
            if self.written.veil and "content-disposition" in headers:
                headers["content-disposition"] = _FILE_NAME.sub(r'filename="kashf\1"', headers["content-disposition"])
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._page.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._send_page(self._start)
            return
        await self.onward(message)

    async def _send_page(self, start: Message) -> None:
        page = self.written.page(b"".join(self._page).decode()).encode()
        MutableHeaders(scope=start)["content-length"] = str(len(page))
        await self.onward(start)
        await self.onward({"type": "http.response.body", "body": page})


async def _body(request: Request) -> str:
    """Return what a form says, as an address would."""
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > FORM_BYTES:
            break
    return taken[:FORM_BYTES].decode("ascii", "replace")
