"""Who may come in: one browser on this machine, by a link that works once.

`kashf serve` prints an address with a token. The first visit exchanges it for a cookie that no script can read and no other site can
send; every later visit of the same address is turned away. Beside that stand the checks of a server on loopback: the Host header must be
ours (else a foreign name that was made to point here could read the pages), the request must not come from another site or from another
port, and only the methods that exist are let through.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey

#: Twelve hours: a working day, then a new link. The secret itself dies with the process.
COOKIE_SECONDS: Final = 12 * 3600
#: What a page says it may do; nothing else is answered.
METHODS: Final = frozenset({"GET", "HEAD", "POST"})
#: Served to anybody on this machine, since they are the same in every kashf: style, scripts, font, icon.
PUBLIC: Final = ("/static/", "/favicon.ico")
#: Fetch metadata of a page of ours, and of a person who typed the address or followed it from a terminal.
WELCOME_SITES: Final = frozenset({"same-origin", "none"})


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """Something that was decided in a session, as its pages say it.

    Args:
        entry: Its ledger entry.
        verdict: What was said.
        left: Of what; "" for places.
        right: And of what.
        others: How many more were decided with it.
    """

    entry: str
    verdict: str
    left: str
    right: str
    others: int = 0


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What somebody opened and has not been shown yet: a form, and its sealed fields. What stands in them is not kept here."""

    record: RecordId
    fields: frozenset[FieldKey]


@dataclass(slots=True)
class Pass:
    """The token of one `kashf serve`, and the session that its first visitor gets.

    Args:
        token: What the printed address ends in.
        port: Part of the cookie's name, because cookies do not tell ports apart.
        session: What the cookie says.
        form_token: What every form of the session says, so that a page that could send the cookie still cannot decide anything.
        at_work: Who signs what is decided in this session; "" while nobody said.
        made: What was decided in this session and not taken back, latest last.
    """

    token: str
    port: int
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    at_work: str = ""
    made: list[DecisionMade] = field(default_factory=list)
    _looked_at: LookedAt | None = None
    _used: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def cookie(self) -> str:
        """Name of the cookie."""
        return f"kashf_{self.port}"

    def exchange(self, untrusted_token: str) -> bool:
        """Return True the first time the right token comes, False otherwise."""
        with self._lock:
            if self._used or not hmac.compare_digest(self.token.encode(), untrusted_token.encode()):
                return False
            self._used = True
            return True

    def let_see(self, opened: LookedAt) -> None:
        """Let the next page of a form show what somebody opened of it."""
        with self._lock:
            self._looked_at = opened

    def sees(self, record: RecordId) -> frozenset[FieldKey]:
        """Return which sealed fields of a form its page may show, once: whatever page of a form is asked for, they are closed again."""
        with self._lock:
            opened, self._looked_at = self._looked_at, None
        return opened.fields if opened and opened.record == record else frozenset()

    def admits(self, untrusted_session: str) -> bool:
        """Return whether this is the session's secret."""
        return hmac.compare_digest(self.session.encode(), untrusted_session.encode())


class Gate:
    """Turns away, before any page is looked for, whoever should not be here.

    Args:
        app: What stands behind the gate.
        visitor: The pass that opens it.
        turn_away: Makes the page for a person who has no session: what happened and how to get a new link.
    """

    def __init__(self, app: ASGIApp, *, visitor: Pass, turn_away: Callable[[Request], Response]) -> None:
        self.app = app
        self.visitor = visitor
        self.turn_away = turn_away
        self.hosts = frozenset({f"127.0.0.1:{visitor.port}", f"localhost:{visitor.port}"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            answer = self._answer(Request(scope)) or self.app
            await answer(scope, receive, send)
        else:
            await PlainTextResponse("There are no sockets here.", 404)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """Return what to say instead of the page, or None when the visitor may see it."""
        if request.headers.get("host", "") not in self.hosts:
            return PlainTextResponse("This server answers to its own name only.", 421)
        if request.method not in METHODS:
            return PlainTextResponse("Pages are read, and forms are sent; there is nothing more.", 405, {"Allow": "GET, HEAD, POST"})
        if not self._comes_from_here(request.method, request.headers):
            return PlainTextResponse("Pages of this case cannot be asked for by other sites.", 403)
        if request.url.path.startswith("/enter/"):
            return self._enter(request)
        if not request.url.path.startswith(PUBLIC) and not self.visitor.admits(request.cookies.get(self.visitor.cookie, "")):
            return self.turn_away(request)
        return None

    def _comes_from_here(self, method: str, headers: Headers) -> bool:
        """Return whether a page of ours, or a person, is asking.

        Browsers send Sec-Fetch-Site to loopback too. A form's Origin is "null" under `no-referrer`, so either header may speak for it.
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin", "null")
        if site is not None and site not in WELCOME_SITES:
            return False
        if origin != "null":
            return origin in {f"http://{host}" for host in self.hosts}
        return method != "POST" or site == "same-origin"

    def _enter(self, request: Request) -> Response:
        """Exchange the token for the cookie; only a real visit counts, so that a HEAD by a link checker does not use it up."""
        if request.method != "GET" or not self.visitor.exchange(request.url.path.removeprefix("/enter/")):
            return self.turn_away(request)
        response = RedirectResponse("/", 303)
        response.set_cookie(self.visitor.cookie, self.visitor.session, max_age=COOKIE_SECONDS, httponly=True, samesite="strict", path="/")
        return response
