"""The siege example: the leak is the same every time, and its truth is true."""

import csv
import datetime as dt
import email
import json
import re
import tarfile
import unicodedata
import zipfile
from collections import Counter
from email.policy import default
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]  # openpyxl ships no types
import pypdfium2
import pytest
from PIL import Image

from examples.siege import make, phrases_ar, phrases_ar_daily, phrases_drawn, phrases_latin, pool_people, pool_world, wanted, world
from examples.siege.build import Wish, build
from examples.siege.cast import first_cast
from examples.siege.dates import to_hijri
from examples.siege.faults import FAULTS, PASSWORD, break_document
from examples.siege.letters import Brief, make_letter
from examples.siege.making import Maker
from examples.siege.mixes import KINDS
from examples.siege.pdf import write_pdf
from examples.siege.plan import Spec, draft
from examples.siege.planting import planted
from examples.siege.text import Composer, Text
from examples.siege.truth import file_truth
from examples.siege.wanted import ARABIC_SPELLINGS, Plant

pytestmark = pytest.mark.slow

README = Path(make.__file__).with_name("README.md")
CODECS = ("utf-8-sig", "utf-16", "cp1256", "iso-8859-6", "cp1252")
#: Names of real places and groups that an invented country must not have.
WATCH_WORDS = re.compile(
    r"syria|iraq|raqq|palmyra|aleppo|mosul|damascus|isis\b|islamic state|caliph|nusra|qaeda|assad|baghda|hezbollah|hamas|gaza|taliban|"
    r"سوريا|سورية|العراق|الرقة|تدمر|حلب|الموصل|دمشق|داعش|الدولة الإسلامية|الخلافة|النصرة|القاعدة|الأسد|بغداد|حماس|غزة|طالبان",
    re.IGNORECASE,
)
#: What could be taken for the wanted man's name, in either script, once vowel signs and stretching are gone.
BAIT = re.compile(r"شمال|محم[و]?د|(?:s|sh|ch|sch)[aie]mal|mo?u?ham|mohd")


def bare(words: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(sign) and sign != "\u0640")


@pytest.fixture(scope="module", params=[0, 6])
def digital(request: pytest.FixtureRequest) -> tuple[Maker, tuple[Spec, ...]]:
    return Maker.of(11, request.param), planted(11, draft(11, 240, "digital"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    out = tmp_path_factory.mktemp("siege")
    build(Wish(4, 45, "digital"), out / "leak", processes=1)
    return out / "leak", json.loads((out / "leak" / "truth.json").read_text(encoding="utf-8"))


def fingerprint(folder: Path) -> str:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return sha256(b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in paths)).hexdigest()


def folded(words: str) -> str:
    return " ".join(words.split())


def every_document(specs: tuple[Spec, ...]) -> list[Spec]:
    return [
        spec
        for top in specs
        for spec in top.walk()
        if KINDS[spec.kind].family in {"letter", "report", "scan", "mail"} and spec.kind != "box_mbox"
    ]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_gives_others(tmp_path: Path, small: tuple[Path, dict[str, Any]]) -> None:
    build(Wish(4, 45, "digital"), tmp_path / "again", processes=1)
    build(Wish(5, 45, "text"), tmp_path / "other", processes=1)
    build(Wish(6, 45, "text"), tmp_path / "third", processes=1)

    assert fingerprint(small[0]) == fingerprint(tmp_path / "again")
    assert fingerprint(tmp_path / "other") != fingerprint(tmp_path / "third")


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    for processes in (1, 2):
        build(Wish(3, 210, "text"), tmp_path / str(processes), processes=processes)

    assert fingerprint(tmp_path / "1") == fingerprint(tmp_path / "2")


def test_the_files_on_disk_are_as_many_as_asked_for(small: tuple[Path, dict[str, Any]]) -> None:
    out, truth = small

    assert 45 == sum(path.is_file() for path in (out / "files").rglob("*")) == truth["totals"]["files"]


def test_a_leak_has_the_shares_of_its_mix() -> None:
    specs = draft(1, 3000, "full")
    share = {
        family: sum(KINDS[spec.kind].family == family for spec in specs) / len(specs) for family in ("scan", "letter", "report", "broken")
    }

    assert 0.20 < share["scan"] < 0.28
    assert 0.42 < share["letter"] < 0.56
    assert 0.08 < share["report"] < 0.14
    assert 0.01 < share["broken"] < 0.03
    assert not [spec for spec in draft(1, 3000, "digital") if KINDS[spec.kind].family == "scan"]


def test_every_path_is_used_once_and_fits_a_file_system() -> None:
    paths = [spec.path for spec in draft(1, 3000, "full")]

    assert len(paths) == len(set(paths))
    assert max(len(name.encode()) for path in paths for name in path.split("/")) <= 255


@pytest.mark.parametrize(("files", "expected"), [(3, 1), (30, 10), (300, 12), (2200, 40), (22_000, 400)])
def test_the_wanted_man_is_named_in_proportion_to_the_files(files: int, expected: int) -> None:
    specs = planted(2, draft(2, files, "text"))

    assert expected == sum(plant.kind == "full" for spec in specs for plant in spec.plants)


def test_copies_repeat_mentions_so_that_both_counts_can_be_scored(small: tuple[Path, dict[str, Any]]) -> None:
    totals = small[1]["totals"]

    assert totals["mentions_without_copies"] < totals["mentions"]["full"]


@pytest.mark.parametrize("kind", ["letter_txt", "letter_utf8", "report_txt", "table_csv", "table_csv_en"])
def test_a_mention_in_plain_text_stands_where_the_truth_says(kind: str) -> None:
    maker = Maker.of(9)
    for number in range(len(ARABIC_SPELLINGS)):
        plants = (Plant("full", number), Plant("partial", number), Plant("other_man", number))
        made = maker.make(Spec("a", kind, str(number), str(number), plants=plants))
        mentions = file_truth("a", kind, made).rows["mentions"]

        assert ["full", "other_man", "partial"] == sorted(row["kind"] for row in mentions)
        for row in mentions:
            assert any(row["variant"] == words[row["start"] :][: len(row["variant"])] for words in decoded(made.data)), row


def decoded(data: bytes) -> list[str]:
    readings = []
    for codec in CODECS:
        try:
            readings.append(data.decode(codec))
        except UnicodeDecodeError:
            continue
    return readings


@pytest.mark.parametrize(
    "kind", ["letter_pdf", "report_pdf", "letter_docx", "report_docx", "table_xlsx", "table_csv_en", "mail", "mail_en"]
)
def test_what_a_reader_gets_out_of_a_file_is_what_the_truth_says(kind: str, digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    chosen = [spec for spec in specs if spec.kind == kind][:12]

    assert chosen
    for spec in chosen:
        made = maker.make(spec)
        written, read = "\n".join(page.words for page in made.parts[0].pages), read_out(made.data, KINDS[kind].extension)
        if kind == "letter_pdf":
            # In which order the letters stand in the file is the producer's affair; none is missing, and none is another.
            assert letters(written) == letters(read)
        else:
            assert folded(written) == folded(read)


def letters(words: str) -> Counter[str]:
    return Counter(sign for sign in unicodedata.normalize("NFKC", words) if sign.isalnum())


def read_out(data: bytes, extension: str) -> str:
    match extension:
        case "pdf":
            with pypdfium2.PdfDocument(data) as document:
                return "\n".join(page.get_textpage().get_text_range() for page in document)
        case "docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
        case "xlsx":
            return "\n".join(str(cell) for row in openpyxl.load_workbook(BytesIO(data)).worksheets[0].values for cell in row)
        case "eml":
            body = email.message_from_bytes(data, policy=default).get_body()
            assert body is not None
            return str(body.get_content())
    return data.decode("utf-8-sig")


def test_every_arabic_spelling_comes_back_whole_from_a_pdf() -> None:
    plants = [Plant("full", number) for number in range(len(ARABIC_SPELLINGS))]
    for plant in plants:
        letter = make_letter(Random(plant.number), first_cast(Random(1)), Brief("x", (plant,), 3))
        made = write_pdf(letter, Random(1))
        page = made.parts[0].pages[0]
        [mark] = [mark for mark in page.marks if mark.what == "mention"]
        assert folded(page.marked(mark)) in folded(read_out(made.data, "pdf"))


def test_a_cell_of_a_register_holds_the_mention_the_truth_gives_it(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, _ = digital
    spec = Spec("register.xlsx", "table_xlsx", "t", "t", plants=(Plant("full", 0), Plant("full", 3)))
    made = maker.make(spec)
    sheet = openpyxl.load_workbook(BytesIO(made.data)).worksheets[0]
    marks = [mark for mark in made.parts[0].pages[0].marks if mark.what == "mention"]

    assert [made.parts[0].pages[0].marked(mark) for mark in marks] == [sheet[dict(mark.facts)["cell"]].value for mark in marks]
    assert len(marks) == 2


@pytest.mark.parametrize("kind", ["box_zip", "box_tar", "box_mbox"])
def test_an_archive_opens_and_holds_the_members_of_the_truth(kind: str, digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    spec = next(spec for spec in specs if spec.kind == kind)
    made = maker.make(spec)
    own = {part.member for part in made.parts if part.member and part.member in {inner.path for inner in spec.inside} | {"1", "2", "3"}}

    match kind:
        case "box_zip":
            assert own == set(zipfile.ZipFile(BytesIO(made.data)).namelist())
        case "box_tar":
            with tarfile.open(fileobj=BytesIO(made.data)) as archive:
                assert own == set(archive.getnames())
        case _:
            assert len(spec.inside) == len(re.findall(rb"^From ", made.data, re.MULTILINE))


def test_the_attachments_of_a_mail_have_the_bytes_of_the_truth(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    made = maker.make(next(spec for spec in specs if spec.kind == "mail_en" and len(spec.inside) == 2))
    attached = email.message_from_bytes(made.data, policy=default).iter_attachments()
    found = {part.get_filename(): sha256(bytes(part.get_content())).hexdigest() for part in attached}

    assert found.items() <= {part.member: part.digest for part in made.parts}.items()
    assert len(found) == 2


def test_every_kind_of_broken_file_is_broken_in_its_way() -> None:
    letter = make_letter(Random(1), first_cast(Random(1)), Brief("x", (), 4))
    data = {fault: break_document(letter, fault, Random(2)).data for fault in FAULTS}

    assert b"" == data["empty"]
    assert {0} == set(data["zero_filled"])
    assert b"PK" == data["docx_named_pdf"][:2]
    assert b"%PDF" == data["pdf_named_docx"][:4]
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(data["locked_pdf"])
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(BytesIO(data["truncated_zip"]))


def test_the_locked_files_open_with_the_password_of_the_truth() -> None:
    letter = make_letter(Random(1), first_cast(Random(1)), Brief("x", (), 4))
    archive = zipfile.ZipFile(BytesIO(break_document(letter, "locked_zip", Random(2)).data))
    pdf = pypdfium2.PdfDocument(break_document(letter, "locked_pdf", Random(2)).data, password=PASSWORD)

    assert letter.whole().words == archive.read("كتاب.txt", pwd=PASSWORD.encode()).decode()
    assert 1 == len(pdf)
    with pytest.raises(RuntimeError, match="encrypted"):
        archive.read("كتاب.txt")


@pytest.mark.parametrize("kind", ["scan_jpg", "scan_png", "scan_tif"])
def test_a_second_scan_has_the_same_words_and_other_points_and_the_same_scan_the_same_bytes(kind: str) -> None:
    maker = Maker.of(1)
    first, second = (maker.make(Spec("a", kind, "same", look)) for look in ("one", "two"))

    assert first.parts[0].pages == second.parts[0].pages
    assert first.data != second.data
    assert first.data == Maker.of(1).make(Spec("b", kind, "same", "one")).data
    assert Image.open(BytesIO(first.data)).size == Image.open(BytesIO(second.data)).size


def test_a_scanned_pdf_has_a_page_and_no_text() -> None:
    made = Maker.of(1).make(Spec("a.pdf", "scan_pdf", "1", "1"))

    assert "" == read_out(made.data, "pdf")
    assert 1 == len(pypdfium2.PdfDocument(made.data))


def test_files_with_the_same_text_are_only_those_that_were_planned(tmp_path: Path) -> None:
    build(Wish(8, 600, "text"), tmp_path / "leak", processes=1)
    truth = json.loads((tmp_path / "leak" / "truth.json").read_text(encoding="utf-8"))
    contents = {spec.path: spec.content for spec in draft(8, 600, "text")}

    assert truth["copies"]["bytes"]
    assert [] == truth["copies"]["text"]
    assert all(1 == len({contents[place] for place in group}) for group in truth["copies"]["bytes"])


def test_a_copy_in_another_format_says_the_same(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    copies = [spec for spec in specs if spec.look.startswith("copy")]
    originals = {spec.content: spec for spec in specs if not spec.look.startswith("copy") and not spec.change}

    assert copies
    for copy in copies:
        first, second = (maker.make(spec) for spec in (originals[copy.content], copy))
        assert KINDS[copy.kind].extension != KINDS[originals[copy.content].kind].extension
        assert first.parts[0].pages[0].folded() == second.parts[0].pages[0].folded()


def test_a_near_copy_differs_and_names_the_same_people(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    near = next(spec for spec in specs if spec.change == "word")
    plain = Spec("plain", near.kind, near.content, near.look, plants=near.plants, operation=near.operation, role=near.role)
    before, after = (maker.document(spec).whole() for spec in (plain, near))

    assert 1 == sum(old != new for old, new in zip(before.words.split(), after.words.split(), strict=True))
    assert planted_words(before) == planted_words(after)


def planted_words(text: Text) -> list[str]:
    return [text.marked(mark) for mark in text.marks if mark.what != "name"]


def test_nothing_that_could_be_taken_for_the_name_stands_there_unrecorded(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    unrecorded = []
    for spec in every_document(specs):
        for page in maker.document(spec).pages:
            rest = list(page.words)
            for mark in (mark for mark in page.marks if mark.what == "mention"):
                rest[mark.start : mark.end] = " " * (mark.end - mark.start)
            unrecorded += BAIT.findall(bare("".join(rest)))

    assert [] == unrecorded
    assert all(BAIT.search(bare(words)) for words in wanted.canonical_variants())


def test_no_real_place_or_group_is_named(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    texts = [maker.document(spec).whole().words for spec in every_document(specs)]
    texts += [
        Path(module.__file__ or "").read_text(encoding="utf-8")
        for module in (phrases_ar, phrases_ar_daily, phrases_drawn, phrases_latin, pool_people, pool_world, world, wanted)
    ]

    assert [] == [found.group() for text in texts for found in WATCH_WORDS.finditer(text)]


def test_the_letters_of_an_operation_refer_to_each_other(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, specs = digital
    letters = {spec.role: maker.document(spec) for spec in every_document(specs) if spec.operation == 0}
    order, report = letters["order"].letter, letters["report"].letter

    assert order is not None
    assert report is not None
    assert order.day < report.day
    assert (order.sender.split()[-1], order.recipient.split()[-1]) == (report.recipient.split()[-1], report.sender.split()[-1])
    number = str(order.number)
    assert {number, number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))} & set(re.findall(r"\d+", letters["report"].whole().words))


@pytest.mark.parametrize(
    ("day", "hijri"), [(dt.date(2012, 11, 15), "1434-01-01"), (dt.date(2013, 11, 18), "1435-01-15"), (dt.date(2015, 6, 18), "1436-09-01")]
)
def test_a_hijri_day_is_the_one_of_the_umm_al_qura_calendar(day: dt.date, hijri: str) -> None:
    assert hijri == str(to_hijri(day))


def test_text_keeps_its_marks_when_words_before_them_change() -> None:
    composer = Composer()
    composer.add("one\ntwo ")
    composer.mark("name", "mention")
    text: Text = composer.text()

    assert "name" == text.with_windows_lines().marked(text.with_windows_lines().marks[0])
    assert "name" == text.with_replaced(0, 3, "longer").marked(text.with_replaced(0, 3, "longer").marks[0])


def test_nothing_is_written_into_a_folder_that_has_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert 2 == make.main(["--files", "1", "--mix", "text", "--out", str(tmp_path)])
    assert "is not empty" in capsys.readouterr().err
    assert ["mine.txt"] == [path.name for path in tmp_path.iterdir()]


def test_the_readme_explains_every_key_of_the_truth(small: tuple[Path, dict[str, Any]]) -> None:
    _, truth = small
    rows = [
        *truth["mentions"],
        *truth["names"],
        *truth["letters"],
        *truth["dates"],
        *truth["operations"],
        *truth["broken"],
        truth["totals"],
        truth["copies"],
        truth["name"],
    ]
    keys = set(truth) | {key for row in rows for key in row}

    assert set() == {key for key in keys if f"`{key}`" not in README.read_text(encoding="utf-8")}


def test_a_csv_with_the_delimiter_in_a_name_can_still_be_read(digital: tuple[Maker, tuple[Spec, ...]]) -> None:
    maker, _ = digital
    made = [maker.make(Spec("r.csv", "table_csv_en", str(number), str(number), plants=(Plant("full", 0),))) for number in range(20)]
    comma = next(file for file in made if b'"' in file.data)
    rows = list(csv.reader(StringIO(comma.data.decode("utf-8-sig"))))

    assert {5} == {len(row) for row in rows}
    assert "Al-Shamali, Abu Mohammed" in {cell for row in rows for cell in row}
