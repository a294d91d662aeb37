"""A screen as JSON is what its command prints: it may add to that, and changes none of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from kashf.cli import translation_input
from kashf.cli.commands import (
    audit,
    clashes,
    count,
    diff,
    find,
    forms,
    handover,
    letters,
    mail,
    names,
    network,
    posts,
    registers,
    review,
    screen,
    show,
    status,
    table,
    timeline,
    transcribe,
)
from kashf.domain.document import Box, Origin, Page, Sighting
from kashf.domain.entity import MentionType
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from kashf.web.app import create_app
from tests.corrected import letter_case
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor
from tests.unit.web.made import put, record
from tests.unit.web.made import receipt as delivery
from tests.unit.web.named import Notebook, view_of

SHAMALI = "Abu Mohammed al-Shamali"
ASKED = quote(SHAMALI)
LIST = b"id,name\n1,Abu Mohamed al-Shamali\n2,Zebra Whatever\n"
Ask = Callable[[Path], int]


@pytest.fixture
def case(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> OpenCase:
    """The case behind the pages, opened by every command."""

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield notebook.case

    for command in (
        audit,
        clashes,
        count,
        diff,
        find,
        handover,
        letters,
        mail,
        names,
        network,
        posts,
        registers,
        review,
        screen,
        show,
        status,
        timeline,
        transcribe,
        translation_input,
    ):
        for name in {"opened", "answering"}.intersection(vars(command)):
            monkeypatch.setattr(command, name, opened)
    return notebook.case


def assert_is_what_the_command_prints(page: str, printed: str) -> None:
    shown, said = json.loads(page), json.loads(printed)

    assert said == {key: shown.get(key) for key in said}


@pytest.mark.parametrize(
    ("path", "ask"),
    [
        ("/?", lambda case: status.command(case, as_json=True)),
        ("/search?q=Shamali", lambda case: find.command(case, "Shamali", limit=100, as_json=True)),
        ("/names?type=PER", lambda case: names.command(case, type=[MentionType.PERSON], as_json=True)),
        (f"/name?type=PER&name={ASKED}", lambda case: count.command(case, SHAMALI, as_json=True)),
        (f"/network?type=PER&name={ASKED}", lambda case: network.command(case, SHAMALI, limit=100, as_json=True)),
        ("/review?type=PER", lambda case: review.command(case, type=[MentionType.PERSON], limit=2000, as_json=True)),
        ("/letters?", lambda case: letters.command(case, limit=1000, as_json=True)),
        ("/registers?", lambda case: registers.command(case, as_json=True)),
        ("/timeline?against=2014-10-25", lambda case: timeline.command(case, against="2014-10-25", as_json=True)),
        ("/posts?", lambda case: posts.command(case, as_json=True)),
        ("/contradictions?", lambda case: clashes.command(case, as_json=True)),
        ("/mail?ghosts=true", lambda case: mail.command(case, ghosts=True, limit=1000, as_json=True)),
        (f"/audit?name={ASKED}", lambda case: audit.command(case, SHAMALI, as_json=True)),
    ],
)
def test_a_screen_as_json_is_what_its_command_prints(
    case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str], path: str, ask: Ask
) -> None:
    ask(case.path)

    assert_is_what_the_command_prints(reader.get(path + "&format=json").text, capsys.readouterr().out)


def test_the_start_as_json_tells_the_same_totals_as_status(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    view_of(case).is_so = Totals(found=2, done=2, by_type={"text/plain": 2})
    status.command(case.path, as_json=True)
    printed = capsys.readouterr().out

    assert {"leak": 2} == json.loads(printed)["by_collection"]
    assert_is_what_the_command_prints(reader.get("/?format=json").text, printed)


def test_a_documents_page_as_json_is_what_show_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    document = next(case.view.walk()).id
    show.command(case.path, f"{document}#1", as_json=True)

    assert_is_what_the_command_prints(reader.get(f"/document/{document}?format=json").text, capsys.readouterr().out)


@pytest.fixture
def unsure(case: OpenCase) -> str:
    """A page that OCR read unsurely."""
    boxes = (Box(0, 7, 1000, 1000, 9000, 1500, 0.2),)
    return put(view_of(case), record("orders/scan.png", type="image/png"), Page(1, "qxz vlk", Origin.OCR, 0.2, boxes=boxes)).id


def test_the_pages_that_wait_to_be_typed_are_what_transcribe_prints(
    case: OpenCase, unsure: str, reader: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    transcribe.command(case.path, as_json=True)
    printed = capsys.readouterr().out

    assert [unsure] == [page["document"] for page in json.loads(printed)["pages"]]
    assert_is_what_the_command_prints(reader.get("/transcribe?format=json").text, printed)


def test_the_lines_of_a_page_are_what_transcribe_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    boxes = (Box(0, 7, 1000, 1000, 9000, 1500, 0.2),)
    document = put(view_of(case), record("orders/scan.txt"), Page(1, "qxz vlk", Origin.OCR, 0.2, boxes=boxes)).id
    transcribe.command(case.path, page=f"{document}#1", as_json=True)
    printed = capsys.readouterr().out

    assert ["qxz vlk"] == [line["draft"] for line in json.loads(printed)["lines"]]
    assert_is_what_the_command_prints(reader.get(f"/transcription?document={document}&format=json").text, printed)


def test_a_list_of_queries_is_what_find_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (listed := tmp_path / "list.txt").write_text("Shamali\n(oil\nzebra\n")
    assert 3 == find.command(case.path, queries=listed, limit=3, as_json=True)

    where = reader.post("/queries", {}, names=listed.read_bytes()).headers["location"]
    assert_is_what_the_command_prints(reader.get(where + "&format=json").text, capsys.readouterr().out)


def test_kept_searches_are_what_find_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    reader.post("/at-work", {"name": "Layla"})
    reader.post("/saved", {"name": "his", "search": f"/search?person={ASKED}&mode=exact"})
    assert 0 == find.command(case.path, saved=True, as_person="Layla", as_json=True)

    assert_is_what_the_command_prints(reader.get("/saved?format=json").text, capsys.readouterr().out)


def test_a_narrowed_search_is_what_find_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == find.command(case.path, "Shamali", person=[SHAMALI], as_json=True)

    assert_is_what_the_command_prints(reader.get(f"/search?q=Shamali&person={ASKED}&format=json").text, capsys.readouterr().out)


def test_what_came_later_is_what_diff_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    view, at = view_of(case), dt.datetime(2016, 5, 2, tzinfo=dt.UTC)
    early, late = (Entry("f" * 32, place, GENESIS, at, "layla", EntryKind.RECEIPT, {"channel": str(place)}) for place in (1, 2))
    view.ledger = (*view.ledger, early, late)
    first, second = sorted(view.known)[:2]
    for id, receipt in ((first, early), (second, late)):
        view.seen = {**view.seen, id: ((Sighting(path=f"{id[:4]}.txt", document=id, channel="one"), receipt.id),)}
    assert 0 == diff.command(case.path, "1", as_json=True)
    shown = reader.get("/diff?since=1")

    assert_is_what_the_command_prints(reader.get("/diff?since=1&format=json").text, capsys.readouterr().out)
    assert f'href="/document/{second}"' in shown.text
    assert f"/search?after={early.id}" in shown.text


def test_a_list_held_against_the_case_is_what_screen_prints(
    notebook: Notebook, case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, form = tmp_path / "list.csv", {"dated": "2031-04-30"}
    listed.write_bytes(LIST)
    monkeypatch.setattr("kashf.bootstrap.open_to_decide", lambda _path, *, settings: notebook.decide(settings.actor))
    reader.post("/screening", form, names=LIST)
    before = view_of(case).ledger
    assert 0 == screen.command(case.path, listed, dated="2031-04-30", as_json=True)
    view_of(case).ledger = before

    where = reader.post("/screening", form, names=LIST).headers["location"]
    printed = capsys.readouterr().out
    assert json.loads(printed)["screened_before"]["tally"] == {"with_hits": 1, "without": 1, "untold": 0}
    assert_is_what_the_command_prints(reader.get(where + "&format=json").text, printed)


def test_how_a_delivery_came_is_what_handover_prints(case: OpenCase, reader: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    view_of(case).ledger = (delivery("courier"),)
    handover.command(case.path, "1", as_json=True)

    assert_is_what_the_command_prints(reader.get("/handover?receipt=1&sealed=true&format=json").text, capsys.readouterr().out)


def test_the_fields_of_a_letter_are_what_letters_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    made = letter_case(tmp_path)
    assert 0 == letters.command(made.path, made.letter, as_json=True)
    printed = capsys.readouterr().out
    with made.reading() as case:
        someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
        assert 303 == someone.enter().status_code

        assert_is_what_the_command_prints(someone.get(f"/letter/{made.letter}?format=json").text, printed)


def test_forms_as_json_are_what_their_command_prints(clerk: Visitor, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, id = tmp_path / "sheets.case", clerk.get("/forms?format=json").json()["families"][0]["id"]
    record = clerk.get(f"/records?family={id}&format=json").json()["records"][0]["document"]
    asked = {
        "/forms?": lambda: forms.command(path, as_json=True),
        f"/forms/{id}?": lambda: forms.command(path, id, as_json=True),
        f"/forms/{id}?field=nationality&": lambda: forms.command(path, id, values="nationality", as_json=True),
        f"/record/{record}?": lambda: forms.command(path, id, record, as_json=True),
        f"/table?family={id}&rows=3&columns=1&": lambda: table.command(path, id, "3", "1", as_json=True),
    }
    for page, ask in asked.items():
        assert 0 == ask()
        assert_is_what_the_command_prints(clerk.get(page + "format=json").text, capsys.readouterr().out)
