from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import numpy as np
import pytest
from PIL import Image

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.pdfium import PdfiumReader
from tests.documents import ENGLISH, NASKH, SERIF, font, pdf, scan, source_of

PDF = "application/pdf"
ARABIC = Path(__file__).parents[3] / "fixtures" / "arabic_pdfs"


def test_text_comes_page_by_page_with_what_the_document_says_about_itself(tmp_path: Path) -> None:
    extract = PdfiumReader().read(source_of(tmp_path, pdf(["one\ntwo", ENGLISH], title="Order")), limits=Limits())

    assert [(1, "one\ntwo", 1.0), (2, ENGLISH, 1.0)] == [(page.number, page.text, page.confidence) for page in extract.pages]
    assert ("Order", "2") == (extract.metadata["Title"], extract.metadata["pages"])


def test_arabic_is_in_the_order_in_which_it_is_read_and_digits_are_not_reversed(tmp_path: Path) -> None:
    """The page is made as most programs make it: shaped letters, placed from the left."""
    shaped = "\ufebb\ufedf\ufee2"[::-1]
    content = written(tmp_path, [f"\u0661\u0664\u0663\u0665 {shaped}"], face=NASKH)

    text = PdfiumReader().read(source_of(tmp_path, content), limits=Limits()).pages[0].text

    assert "صلم ١٤٣٥" == text


def test_a_scan_asks_to_be_read_from_its_image_even_with_a_stamp_on_it(tmp_path: Path) -> None:
    picture = Image.new("RGB", (60, 84), "grey")
    extract = PdfiumReader().read(source_of(tmp_path, pdf([picture, "LANTERN 0014"])), limits=Limits())

    assert [("", 0.0), ("LANTERN 0014", 1.0)] == [(page.text, page.confidence) for page in extract.pages]


def test_an_encrypted_file_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    reader = PdfiumReader()

    with pytest.raises(EngineError) as locked:
        reader.read(source_of(tmp_path, pdf(["secret"], password="lantern")), limits=Limits())
    with pytest.raises(EngineError) as broken:
        reader.read(source_of(tmp_path, b"%PDF-1.4 and nothing else"), limits=Limits())

    assert (Reason.ENCRYPTED, Reason.DAMAGED) == (locked.value.reason, broken.value.reason)


def test_pages_beyond_the_limit_are_left_out_and_said_to_be(tmp_path: Path) -> None:
    extract = PdfiumReader().read(source_of(tmp_path, pdf(["one", "two", "three"])), limits=Limits(pages=2))

    assert (Status.PARTIAL, Reason.TOO_LARGE, 2) == (extract.status, extract.reason, len(extract.pages))


def test_comments_and_filled_in_fields_follow_the_text_of_their_page(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "form.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 770, "Application")
    canvas.acroForm.textfield(name="codename", value="Cedar", x=72, y=700, width=200, height=20)
    canvas.textAnnotation("checked twice", Rect=[10, 10, 30, 30])
    canvas.linkURL("https://lantern.example/form", (72, 760, 200, 780))
    canvas.save()

    text = PdfiumReader().read(source_of(tmp_path, path.read_bytes()), limits=Limits()).pages[0].text

    assert text.startswith("Application\n\n")
    assert {"codename: Cedar", "checked twice", "https://lantern.example/form"} <= set(text.splitlines())


def test_a_page_is_drawn_as_large_as_asked(tmp_path: Path) -> None:
    source = source_of(tmp_path, pdf([scan([ENGLISH])]), PDF)

    picture = PdfiumReader().draw(source, page=1, longest_side=400, limits=Limits())

    assert (400, 3) == (picture.height, picture.channels)
    assert picture.width * picture.height * 3 == len(picture.pixels)
    values = np.frombuffer(picture.pixels, np.uint8)
    assert (True, True) == (bool(values.min() < 120), bool(values.max() > 240))


@pytest.mark.parametrize(("page", "side", "reason"), [(2, 400, Reason.DAMAGED), (1, 40_000, Reason.TOO_LARGE)])
def test_a_page_that_is_not_there_or_too_large_is_not_drawn(tmp_path: Path, page: int, side: int, reason: Reason) -> None:
    source = source_of(tmp_path, pdf(["one"]), PDF)

    with pytest.raises(EngineError) as fault:
        PdfiumReader().draw(source, page=page, longest_side=side, limits=Limits())

    assert reason == fault.value.reason


@pytest.mark.parametrize("name", sorted(path.stem for path in ARABIC.glob("*.pdf")))
def test_a_letter_saved_by_any_program_comes_out_line_by_line(name: str, tmp_path: Path) -> None:
    page = PdfiumReader().read(source_of(tmp_path, (ARABIC / f"{name}.pdf").read_bytes()), limits=Limits()).pages[0]
    expected = (ARABIC / f"{name}.txt").read_text("utf-8")

    assert (normalize("NFC", expected).split("\n"), 1.0) == ([*normalize("NFC", page.text).split("\n"), ""], page.confidence)


def test_characters_without_a_meaning_are_taken_from_the_confidence(tmp_path: Path) -> None:
    bulleted, odd, garbled = "\ufffd" + 99 * "a", "\ufffd" + 9 * "a", 5 * "\ufffd" + 5 * "a"
    extract = PdfiumReader().read(source_of(tmp_path, written(tmp_path, [bulleted, odd, garbled], face=SERIF)), limits=Limits())

    assert [1.0, 0.9, 0.0] == [page.confidence for page in extract.pages]


def written(folder: Path, lines: list[str], *, face: str) -> bytes:
    """Return a PDF of one line a page, written from the left in one font."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont(face, str(font(face, 20).path)))
    canvas = Canvas(str(folder / "written.pdf"), invariant=1)
    for line in lines:
        canvas.setFont(face, 20)
        canvas.drawString(20, 700, line)
        canvas.showPage()
    canvas.save()
    return (folder / "written.pdf").read_bytes()
