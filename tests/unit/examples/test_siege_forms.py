"""The haul of forms is the same every time, and its truth is true."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]  # openpyxl ships no types
import pypdfium2
import pytest
from PIL import Image, ImageSequence

from examples.siege import make_forms
from examples.siege.dates import to_hijri
from examples.siege.forms.build import Order, build_haul
from examples.siege.forms.calendars import HIJRI_SLACK_DAYS, to_calendar
from examples.siege.forms.layout import Line, Piece
from examples.siege.forms.making import FormMaker
from examples.siege.forms.people import ADULT_YEARS, years_between
from examples.siege.forms.plan import DIGITAL, PAPER, FileSpec, draft
from examples.siege.forms.printed import by_fpdf2, by_reportlab, by_typst
from examples.siege.forms.registers import make_registers
from examples.siege.forms.siege_kit import SIEGE
from examples.siege.forms.typed import Sheets
from examples.siege.forms.values import WRITERS

pytestmark = pytest.mark.slow

README = Path(make_forms.__file__).with_name("README.md")
Truth = dict[str, Any]
Producer = Callable[[Sheets, Random], bytes]


@pytest.fixture(scope="module")
def haul(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    out = tmp_path_factory.mktemp("forms") / "haul"
    build_haul(Order(3, 260, registers=True), SIEGE, out, processes=1)
    return out, json.loads((out / "truth.json").read_text(encoding="utf-8"))


def fingerprint(folder: Path) -> str:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return sha256(b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in paths)).hexdigest()


def rows(truth: Truth, *, kind: str = "form") -> Iterator[Truth]:
    names = {family["name"] for family in truth["families"] if family["kind"] == kind}
    yield from (form for form in truth["forms"] if form["family"] in names)


def words_of(path: Path) -> str:
    """Return what a plain reader gets out of a file that is no PDF."""
    match path.suffix:
        case ".docx":
            word = docx.Document(str(path))
            cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
            return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
        case ".xlsx":
            book = openpyxl.load_workbook(path)
            return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)
        case ".html":
            return html.unescape(re.sub("<[^>]+>", "", path.read_text(encoding="utf-8").replace("<br>", "\n")))
    return path.read_text(encoding="utf-8")


def folded(words: str) -> str:
    return " ".join(words.split())


def test_the_same_seed_gives_the_same_bytes_whoever_makes_them_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed, processes in (("one", 5, 1), ("two", 5, 2), ("other", 6, 1)):
        build_haul(Order(seed, 205, "digital", registers=True), SIEGE, tmp_path / name, processes=processes)

    assert fingerprint(tmp_path / "one") == fingerprint(tmp_path / "two")
    assert fingerprint(tmp_path / "one") != fingerprint(tmp_path / "other")


def test_there_are_as_many_forms_as_asked_for_and_every_file_is_known(haul: tuple[Path, Truth]) -> None:
    out, truth = haul
    on_disk = {str(path.relative_to(out / "files")) for path in (out / "files").rglob("*") if path.is_file()}

    assert 260 == len(list(rows(truth)))
    assert on_disk == {file["file"] for file in truth["files"]}
    assert len(truth["forms"]) == len({form["id"] for form in truth["forms"]})


def test_a_value_and_its_label_stand_in_the_file_as_the_truth_says(haul: tuple[Path, Truth]) -> None:
    out, truth = haul
    read = {file["file"]: folded(words_of(out / "files" / file["file"])) for file in truth["files"] if file["kind"] != "pdf"}
    missing = [
        (form["file"], field["label"], field["text"])
        for form in truth["forms"]
        if form["file"] in read
        for field in form["fields"]
        if folded(field["text"]) not in read[form["file"]] or field["label"] not in read[form["file"]]
    ]

    assert [] == missing


def test_a_pdf_has_the_pages_that_the_truth_names(haul: tuple[Path, Truth]) -> None:
    out, truth = haul
    last: Counter[str] = Counter()
    for form in truth["forms"]:
        last[form["file"]] = max(last[form["file"]], *form["pages"])
    pdfs = [file["file"] for file in truth["files"] if file["kind"] == "pdf"]

    assert {path: last[path] for path in pdfs} == {path: len(pypdfium2.PdfDocument(out / "files" / path)) for path in pdfs}


def test_every_state_and_every_trouble_is_there(haul: tuple[Path, Truth]) -> None:
    _, truth = haul
    fields = [field for form in truth["forms"] for field in form["fields"]]

    assert {"filled", "blank", "none", "unreadable"} == {field["state"] for field in fields}
    assert all(any(key in field for field in fields) for key in ("struck", "note", "belongs_to", "style", "slack_days"))
    assert {None, "bytes", "retyped"} == {form["copy_kind"] for form in truth["forms"]}
    assert {1, 2, 3, 4} == {form["edition"] for form in truth["forms"] if form["family"] == "entry"}
    assert any(person["brother_of"] for person in truth["people"])
    assert any(person["namesake_of"] for person in truth["people"])
    assert any(person["is_minor"] for person in truth["people"])


def test_a_blank_has_no_words_and_only_what_is_filled_in_has_a_value(haul: tuple[Path, Truth]) -> None:
    fields = [field for form in haul[1]["forms"] for field in form["fields"]]

    assert [] == [field for field in fields if field["state"] == "blank" and field["text"] and "style" not in field]
    assert [] == [field for field in fields if field["state"] != "filled" and field["value"] is not None]


def test_a_twin_differs_in_the_field_that_is_named_and_in_no_other(haul: tuple[Path, Truth]) -> None:
    _, truth = haul
    by_id = {form["id"]: form for form in truth["forms"]}
    twins = [form for form in truth["forms"] if form["twin_of"]]

    assert twins
    for twin in twins:
        before, after = ({field["name"]: (field["state"], field["text"]) for field in form["fields"] if field["state"] != "unreadable"}
                         for form in (by_id[twin["twin_of"]], twin))  # fmt: skip
        assert set(twin["changed"]) >= {name for name in before.keys() & after if before[name] != after[name]}


@pytest.mark.parametrize("container", ["txt", "html"])
def test_every_form_can_have_a_twin_however_little_stands_on_it(container: str) -> None:
    _, files = draft(SIEGE, 3, 400, "digital")
    forms = [form for file in files for form in file.forms if not form.twin_of]
    twins = [replace(form, id=f"{form.id}-twin", twin_of=form.id) for form in forms]
    made = [FormMaker(SIEGE, 3).make(FileSpec("a", container, (twin,), "single", look="x"))[0].forms[0] for twin in twins]

    assert [1] * len(forms) == [len(each["changed"]) for each in made]
    assert not {"name", "kunya", "mother"} & {name for each in made for name in each["changed"]}


def test_a_list_is_made_though_nothing_that_could_be_changed_stands_beside_a_man() -> None:
    men, _ = draft(SIEGE, 9, 200, "digital")
    _, comparisons = make_registers(SIEGE, 9, men, paper=False)

    assert 3 == len(comparisons)
    assert all(row["from"] != row["to"] for comparison in comparisons for row in comparison["changed"])


def test_a_copy_with_the_same_bytes_has_them(haul: tuple[Path, Truth]) -> None:
    out, truth = haul
    by_id = {form["id"]: form for form in truth["forms"]}
    copies = [form for form in truth["forms"] if form["copy_kind"] == "bytes"]

    assert copies
    for copy in copies:
        assert (out / "files" / copy["file"]).read_bytes() == (out / "files" / by_id[copy["copy_of"]]["file"]).read_bytes()


def test_who_is_a_minor_is_what_his_birth_and_the_forms_day_say(haul: tuple[Path, Truth]) -> None:
    told = 0
    for form in haul[1]["forms"]:
        values = {field["name"]: field["value"] for field in form["fields"]}
        birth, day = values.get("birth"), values.get("form_date") or values.get("entry_date")
        if form["is_minor"] is not None and birth and day and re.fullmatch(r"\d{4}-\d\d-\d\d", birth):
            told += 1
            assert form["is_minor"] == (years_between(dt.date.fromisoformat(birth), dt.date.fromisoformat(day)) < ADULT_YEARS)

    assert told > 50


def test_the_lists_of_a_register_compare_as_the_truth_says(haul: tuple[Path, Truth]) -> None:
    _, truth = haul

    assert 3 == len(truth["comparisons"])
    for comparison in truth["comparisons"]:
        people = [{form["person"] for form in truth["forms"] if form["file"] == path} for path in comparison["files"]]
        assert set(comparison["in_both"]) == people[0] & people[1]
        assert set(comparison["only_first"]) == people[0] - people[1]
        assert comparison["changed"]


def test_the_wanted_go_between_has_his_share_and_most_of_his_people_come_from_the_north() -> None:
    men, _ = draft(SIEGE, 1, 3000, "digital")
    his = [man for man in men if man.go_between == SIEGE.wanted]
    northern = sum(man.country in SIEGE.wanted_countries for man in his) / len(his)

    assert 0.045 < len(his) / len(men) < 0.07
    assert 0.45 < northern < 0.75


@pytest.mark.parametrize("container", [*DIGITAL, *PAPER])
def test_every_edition_can_be_made_in_every_format_on_two_pages_of_which_the_second_comes_first(container: str) -> None:
    _, files = draft(SIEGE, 2, 200, "digital")
    forms = {(form.family, form.edition): form for file in files for form in file.forms if not form.twin_of}
    maker = FormMaker(SIEGE, 2)

    assert 8 == len(forms)
    for number, form in enumerate(forms.values()):
        if container in DIGITAL or number % 4 == 0:
            made = maker.make(FileSpec(f"a.{container}", container, (form,), "out_of_order", look="x"))
            assert form.id == made[0].forms[0]["id"] if made[0].forms else made[1].forms[0]["id"]
            assert all(each.data for each in made)


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Noto Kufi Arabic"])
@pytest.mark.parametrize("producer", [by_typst, by_reportlab, by_fpdf2])
def test_an_arabic_line_is_on_the_page_whatever_program_draws_it_in_whatever_typeface(producer: Producer, family: str) -> None:
    sheets = Sheets(((Line((Piece("سوق المدينة القديمة"),)),),), rtl=True, language="ar", fonts=(family,))

    with pypdfium2.PdfDocument(producer(sheets, Random(1))) as document:
        letters = unicodedata.normalize("NFKC", document[0].get_textpage().get_text_range())

    assert Counter("سوقالمدينةالقديمة") == Counter(letter for letter in letters if letter.isalpha())


@pytest.mark.parametrize("container", PAPER)
def test_a_form_on_paper_is_a_picture_of_each_page(container: str) -> None:
    _, files = draft(SIEGE, 2, 30, "scans")
    spec = FileSpec("a.x", container, files[0].forms[:1], "two_pages", look="y")
    made, again = FormMaker(SIEGE, 2).make(spec), FormMaker(SIEGE, 2).make(spec)

    assert [each.data for each in made] == [each.data for each in again]
    if container == "scan_pdf":
        assert 2 == len(pypdfium2.PdfDocument(made[0].data))
    elif container == "tif":
        assert 2 == len(list(ImageSequence.Iterator(Image.open(BytesIO(made[0].data)))))
    else:
        assert 2 == len(made)
        assert [{"file": "a_2.x", "pages": [1]}] == made[0].forms[0]["continued_in"]


def test_files_that_are_no_forms_lie_among_them_when_asked_for(tmp_path: Path) -> None:
    build_haul(Order(1, 12, others=8), SIEGE, tmp_path / "out", processes=1)
    truth = json.loads((tmp_path / "out" / "truth.json").read_text(encoding="utf-8"))

    assert 8 == sum(file["origin"] == "other" for file in truth["files"])
    assert (tmp_path / "out" / "truth_others.json").is_file()
    assert 12 == len(truth["forms"])


@pytest.mark.parametrize("day", [dt.date(2013, 11, 18), dt.date(2014, 7, 1), dt.date(2015, 2, 3)])
def test_a_reckoned_hijri_day_is_near_that_of_the_umm_al_qura_calendar(day: dt.date) -> None:
    around = [to_calendar(day + dt.timedelta(days=by), "hijri") for by in range(-HIJRI_SLACK_DAYS, HIJRI_SLACK_DAYS + 1)]
    hijri = to_hijri(day)

    assert (hijri.year, hijri.month, hijri.day) in around


@pytest.mark.parametrize(("day", "solar"), [(dt.date(1979, 2, 11), (1357, 11, 22)), (dt.date(1987, 3, 21), (1366, 1, 1))])
def test_a_solar_day_is_the_one_of_the_calendar_of_iran(day: dt.date, solar: tuple[int, int, int]) -> None:
    assert solar == to_calendar(day, "solar")


def test_every_language_has_words_for_everything_that_its_editions_ask() -> None:
    for family in SIEGE.families:
        for edition in family.editions:
            language = SIEGE.languages[edition.language]
            asked = [each for field in edition.fields for each in field.asked]
            assert {each.kind for each in asked} <= WRITERS.keys()
            chosen = [each.name for each in asked if each.name in SIEGE.choices]
            assert [] == [name for name in chosen if SIEGE.choices[name].keys() != language.choices[name].keys()]
            assert SIEGE.countries.keys() == language.countries.keys()


def test_nothing_is_written_into_a_folder_that_has_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("x")

    assert 2 == make_forms.main(["--forms", "3", "--out", str(tmp_path)])
    assert "is not empty" in capsys.readouterr().err


def test_the_readme_explains_every_key_of_the_truth(haul: tuple[Path, Truth]) -> None:
    _, truth = haul
    explained = set(re.findall(r"`([a-z_]+)`", README.read_text(encoding="utf-8").partition("# A haul of forms")[2]))
    keys = {key for name in ("people", "forms", "comparisons", "files") for row in truth[name] for key in row}
    keys |= {key for form in truth["forms"] for field in form["fields"] for key in field}

    assert set() == (keys | truth.keys()) - explained
