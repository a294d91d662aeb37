"""Who may come in: one browser on this machine, by a link that works once.

`kashf serve` prints an address with a token. The first visit exchanges it for a cookie that no script can read and no other site can
send; every later visit of the same address is turned away. A cookie does not tell ports apart, so what it is bound to is not the port:
the address has a name under `.localhost` that is drawn anew each time, to which browsers on this machine go without asking anybody. Where
one does not know such names there is 127.0.0.1, whose cookie is sent to a secret path alone. No page of another port knows either.

Beside that stand the checks of a server on loopback: the Host header must be ours (else a foreign name that was made to point here could
read the pages), the request must not come from another site or from another port, and only the methods that exist are let through.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.web.gate.veil import Veil

#: Twelve hours: a working day, then a new link. The secret itself dies with the process, and the cookie with the browser.
SESSION_SECONDS: Final = 12 * 3600
#: Where a browser goes that does not know names under .localhost.
NUMBER: Final = "127.0.0.1"
ENTRANCE: Final = "/enter/"
#: Browsers send some fifteen; a head of 128 kB (a long query) has room for thousands.
_MOST_HEADERS: Final = 64
#: Bytes of the headers together, without the address.
_HEADER_BYTES: Final = 16 << 10
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
        token: What the printed address ends in; "" when it was used.
        port: Where the server listens.
        name: What the server is called; nobody else knows it.
        path: Under what its pages lie where it is called by number.
        session: What the cookie says.
        form_token: What every form of the session says, so that a page that could send the cookie still cannot decide anything.
        at_work: Who signs what is decided in this session; "" while nobody said.
        made: What was decided in this session and not taken back, latest last.
        clock: Seconds that only go on.
        once_used: Told that the token was used.
        veil: Hides what addresses and titles tell; None where a person has not asked for that.
    """

    token: str
    port: int
    name: str = field(default_factory=lambda: f"{secrets.token_hex(10)}.localhost")
    path: str = field(default_factory=lambda: f"/{secrets.token_urlsafe(24)}")
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    at_work: str = ""
    made: list[DecisionMade] = field(default_factory=list)
    clock: Callable[[], float] = time.monotonic
    once_used: Callable[[], None] = lambda: None
    veil: Veil | None = None
    _since: float = 0.0
    _looked_at: LookedAt | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def cookie(self) -> str:
        """Name of the cookie."""
        return f"kashf_{self.port}"

    @property
    def host(self) -> str:
        """What a browser calls the server."""
        return f"{self.name}:{self.port}"

    @property
    def number(self) -> str:
        """What a browser calls it that does not know the name."""
        return f"{NUMBER}:{self.port}"

    def addresses(self) -> tuple[str, str]:
        """Return the address that works once: by name, and by number."""
        return f"http://{self.host}{ENTRANCE}{self.token}", f"http://{self.number}{ENTRANCE}{self.token}"

    def renew(self) -> None:
        """Make another address that works once; whoever comes in by it ends the session before."""
        with self._lock:
            self.token = secrets.token_urlsafe(32)

    def exchange(self, untrusted_token: str) -> bool:
        """Return True the first time the right token comes, and begin a session that has nothing of one before; False otherwise."""
        with self._lock:
            if not self.token or not hmac.compare_digest(self.token.encode(), untrusted_token.encode()):
                return False
            self.token, self._since = "", self.clock()
            self.session, self.form_token = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
            self.at_work, self._looked_at = "", None
            self.made.clear()
        self.once_used()
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
        """Return whether this is the session's secret, and its day is not over."""
        is_it = hmac.compare_digest(self.session.encode(), untrusted_session.encode())
        return is_it and self.clock() - self._since < SESSION_SECONDS


class Gate:
    """Turns away, before any page is looked for, whoever should not be here.

    Args:
        app: What stands behind the gate.
        visitor: The pass that opens it.
        turn_away: Makes the page for a person who has no session: what happened and how to get a new link.
        welcome: Makes the page that leads on to the case, for a browser that was sent here by a page of another site.
    """

    def __init__(
        self, app: ASGIApp, *, visitor: Pass, turn_away: Callable[[Request], Response], welcome: Callable[[Request, str], Response]
    ) -> None:
        self.app = app
        self.visitor = visitor
        self.turn_away = turn_away
        self.welcome = welcome
        self.hosts = frozenset({visitor.host, visitor.number})

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
        if refusal := self._refusal(request):
            return refusal
        path = request.scope["path"]
        if path.startswith(ENTRANCE):
            return self._enter(request)
        if not self._comes_from_here(request.method, request.headers):
            return PlainTextResponse("Pages of this case cannot be asked for by other sites.", 403)
        if path.startswith(PUBLIC):
            return None
        is_ours = self._is_under(request) and self.visitor.admits(request.cookies.get(self.visitor.cookie, ""))
        return None if is_ours else self.turn_away(request)

    def _refusal(self, request: Request) -> Response | None:
        """Return what to say to a request that no browser that came to us would make, or None."""
        if request.headers.get("host", "") not in self.hosts:
            return PlainTextResponse("This server answers to its own name only.", 421)
        if len(request.headers.raw) > _MOST_HEADERS or sum(len(key) + len(value) for key, value in request.headers.raw) > _HEADER_BYTES:
            return PlainTextResponse("No browser says that much before it asks.", 431)
        if request.method not in METHODS:
            return PlainTextResponse("Pages are read, and forms are sent; there is nothing more.", 405, {"Allow": "GET, HEAD, POST"})
        return None

    def _is_under(self, request: Request) -> bool:
        """Return whether the path is one of ours; of the secret path it is taken off, and what is behind it is asked for."""
        under = self._under(request)
        if under and not request.scope["path"].startswith(f"{under}/"):
            return False
        request.state.under = under
        request.scope["path"] = request.scope["path"].removeprefix(under)
        return True

    def _under(self, request: Request) -> str:
        return self.visitor.path if request.headers["host"] == self.visitor.number else ""

    def _comes_from_here(self, method: str, headers: Headers) -> bool:
        """Return whether a page of ours, or a person, is asking.

        Browsers send Sec-Fetch-Site to loopback too. A form's Origin is "null" under `no-referrer`, so either header may speak for it.
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin", "null")
        if site is not None and site not in WELCOME_SITES:
            return False
        if origin != "null":
            return origin == f"http://{headers['host']}"
        return method != "POST" or site == "same-origin"

    def _enter(self, request: Request) -> Response:
        """Exchange the token for the cookie; only a real visit counts, so that a HEAD by a link checker does not use it up.

        Whoever has the token may come from anywhere: a page in a file is another site. A strict cookie goes along only where our own page
        leads on, so such a browser gets one.
        """
        if request.method != "GET" or not self.visitor.exchange(request.scope["path"].removeprefix(ENTRANCE)):
            return self.turn_away(request)
        under = self._under(request)
        is_sent_here = request.headers.get("sec-fetch-site", "none") not in WELCOME_SITES
        response = self.welcome(request, f"{under}/") if is_sent_here else RedirectResponse(f"{under}/", 303)
        response.set_cookie(self.visitor.cookie, self.visitor.session, httponly=True, samesite="strict", path=under or "/")
        return response
