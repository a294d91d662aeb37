"""A small hostile case served by the real command, and Debian's Chromium to look at it."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

#: A clock that stands still: two keys that belong together do so on a machine that is busy, too.
LONG_AGO = dt.datetime(2016, 5, 2, 10, 0, tzinfo=dt.UTC)
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
AXE = Path(__file__).with_name("vendor") / "axe.min.js"

LETTER = """إلى قائد قطاع الجسر
نطلب سحب السلاح الثقيل من القلعة قبل يوم الجمعة
يوقع أبو محمد الشمالي (Abu Mohammed al-Shamali) على الأمر
"""
REPORT = (
    "Report on the citadel.\n"
    + "The convoy of al-Shamali waited by the mill.\n" * 60
    + "At the end the citadel was empty 😀 said al-Shamali.\n"
)
GUESTS = "Abu Mohammed al-Adnani came with Salem al-Shamali. Later Abu Salem al-Shamali left with Abu Mohammed al-Shamali.\n"
SCRIPT = "<script>document.title='owned'</script><img src=http://evil.example/x.png onerror=alert(1)>"
PAGE = f"""<html><head><title>{SCRIPT}</title></head><body><nav>Home | News | Weather | Subscribe now</nav>
<p>The citadel stood in the north. {SCRIPT}</p><p>{"A long paragraph about the citadel and the bridge. " * 12}</p></body></html>"""


#: Filled-in forms of one template; the last label says nothing that is known, and two say a country in other words.
SHEETS = tuple(
    (f"1) Name: {name} Q.", f"2) Mother's name: Umm {name}", f"3) Nationality: {nation}", f"4) Spoken for by: {by}")
    for name, nation, by in (
        ("Tarek", "Sweden", "Abu Jabir"),
        ("Ziyad", "Swedish", "Abu Jabir"),
        ("Murad", "Arcadia", "Abu Nizar"),
        ("Bilal", "Arcadian", ""),
        ("Karim", "none", "Abu Nizar"),
    )
)


@dataclass
class Looking:
    """What a browser did while somebody looked at the case."""

    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> Page:
        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.complaints.append(message.text)

        def note(request: Request) -> None:
            self.requests.append(request.url)

        page.on("console", hear)
        page.on("request", note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        return page

    @property
    def foreign(self) -> list[str]:
        return [url for url in self.requests if not url.startswith((self.base, "about:", "chrome://"))]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of letters in two scripts, a scan, a long report, copies, and names and texts that mean harm."""
    folder = tmp_path_factory.mktemp("browser")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "رسالة ١٢.txt").write_text(LETTER, encoding="utf-8")
    (leak / "copy of the letter.txt").write_text(LETTER + "\n", encoding="utf-8")
    (leak / "guests.txt").write_text(GUESTS, encoding="utf-8")
    (leak / "report.txt").write_text(REPORT, encoding="utf-8")
    (leak / "<img src=x onerror=alert(1)>.html").write_text(PAGE, encoding="utf-8")
    (leak / "invoice\u202efdp.txt").write_text("An invoice for the citadel \u202e hidden \x1b[31m", encoding="utf-8")
    (leak / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")
    (leak / "scan.png").write_bytes(_scan())
    _pages(leak / "two pages.pdf")
    (leak / "sheets").mkdir()
    for number, lines in enumerate(SHEETS):
        (leak / "sheets" / f"{number}.txt").write_text("DATA SHEET\n" + "\n".join(lines), encoding="utf-8")
    return added(folder / "courier.case", leak, "--note", SCRIPT, name="Courier <b>")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if shutil.which(CHROMIUM) is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="session")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


@pytest.fixture
def looking(served: str) -> Looking:
    return Looking(served.partition("/enter/")[0])


@pytest.fixture
def context(chromium: Browser, session: Any, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window with the session; `@pytest.mark.parametrize("context", [{...}], indirect=True)` sets its options."""
    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}, "storage_state": session, **getattr(request, "param", {})}
    context = chromium.new_context(**options)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, looking: Looking) -> Page:
    return looking.watch(context.new_page())


def added(case: Path, leak: Path, *more: str, name: str) -> Path:
    """Make a case, take a folder in, and return where it is."""
    environment = {**os.environ, "XDG_DATA_HOME": str(case.parent / "home"), "KASHF_ACTOR": "amal", "KASHF_WORKERS": "1"}
    kashf = [sys.executable, "-m", "kashf"]
    subprocess.run([*kashf, "init", case, "--name", name], check=True, capture_output=True, env=environment)
    add = [*kashf, "add", case, leak, "--from", "courier", *more]
    done = subprocess.run(add, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode in {0, 3}, done.stderr
    return case


@contextmanager
def serving(case: Path, *more: str) -> Iterator[str]:
    """Run `kashf serve`, and give its one-time address; whoever is to sign is named by --as."""
    passphrase = case.parent / "passphrase"
    passphrase.write_text("seven lanterns on a northern quay")
    passphrase.chmod(0o600)
    command = [sys.executable, "-m", "kashf", "serve", str(case), "--no-browser", *more]
    environment = {**os.environ, "XDG_DATA_HOME": str(case.parent / "home"), "KASHF_ACTOR": "amal"}
    environment["KASHF_PASSPHRASE_FILE"] = str(passphrase)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()
        server.wait(timeout=30)


def ask(page: Page, address: str) -> httpx.Response:
    """Ask for an address with the session of a page; only browsers know names under .localhost, so it is asked for by number."""
    name, port = re.findall(r"//(\w+\.localhost):(\d+)/", address)[0]
    cookies = "; ".join(f"{each['name']}={each['value']}" for each in page.context.cookies(address))
    return httpx.get(address.replace(name, "127.0.0.1"), headers={"Host": f"{name}:{port}", "Cookie": cookies}, timeout=60)


def begin_card(page: Page, cited: str, sentence: str, *, name: str = "Amal Nader") -> None:
    """Use a cited place of a document for a new sentence; the page goes to its card."""
    page.goto(cited)
    if not page.locator("form#use").count():
        page.goto(cited.partition("/document/")[0] + "/cards")
        page.locator("form[action='/at-work'] input[name=name]").fill(name)
        with page.expect_navigation():
            page.locator("form[action='/at-work'] input[name=name]").press("Enter")
        page.goto(cited)
    page.locator("#use input[name=sentence]").fill(sentence)
    with page.expect_navigation():
        page.locator("#use button[value=supports]").click()


def entered(chromium: Browser, served: str) -> dict[str, Any]:
    """Come in by a one-time address, and return the session's cookie."""
    context = chromium.new_context()
    context.new_page().goto(served)
    state: dict[str, Any] = dict(context.storage_state())
    context.close()
    return state


def _scan() -> bytes:
    image = Image.new("L", (1240, 700), 245)
    font = ImageFont.truetype("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", 48)
    for line, words in enumerate(("REPORT ON THE CITADEL", "The bridge was closed on Friday.", "The citadel was empty.")):
        ImageDraw.Draw(image).text((120, 120 + line * 120), words, font=font, fill=20)
    stream = io.BytesIO()
    image.save(stream, "PNG", dpi=(150, 150))
    return stream.getvalue()


def _pages(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for words in ("First page of the register.", "Second page: the citadel again."):
        canvas.drawString(90, 700, words)
        canvas.showPage()
    canvas.save()
