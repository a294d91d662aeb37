"""A small invented case behind the pages, and a visitor who asks for them without a browser."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.runtime import Worker
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from kashf.web.app import Openings, create_app
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.unit.services.forms.filled import fill, sheet
from tests.unit.web.named import Notebook, named_case

PORT = 8417
TOKEN = "a-token-that-is-only-for-tests"


@dataclass
class NoSandbox:
    """A sandbox that nobody may need."""

    grade: str = "none"

    def worker(self) -> Worker:
        raise AssertionError("no page of this test draws a picture")


@dataclass
class Visitor:
    """Asks an application for pages, keeping cookies as a browser does."""

    app: Starlette
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> httpx.Response:
        return self._wait(self._ask(method, path, headers))

    def post(self, path: str, fields: Mapping[str, object], *, names: bytes | None = None, **headers: str) -> httpx.Response:
        """Send a form as a page of the session does; a field called token stands for its own."""
        texts = {key: value if isinstance(value, list) else str(value) for key, value in fields.items()}
        said = {"token": self.app.state.visitor.form_token, **texts}
        sent: dict[str, Any] = {"data": said}
        if names is not None:
            sent["files"] = {"list": ("list.csv", names, "text/csv")}
        return self._wait(self._ask("POST", path, {"Origin": "null", "Sec_Fetch_Site": "same-origin", **headers}, **sent))

    def _wait(self, asked: Coroutine[Any, Any, httpx.Response]) -> httpx.Response:
        # In a thread of its own, because a browser test in this process keeps an event loop running in the main one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, asked).result()

    def enter(self, token: str = TOKEN) -> httpx.Response:
        return self.get(f"/enter/{token}")

    async def _ask(self, method: str, path: str, headers: Mapping[str, str], **sent: Any) -> httpx.Response:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.app.state.visitor.host}", cookies=self.cookies) as client:
            response = await client.request(method, path, headers=headers, **sent)
            self.cookies = client.cookies
            return response


def openings(case: OpenCase, decide: Callable[[str], AbstractContextManager[WritableCase]] | None = None) -> Openings:
    """A case of fakes, which every request shares."""

    def nobody(_: str) -> AbstractContextManager[WritableCase]:
        raise AssertionError("nobody decides anything in this test")

    return Openings(lambda: nullcontext(case), decide or nobody, lambda *_: None)


def created(time: dt.datetime = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)) -> Entry:
    return Entry("d" * 32, 0, GENESIS, time, "layla", EntryKind.CREATED, {"name": "Courier"})


@pytest.fixture
def view() -> FakeCaseView:
    totals = Totals(12, 7, 1, 1, 2, 1, {"application/pdf": 6, "text/plain": 2, "": 1}, {"encrypted": 1, "timeout": 1}, 1)
    return FakeCaseView(is_so=totals, ledger=(created(),))


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex()


@pytest.fixture
def case(tmp_path: Path, view: FakeCaseView, index: FakeIndex) -> OpenCase:
    return OpenCase(tmp_path, "Courier", view, index, FakeBlobs(), FakeSealed())


@pytest.fixture
def stranger(case: OpenCase) -> Visitor:
    """Somebody without a session."""
    return Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT, openings=openings(case)))


@pytest.fixture
def visitor(stranger: Visitor) -> Visitor:
    """Somebody who came in by the link."""
    assert 303 == stranger.enter().status_code
    return stranger


@pytest.fixture
def visit(visitor: Visitor) -> Callable[[str], str]:
    """Return the text of a page that must be there."""

    def page(path: str) -> str:
        response = visitor.get(path)
        assert 200 == response.status_code, response.text
        return response.text

    return page


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A case with names, and what was decided in it."""
    return Notebook(named_case(tmp_path))


@pytest.fixture
def reader(notebook: Notebook) -> Visitor:
    """Somebody who came in by the link to a case with names, and may decide."""
    ways = openings(notebook.case, decide=notebook.decide)
    someone = Visitor(create_app(notebook.case, NoSandbox(), token=TOKEN, port=PORT, openings=ways))
    assert 303 == someone.enter().status_code
    return someone


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """Somebody at work in a case of six filled-in data sheets, two of which say a country in other words."""
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    settings, path = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "sheets.case"
    create_case(path, name="Sheets", settings=settings)
    nations = ("Sweden", "Sweden", "Swedish", "Arcadia", "Arcadian", "none")
    with open_for_writing(path, settings=settings) as writable:
        fill(writable, *(sheet(at, nation=nation, by="" if at == 5 else "Abu Jabir") for at, nation in enumerate(nations)))
        keep_families(writable)
    case = open_case(path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    assert 303 == someone.enter().status_code
    assert 303 == someone.post("/at-work", {"name": "Layla", "back": "/forms"}).status_code
    yield someone
    case.close()
