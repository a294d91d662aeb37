"""`kashf serve`."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import acting, opened
from kashf.cli.output import emit, flush, say
from kashf.cli.serving.enter_key import when_enter_is_pressed
from kashf.cli.serving.entry_page import EntryPage, open_in_browser
from kashf.cli.serving.loopback import listening
from kashf.cli.serving.private_browser import find_private_browser
from kashf.cli.serving.private_folder import private_folder

if TYPE_CHECKING:
    from uvicorn import Server

    from kashf.ports.runtime import Sandbox, Worker
    from kashf.web.gate.access import Pass

EPILOG = "Example: kashf serve leak.case"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Leave nothing in a browser: neutral titles and addresses, a profile that is wiped.")
    ] = False,
    at_work: Annotated[
        list[str] | None, typer.Option("--as", metavar="NAME", help="Who may sign in the browser: opens their key. Given once for each.")
    ] = None,
) -> int:
    """Open the case in a browser on this machine; the printed address works once. Enter makes another, Ctrl+C ends it."""
    import uvicorn

    from kashf.bootstrap.signers import ask_before_writing
    from kashf.logs import configure_logs
    from kashf.settings import load_settings
    from kashf.web.app import create_app
    from kashf.web.gate.connections import within_limits
    from kashf.web.gate.veil import Veil

    configure_logs()
    ask_before_writing(load_settings())
    for name in at_work or ():
        acting(case, name)  # opens their key, which stays open as long as this serves
    with opened(case) as open_case, private_folder() as folder, listening(port) as sockets, ExitStack() as at_the_end:
        sandbox = LateSandbox(accept_unsafe=load_settings().accept_unsafe_parsing)
        app = create_app(open_case, sandbox, token=secrets.token_urlsafe(32), port=sockets[0].getsockname()[1])
        if private:
            app.state.visitor.veil = Veil()
        opens = None if no_browser else _private_way(folder, at_the_end) if private else open_in_browser
        entrance = Entrance(app.state.visitor, EntryPage(folder), opens)
        entrance.show()
        say("This address works once, in one browser. Enter makes another; Ctrl+C ends the server; reading changes nothing.")
        when_enter_is_pressed(entrance.show_another)
        _serve(uvicorn.Server(within_limits(app)), sockets)
    return 0


def _private_way(folder: Path, at_the_end: ExitStack) -> Callable[[str], None]:
    """Return what opens an address in a browser that keeps nothing; where there is none, in the usual one, and say what that keeps."""
    browser = find_private_browser(folder)
    if browser is None:
        say(
            "No Chromium and no Firefox was found, so your usual browser is opened. It keeps a history (here of addresses that say\n"
            "nothing), what is downloaded, what its spell checker learns. Better: take the address above to a private window of it."
        )
        return open_in_browser
    at_the_end.callback(browser.close)
    return browser.open


@dataclass(frozen=True, slots=True)
class Entrance:
    """The address that works once, as a person and a browser get it.

    Args:
        visitor: Who may come in by it.
        page: Leads a browser to it.
        opens: Opens a browser at a page; None for none.
    """

    visitor: Pass
    page: EntryPage
    opens: Callable[[str], None] | None

    def show(self) -> None:
        """Print the address, and open a browser at it."""
        by_name, by_number = self.visitor.addresses()
        emit(by_name)
        flush()
        say(f"If your browser does not find it: {by_number}")
        if self.opens:
            self.visitor.once_used = self.page.remove
            self.opens(self.page.write(by_name, by_number))

    def show_another(self) -> None:
        """Make another address, show it, and leave the session before as it is until somebody comes in."""
        self.visitor.renew()
        self.show()


def _serve(server: Server, sockets: list[socket.socket]) -> None:
    """Serve until Ctrl+C, which is how it ends and no fault."""
    with suppress(KeyboardInterrupt):
        server.run(sockets=sockets)
    say("\nThe server has stopped; what was decided is in the ledger. Close its pages: nobody answers them now.")


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
