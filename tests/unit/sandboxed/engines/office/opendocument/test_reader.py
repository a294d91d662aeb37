from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.office.opendocument.reader import OpenDocumentReader
from tests.documents import source_of
from tests.office_files import opendocument, packed

ODT = "application/vnd.oasis.opendocument.text"
INFO = "<office:change-info><dc:creator>Karim</dc:creator><dc:date>2014-11-15T10:00:00</dc:date></office:change-info>"


def read(folder: Path, content: bytes, type: str = ODT) -> Extract:
    return OpenDocumentReader().read(source_of(folder, content, type), limits=Limits())


def marks(extract: Extract) -> list[tuple[str, MarkKind]]:
    return [(page.text[mark.start : mark.end], mark.kind) for page in extract.pages for mark in page.marks]


def texts(extract: Extract) -> list[str]:
    return [page.text for page in extract.pages]


def test_what_was_struck_out_and_put_in_is_kept_where_it_stood(tmp_path: Path) -> None:
    changes = f'<text:changed-region text:id="d"><text:deletion>{INFO}<text:p>سبعة</text:p></text:deletion></text:changed-region>'
    changes += f'<text:changed-region text:id="i"><text:insertion>{INFO}</text:insertion></text:changed-region>'
    body = (
        f"<office:text><text:tracked-changes>{changes}</text:tracked-changes><text:p>قتل <text:change text:change-id='d'/>"
        "<text:change-start text:change-id='i'/>أربعة</text:p><text:p>مقاتلين"
        "<text:change-end text:change-id='i'/> هناك</text:p></office:text>"
    )

    extract = read(tmp_path, opendocument(body))

    assert ["قتل سبعة أربعة\nمقاتلين هناك"] == texts(extract)
    assert [("سبعة", MarkKind.DELETED), ("أربعة\nمقاتلين", MarkKind.INSERTED)] == marks(extract)
    assert "Karim 2014-11-15 (1 deleted, 1 inserted)" == extract.metadata["tracked-changes"]


def test_comments_notes_boxes_and_descriptions_hang_on_their_paragraph(tmp_path: Path) -> None:
    who = "<dc:creator>R. Sahin</dc:creator><dc:date>2014-11-15T09:00:00</dc:date>"
    comment = f"<office:annotation>{who}<text:p>who said?</text:p></office:annotation>"
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said twice</text:p></text:note-body></text:note>"
    box = '<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box><title xmlns="urn:svg">a map</title></draw:frame>'
    body = f"<office:text><text:p>a{comment} witness{note}{box}<text:s text:c='2'/>then</text:p><text:p>next</text:p></office:text>"

    extract = read(tmp_path, opendocument(body))

    expected = ["a witness[1]  then", "R. Sahin, 2014-11-15: who said?", "[1] said twice", "in a box", "a map", "next"]
    assert expected == texts(extract)[0].splitlines()
    assert [("R. Sahin, 2014-11-15: who said?", MarkKind.COMMENT), ("a map", MarkKind.HIDDEN)] == marks(extract)


def test_hidden_text_is_marked(tmp_path: Path) -> None:
    hidden = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    body = (
        '<office:text><text:p>one <text:span text:style-name="T1">two</text:span></text:p>'
        '<text:section text:display="none"><text:p>three</text:p>'
        '</text:section><text:p>four <text:hidden-text text:string-value="five"/></text:p></office:text>'
    )

    extract = read(tmp_path, opendocument(body, automatic=hidden))

    assert ["two\nthree", "five"] == [text for text, kind in marks(extract) if kind is MarkKind.HIDDEN]


def test_a_cell_is_written_as_it_is_shown_and_as_it_is_and_a_sheet_is_a_page(tmp_path: Path) -> None:
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    cells = (
        '<table:table-cell office:value-type="float" office:value="963115550101"><text:p>+963 11 555 0101</text:p></table:table-cell>'
        '<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="date" office:date-value="2016-03-12"><text:p>12/03/16</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/>'
    )
    rows = f"<table:table-row>{cells}</table:table-row>"
    rows += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    body = (
        f'<office:spreadsheet><table:table table:name="Pay">{rows}</table:table><table:table table:name="Back" table:style-name="ta2">'
        "<table:table-row><table:table-cell><text:p>secret</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
    )

    extract = read(tmp_path, opendocument(body, automatic=hidden), "application/vnd.oasis.opendocument.spreadsheet")

    assert ["Pay\n+963 11 555 0101 [963115550101]\t\t\t\t12/03/16 [2016-03-12]", "Back\nsecret"] == texts(extract)
    assert [("Back\nsecret", MarkKind.HIDDEN)] == marks(extract)


def test_a_slide_is_a_page_and_a_hidden_one_is_marked(tmp_path: Path) -> None:
    hidden = '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    frame = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    slide = '<draw:page draw:name="a" draw:style-name="{}">' + frame + "{}</draw:page>"
    notes = "<presentation:notes><draw:frame><draw:text-box><text:p>say this</text:p></draw:text-box></draw:frame></presentation:notes>"
    body = f"<office:presentation>{slide.format('dp1', 'first', notes)}{slide.format('dp2', 'second', '')}</office:presentation>"

    extract = read(tmp_path, opendocument(body, automatic=hidden), "application/vnd.oasis.opendocument.presentation")

    assert ["first\nsay this", "second"] == texts(extract)
    assert [("second", MarkKind.HIDDEN)] == marks(extract)


def test_headers_and_links_stand_on_a_last_page_and_metadata_are_kept(tmp_path: Path) -> None:
    headers = "<style:header><text:p>top</text:p></style:header><style:header-left><text:p>top</text:p></style:header-left>"
    header = f"<style:master-page>{headers}</style:master-page>"
    meta = '<dc:creator>Karim</dc:creator><meta:user-defined meta:name="case">47</meta:user-defined>'
    body = '<office:text><text:p><text:a xlink:href="https://a.example/">here</text:a></text:p></office:text>'

    extract = read(tmp_path, opendocument(body, styles=header, meta=meta))

    assert ["here", "top\nhttps://a.example/"] == texts(extract)
    assert {"dc:creator": "Karim", "custom:case": "47"} == dict(extract.metadata)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"content.xml": "noise", "META-INF/manifest.xml": "<manifest:encryption-data/>"}, Reason.ENCRYPTED),
        ({"mimetype": ODT}, Reason.DAMAGED),
    ],
)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, parts: dict[str, str], reason: Reason) -> None:
    with pytest.raises(EngineError) as fault:
        read(tmp_path, packed(parts))

    assert reason is fault.value.reason


def test_a_document_in_one_file_is_read_too(tmp_path: Path) -> None:
    content = "<document xmlns:text='urn:t'><body><text><text:p>flat</text:p></text></body></document>"

    assert ["flat"] == texts(read(tmp_path, content.encode(), f"{ODT}-flat-xml"))
