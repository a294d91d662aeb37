"""`kashf serve`."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, flush, say
from kashf.errors import UsageError

if TYPE_CHECKING:
    from uvicorn import Server

    from kashf.ports.runtime import Sandbox, Worker

EPILOG = "Example: kashf serve leak.case"

#: Only this machine; a server for others needs accounts and encryption, and there is none.
HOST = "127.0.0.1"
#: Largest head of a request, in bytes: a query of 10,000 letters, each written as two escaped bytes of three characters, and some room.
_HEAD_BYTES = 128 << 10


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> int:
    """Open the case in a browser on this machine; the printed address works once. Ctrl+C ends it."""
    import uvicorn

    from kashf.logs import configure_logs
    from kashf.settings import load_settings
    from kashf.web.app import create_app

    configure_logs()
    with opened(case) as open_case, _listen(port) as listening:
        taken = listening.getsockname()[1]
        token = secrets.token_urlsafe(32)
        sandbox = LateSandbox(accept_unsafe=load_settings().accept_unsafe_parsing)
        app = create_app(open_case, sandbox, token=token, port=taken)
        address = f"http://{HOST}:{taken}/enter/{token}"
        emit(address)
        flush()
        say("This address works once, in one browser. Ctrl+C ends the server; reading changes nothing.")
        if not no_browser:
            typer.launch(address)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, h11_max_incomplete_event_size=_HEAD_BYTES)
        _serve(uvicorn.Server(config), listening)
    return 0


def _serve(server: Server, listening: socket.socket) -> None:
    """Serve until Ctrl+C, which is how it ends and no fault."""
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    say("\nThe server has stopped; what was decided is in the ledger.")


@dataclass(frozen=True, slots=True)
class LateSandbox:
    """Looks for a place to draw pages when the first one is asked for; without one, the texts can be read all the same.

    Args:
        accept_unsafe: Whether a person has accepted to draw without a sandbox.
    """

    accept_unsafe: bool

    @property
    def grade(self) -> str:
        """What would hold the parsers."""
        return self._made().grade

    def worker(self, *, is_warm: bool = True) -> Worker:
        """Return a new worker.

        Raises:
            SandboxError: There is no safe place; the page says so where its picture would be.
        """
        return self._made().worker(is_warm=is_warm)

    def text_worker(self, *, english_model: bool, is_warm: bool = True) -> Worker:
        """Return a new worker for texts; raises SandboxError as `worker` does."""
        return self._made().text_worker(english_model=english_model, is_warm=is_warm)

    def _made(self) -> Sandbox:
        from kashf.bootstrap import make_sandbox

        return make_sandbox(accept_unsafe=self.accept_unsafe)


def _listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine alone.

    Raises:
        UsageError: Another program listens there.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # now, so that a browser that is quicker than the server waits instead of being refused
    except OSError as error:
        listening.close()
        raise UsageError(f"port {port} is taken; choose another with --port, or none for a free one") from error
    return listening
