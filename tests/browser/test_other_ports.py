"""A page of another port of this machine gets neither the cookie nor a page, in a real browser that has a session."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.sandbox


@dataclass
class Thief:
    """Listens on another port of 127.0.0.1, leads a browser about, and notes which cookies it is sent."""

    victim: str
    cookies: list[str | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    server: ThreadingHTTPServer = field(init=False)

    def __post_init__(self) -> None:
        thief = self

        class Answering(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                thief.asked.append(self.path)
                thief.cookies.append(self.headers.get("Cookie"))
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(thief.page(self.path).encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def page(self, path: str) -> str:
        """Return a page that leads on: from another name to a first page of 127.0.0.1, from there to a second of the same."""
        if path == "/steer":
            return f"<script>location='http://127.0.0.1:{self.port}/first'</script>"
        if path == "/first":
            return "<script>location='/second'</script>"
        if path == "/look":
            # Loads what a page can load from elsewhere, and says what came of it.
            return f"""<script>
              const said = [];
              const tell = (what) => {{ said.push(what); if (said.length === 3) document.title = said.sort().join(" "); }};
              fetch("{self.victim}/documents?format=json", {{ credentials: "include" }})
                .then(() => tell("fetched"), () => tell("no-fetch"));
              const script = document.createElement("script"); script.src = "{self.victim}/documents?format=json";
              script.onload = () => tell("script"); script.onerror = () => tell("no-script"); document.head.append(script);
              const image = new Image(); image.src = "{self.victim}/static/favicon.svg";
              image.onload = () => tell("image"); image.onerror = () => tell("no-image");
            </script>"""
        return "done"


@pytest.fixture
def thief(served: str) -> Iterator[Thief]:
    thief = Thief(served.partition("/enter/")[0])
    thread = threading.Thread(target=thief.server.serve_forever, daemon=True)
    thread.start()
    yield thief
    thief.server.shutdown()
    thief.server.server_close()
    thread.join()


@pytest.fixture
def window(chromium: Browser, session: dict[str, Any], thief: Thief) -> Iterator[Page]:
    """A window with a session, in which the case is open."""
    context = chromium.new_context(storage_state=session)  # type: ignore[arg-type]  # what Playwright itself gave
    page = context.new_page()
    page.goto(thief.victim)
    assert page.locator("nav a").count() > 5
    yield page
    context.close()


def test_a_page_that_leads_the_browser_to_another_port_is_sent_no_cookie(window: Page, thief: Thief) -> None:
    window.goto(f"http://localhost:{thief.port}/steer")
    window.wait_for_url("**/second")

    assert ["/steer", "/first", "/second"] == [each for each in thief.asked if each != "/favicon.ico"]
    assert [] == [each for each in thief.cookies if each]


def test_a_page_of_another_port_can_load_nothing_even_where_it_knows_the_name(window: Page, thief: Thief) -> None:
    window.goto(f"http://localhost:{thief.port}/look")
    window.wait_for_function("document.title !== ''")

    assert "no-fetch no-image no-script" == window.title()


def test_a_page_of_another_port_that_leads_to_the_case_is_turned_away(window: Page, thief: Thief) -> None:
    window.goto(f"http://localhost:{thief.port}/")
    window.evaluate(f"location = '{thief.victim}/documents'")
    window.wait_for_url("**/documents")

    assert "Pages of this case cannot be asked for by other sites." == window.inner_text("body")
