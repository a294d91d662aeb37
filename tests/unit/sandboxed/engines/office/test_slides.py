from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.office.slides import SlideReader
from tests.documents import broken_zip, source_of
from tests.office_files import presentation, relationships

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def read(folder: Path, content: bytes) -> Extract:
    return SlideReader().read(source_of(folder, content, PPTX), limits=Limits())


def marks(extract: Extract) -> list[tuple[str, MarkKind]]:
    return [(page.text[mark.start : mark.end], mark.kind) for page in extract.pages for mark in page.marks]


def shape(text: str, inner: str = "") -> str:
    return f"<p:sp>{inner}<a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp>"


def test_slides_are_pages_in_the_order_in_which_they_are_shown(tmp_path: Path) -> None:
    assert ["first", "second"] == [page.text for page in read(tmp_path, presentation(["first", "second"])).pages]


def test_a_hidden_slide_is_marked_with_its_notes(tmp_path: Path) -> None:
    notes = {"ppt/notesSlides/notesSlide1.xml": f"<p:root>{shape('say this')}</p:root>"}
    related = relationships({"notesSlide": "../notesSlides/notesSlide1.xml"})

    assert [("first\nsay this", MarkKind.HIDDEN)] == marks(
        read(tmp_path, presentation(["first", "second"], notes, related=related, show="0"))
    )


def test_comments_have_their_author_and_their_day(tmp_path: Path) -> None:
    parts = {
        "ppt/commentAuthors.xml": '<p:root><p:cmAuthor id="0" name="R. Sahin"/></p:root>',
        "ppt/comments/comment1.xml": '<p:root><p:cm authorId="0" dt="2014-11-15T09:00:00"><p:text>who said?</p:text></p:cm></p:root>',
    }

    extract = read(tmp_path, presentation(["first"], parts, related=relationships({"comments": "../comments/comment1.xml"})))

    assert [("R. Sahin, 2014-11-15: who said?", MarkKind.COMMENT)] == marks(extract)


def test_a_description_of_a_picture_is_marked_and_a_table_has_rows(tmp_path: Path) -> None:
    table = "<a:tbl><a:tr><a:tc><a:p><a:t>name</a:t></a:p></a:tc><a:tc><a:p><a:t>sum</a:t></a:p></a:tc></a:tr></a:tbl>"
    picture = '<p:pic><p:cNvPr descr="a map of the valley"/></p:pic>'
    parts = {"ppt/notesSlides/notesSlide1.xml": f"<p:root>{table}{picture}</p:root>"}

    extract = read(tmp_path, presentation(["first"], parts, related=relationships({"notesSlide": "../notesSlides/notesSlide1.xml"})))

    assert ["first", "name\tsum", "a map of the valley"] == extract.pages[0].text.splitlines()
    assert [("a map of the valley", MarkKind.HIDDEN)] == marks(extract)


def test_what_a_master_shows_on_every_slide_is_told_once_and_its_places_are_not(tmp_path: Path) -> None:
    master = f"<p:root>{shape('Confidential')}{shape('Click to edit', '<p:nvPr><p:ph/></p:nvPr>')}</p:root>"

    extract = read(tmp_path, presentation(["first", "second"], {"ppt/slideMasters/slideMaster1.xml": master}))

    assert ["first", "second", "Confidential"] == [page.text for page in extract.pages]


def test_targets_of_links_follow_the_slide(tmp_path: Path) -> None:
    related = relationships({}, external={"hyperlink": "https://a.example/"})

    assert "first\nhttps://a.example/" == read(tmp_path, presentation(["first"], related=related)).pages[0].text


def test_a_presentation_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        read(tmp_path, broken_zip())

    assert Reason.DAMAGED is fault.value.reason
