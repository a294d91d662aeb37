"""A redaction covers what it was asked to, and one that does not hold is refused."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.sandboxed.engines.tesseract import data_folder
from kashf.services.case.open import OpenCase
from kashf.services.publication.boxed_tasks import RedactionBox
from kashf.services.publication.prove_redaction import prove_redaction
from kashf.services.publication.redact_document import RedactionAsked, redact_document
from tests.documents import pdf
from tests.fakes import FakeBlobs, FakeCaseView
from tests.redacted import here
from tests.searchable import case_of

pytestmark = pytest.mark.skipif(data_folder() is None, reason="tesseract-ocr-ara and tesseract-ocr-eng are not installed")
LINES = "Order no. 7 to the driver\n\n\nSeen: Yusuf al-Darwazi at dawn\n\n\nCall 0944 123 456 before"


def _case(folder: Path, content: bytes, text: str = LINES) -> tuple[OpenCase, DocumentId]:
    case = case_of(folder, Page(1, text), type="application/pdf")
    (old,) = case.view.known  # type: ignore[attr-defined]  # of the fake
    id = DocumentId(hashlib.sha256(content).hexdigest())
    view = case.view
    assert isinstance(view, FakeCaseView)
    view.known = {id: replace(view.known[old], id=id)}
    view.texts = {id: (Page(1, text),)}
    assert isinstance(case.blobs, FakeBlobs)
    case.blobs.kept[id] = content
    return case, id


@pytest.fixture(scope="module")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> tuple[OpenCase, DocumentId]:
    return _case(tmp_path_factory.mktemp("case"), pdf([LINES], title="Yusuf al-Darwazi"))


def test_a_name_is_covered_and_all_else_is_read_anew(made_case: tuple[OpenCase, DocumentId]) -> None:
    case, id = made_case

    made = redact_document(case, here(), RedactionAsked(id, strings=("يوسف الدروازي",), patterns=frozenset({RedactedPattern.PHONES})))

    document = pypdfium2.PdfDocument(made.content)
    text = document[0].get_textpage().get_text_range()
    assert "Order no. 7" in text
    assert "arwazi" not in text
    assert "0944" not in text
    assert {} == document.get_metadata_dict(skip_empty=True)
    assert 2 == len(made.areas)
    assert made.content == redact_document(case, here(), RedactionAsked(id, areas=made.areas)).content


@pytest.mark.parametrize(
    ("asked", "error", "code"),
    [
        ({"entities": ("Nobody Known",)}, NotFoundError, "redact-nowhere"),
        ({"patterns": frozenset({RedactedPattern.MAILS})}, NotFoundError, "redact-no-pattern"),
        ({"areas": ((3, Region(0, 0, 10, 10)),)}, UsageError, "redact-no-page"),
        ({}, UsageError, "redact-nothing"),
    ],
)
def test_what_cannot_be_covered_is_refused(
    made_case: tuple[OpenCase, DocumentId], asked: dict[str, object], error: type[Exception], code: str
) -> None:
    case, id = made_case

    with pytest.raises(error) as refused:
        redact_document(case, here(), replace(RedactionAsked(id), **asked))  # type: ignore[arg-type]  # fields of a table

    assert code == refused.value.code  # type: ignore[attr-defined]  # of every error of ours


def test_words_that_stand_nobody_knows_where_are_refused(tmp_path: Path) -> None:
    case, id = _case(tmp_path, pdf(["A page about something else"]), "typed by hand: Yusuf al-Darwazi")

    with pytest.raises(NotAllowedError) as refused:
        redact_document(case, here(), RedactionAsked(id, strings=("Yusuf al-Darwazi",)))

    assert "redact-no-place" == refused.value.code


def test_a_type_without_page_images_is_refused_with_what_to_do(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Yusuf al-Darwazi", type="application/msword")

    with pytest.raises(NotFoundError, match="print it to a PDF"):
        redact_document(case, here(), RedactionAsked("0", strings=("Yusuf al-Darwazi",)))


def test_the_proof_finds_text_that_is_drawn_in_the_document_itself(made_case: tuple[OpenCase, DocumentId]) -> None:
    case, id = made_case
    content = pdf([LINES], title="Yusuf al-Darwazi")
    place = Region(1210, 1320, 4000, 1440)

    found = prove_redaction(RedactionBox(case, here(), id), content, ProtectedStrings.of(["Yusuf al-Darwazi"]), [(1, (), (place,))])

    assert {"pdfium", "pdfminer", "tika", "strings", "ocr", "parts", "pixels"} == {each.extractor.value for each in found}
