from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.office.excel.workbook import WorkbookReader
from tests.documents import broken_zip, source_of
from tests.office_files import OFFICE, packed, relationships

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="+000 00 000 0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>'
)


def workbook(rows: str, parts: Mapping[str, str] | None = None, *, state: str = "visible", head: str = "", related: str = "") -> bytes:
    """A workbook of one sheet: the markup of its rows, of other parts by name, and the relationships of the sheet."""
    return packed(
        {
            "_rels/.rels": relationships({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}">{head}<sheets><sheet name="Pay" state="{state}" r:id="worksheet"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relationships(
                {
                    "worksheet": "worksheets/sheet1.xml",
                    "sharedStrings": "sharedStrings.xml",
                    "styles": "styles.xml",
                    "connections": "connections.xml",
                }
            ),
            "xl/worksheets/sheet1.xml": f"<worksheet>{rows}</worksheet>",
            "xl/worksheets/_rels/sheet1.xml.rels": related or relationships({}),
            "xl/sharedStrings.xml": "<sst><si><t>name</t></si><si><r><t>Karim</t></r><r><t> Mansour</t></r>"
            "<rPh><t>kana</t></rPh></si></sst>",
            "xl/styles.xml": STYLES,
            **(parts or {}),
        }
    )


def read(folder: Path, content: bytes) -> Extract:
    return WorkbookReader().read(source_of(folder, content, XLSX), limits=Limits())


def lines(extract: Extract) -> list[str]:
    return extract.pages[0].text.splitlines()


def marks(extract: Extract) -> list[tuple[str, MarkKind]]:
    return [(extract.pages[0].text[mark.start : mark.end], mark.kind) for mark in extract.pages[0].marks]


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def test_a_cell_is_written_as_it_is_shown_beside_what_it_is(tmp_path: Path) -> None:
    row = '<row><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>963115550101</v></c><c r="C1" s="2"><v>42441</v></c>'
    row += '<c r="D1" s="3"><v>.5</v></c></row>'

    assert ["Pay", "Karim Mansour\t+963 11 555 0101 [963115550101]\t2016-03-12\t50% [.5]"] == lines(read(tmp_path, workbook(data(row))))


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    content = workbook(data('<row><c s="2"><v>42441</v></c></row>'), head='<workbookPr date1904="1"/>')

    assert ["Pay", "2020-03-13"] == lines(read(tmp_path, content))


def test_inline_texts_formulas_truths_and_errors_are_written(tmp_path: Path) -> None:
    row = (
        '<row><c t="inlineStr"><is><t>two\nlines</t></is></c><c><f>A1&amp;B1</f></c><c t="str"><f>x</f><v>done</v></c><c t="b"><v>1</v></c>'
        '<c t="e"><v>#N/A</v></c><c><f t="shared" si="0"/></c></row>'
    )

    assert ["Pay", "two lines\t=A1&B1\tdone\tTRUE\t#N/A"] == lines(read(tmp_path, workbook(data(row))))


def test_empty_cells_between_values_stay_and_wide_gaps_do_not(tmp_path: Path) -> None:
    rows = data('<row><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="XFD2"><v>3</v></c></row>', '<row><c r="C3"><v>4</v></c></row>')

    assert ["Pay", "1\t\t2\t3", "\t4"] == lines(read(tmp_path, workbook(f'<dimension ref="B2:XFD3"/>{rows}')))


def test_hidden_rows_columns_and_sheets_are_marked(tmp_path: Path) -> None:
    rows = data('<row hidden="1"><c r="A1"><v>1</v></c></row>', '<row><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row>')
    columns = '<cols><col min="2" max="4" hidden="1"/></cols>'

    shown = read(tmp_path, workbook(columns + rows))
    hidden = read(tmp_path, workbook(columns + rows, state="veryHidden"))

    assert [("1", MarkKind.HIDDEN), ("3", MarkKind.HIDDEN)] == marks(shown)
    assert [("Pay\n1\n2\t3", MarkKind.HIDDEN)] == marks(hidden)
    assert "Pay" == hidden.metadata["hidden-sheets"]


def test_comments_text_boxes_headers_choices_and_links_follow_the_rows(tmp_path: Path) -> None:
    parts = {
        "xl/comments1.xml": "<comments><authors><author>R. Sahin</author><author>tc={1}</author></authors><commentList>"
        '<comment ref="B2" authorId="0"><text><r><t>who paid?</t></r></text></comment>'
        '<comment ref="C1" authorId="1"><text><t>[Threaded]</t></text></comment></commentList></comments>',
        "xl/threadedComments/threadedComment1.xml": '<ThreadedComments><threadedComment ref="C1" personId="p"><text>not us</text>'
        "</threadedComment></ThreadedComments>",
        "xl/persons/person.xml": '<personList><person id="p" displayName="Karim"/></personList>',
        "xl/drawings/drawing1.xml": '<d xmlns:a="urn:a"><sp><cNvPr descr="a seal"/><a:p><a:r><a:t>in a box</a:t></a:r></a:p></sp></d>',
    }
    related = relationships(
        {
            "comments": "../comments1.xml",
            "threadedComment": "../threadedComments/threadedComment1.xml",
            "drawing": "../drawings/drawing1.xml",
        },
        external={"hyperlink": "https://a.example/"},
    )
    rows = (
        data("<row><c><v>1</v></c></row>")
        + '<dataValidations><dataValidation><formula1>"yes,no"</formula1></dataValidation></dataValidations>'
    )
    rows += "<headerFooter><oddHeader>&amp;L&amp;14secret &amp;P</oddHeader></headerFooter>"

    extract = read(tmp_path, workbook(rows, parts, related=related))

    expected = ["yes,no", "secret", "B2 R. Sahin: who paid?", "C1 Karim: not us", "a seal", "in a box", "https://a.example/"]
    assert ["Pay", "1", *expected] == lines(extract)
    assert {"yes,no", "a seal"} == {text for text, kind in marks(extract) if kind is MarkKind.HIDDEN}
    assert ["B2 R. Sahin: who paid?\nC1 Karim: not us"] == [text for text, kind in marks(extract) if kind is MarkKind.COMMENT]


def test_where_the_data_come_from_stands_on_a_last_page(tmp_path: Path) -> None:
    connection = '<connection name="ledger"><dbPr connection="Server=a" command="select 1"/></connection>'
    parts = {"xl/connections.xml": f"<connections>{connection}</connections>"}

    pages = read(tmp_path, workbook(data("<row><c><v>1</v></c></row>"), parts)).pages

    assert ["Pay\n1", "ledger\nServer=a\nselect 1"] == [page.text for page in pages]


def test_a_workbook_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        read(tmp_path, broken_zip())

    assert Reason.DAMAGED is fault.value.reason


def test_what_is_kept_of_tables_that_are_elsewhere_is_read_and_hidden(tmp_path: Path) -> None:
    items = '<sharedItems><s v="Karim"/><s v="Third"/></sharedItems>'
    cache = f'<pivotCacheDefinition><cacheField name="unit">{items}</cacheField></pivotCacheDefinition>'
    link = '<externalLink><sheetName val="Prisoners"/><sheetData><row><cell><v>Layla</v></cell></row></sheetData></externalLink>'
    parts = {"xl/pivotCache/pivotCacheDefinition1.xml": cache, "xl/externalLinks/externalLink1.xml": link}
    rows = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Karim</t></is></c></row></sheetData>'
    head = '<definedNames><definedName name="Cell">"Room 9"</definedName><definedName name="Area">Pay!A1</definedName></definedNames>'

    page = read(tmp_path, workbook(rows, parts, head=head)).pages[-1]

    assert "Cell\tRoom 9\nunit\nThird\nPrisoners\nLayla" == page.text
    assert [(0, len(page.text), MarkKind.HIDDEN)] == [(mark.start, mark.end, mark.kind) for mark in page.marks]
