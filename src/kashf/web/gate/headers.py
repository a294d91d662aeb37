"""What every answer says to the browser: trust nothing but what this page itself names."""

from __future__ import annotations

import secrets
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Each directive of the content security policy; {nonce} is new for every answer. Nothing is ever allowed inline or by eval, only
#: scripts that carry the nonce run, and only htmx may hand text to the places where text becomes markup (Trusted Types).
_DIRECTIVES: Final = (
    "default-src 'none'",
    "script-src 'nonce-{nonce}'",
    "style-src 'self' 'nonce-{nonce}'",
    "img-src 'self'",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types htmx",
)
POLICY: Final = "; ".join(_DIRECTIVES)
#: The map draws in a worker, which its library starts by a plain address: a policy of the page's script lets that one address through.
_OF_THE_MAP: Final = {"trusted-types htmx": "trusted-types htmx default; worker-src 'self'"}
MAP_POLICY: Final = "; ".join(_OF_THE_MAP.get(each, each) for each in _DIRECTIVES)

#: Sent with everything, errors and pictures too.
ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-DNS-Prefetch-Control": "off",
}


class SecurityHeaders:
    """Adds the policy and its companions to every answer, and gives each request its nonce in `request.state.nonce`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                policy = MAP_POLICY if scope.get("path") == "/map" else POLICY  # Here, since the gate takes a secret path off.
                headers["Content-Security-Policy"] = policy.format(nonce=nonce)
                for name, value in ALWAYS.items():
                    headers[name] = value
                # Nothing of a case may stay in the browser's cache on disk.
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, send_with_headers)
