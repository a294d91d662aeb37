from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.office.word import WordReader
from tests.documents import broken_zip, source_of
from tests.office_files import WORD_SPACES, packed, paragraph, word

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STRICT = WORD_SPACES.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")


def run(text: str, *, properties: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{text}</w:{tag}></w:r>"


def changed(kind: str, text: str) -> str:
    return (
        f'<w:{kind} w:id="1" w:author="Karim" w:date="2014-11-15T10:00:00Z">{run(text, tag="delText" if kind == "del" else "t")}</w:{kind}>'
    )


def read(folder: Path, content: bytes) -> Extract:
    return WordReader().read(source_of(folder, content, DOCX), limits=Limits())


def text(extract: Extract) -> str:
    return extract.pages[0].text


def marks(extract: Extract) -> list[tuple[str, MarkKind]]:
    return [(extract.pages[0].text[mark.start : mark.end], mark.kind) for mark in extract.pages[0].marks]


@pytest.mark.parametrize("spaces", [WORD_SPACES, STRICT], ids=["transitional", "strict"])
def test_what_was_struck_out_and_put_in_is_kept_marked_and_who_did_it_is_told(tmp_path: Path, spaces: str) -> None:
    body = paragraph("قتل ", changed("del", "سبعة"), changed("ins", "أربعة"), " مقاتلين")

    extract = read(tmp_path, word(body, spaces=spaces))

    assert "قتل سبعة أربعة مقاتلين" == text(extract)
    assert [("سبعة", MarkKind.DELETED), ("أربعة", MarkKind.INSERTED)] == marks(extract)
    assert "Karim 2014-11-15 (1 deleted, 1 inserted)" == extract.metadata["tracked-changes"]


def test_a_word_that_was_changed_in_part_is_there_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    extract = read(tmp_path, word(paragraph("the Mohamme", changed("del", "t"), changed("ins", "d"), " letter")))

    assert "the Mohammet Mohammed letter" == text(extract)
    assert [("Mohammet", MarkKind.DELETED), ("d", MarkKind.INSERTED)] == marks(extract)


def test_a_row_that_was_struck_out_is_marked(tmp_path: Path) -> None:
    row = '<w:tbl><w:tr><w:trPr><w:del w:author="a"/></w:trPr><w:tc>' + paragraph("gone") + "</w:tc></w:tr></w:tbl>"

    assert [("gone", MarkKind.DELETED)] == marks(read(tmp_path, word(row)))


def test_hidden_text_is_marked_whether_the_run_or_its_style_hides_it(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="secret"><w:basedOn w:val="base"/></w:style>'
        '<w:style w:styleId="shown"><w:basedOn w:val="base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    body = paragraph(
        run("one ", properties="<w:vanish/>"),
        run("two ", properties='<w:vanish w:val="false"/>'),
        run("three ", properties='<w:rStyle w:val="secret"/>'),
        run("four ", properties='<w:rStyle w:val="shown"/>'),
    )
    body += paragraph("five", properties='<w:pStyle w:val="secret"/>')

    extract = read(tmp_path, word(body, {"styles": styles}))

    assert [("one ", MarkKind.HIDDEN), ("three ", MarkKind.HIDDEN), ("five", MarkKind.HIDDEN)] == marks(extract)


def test_a_comment_stands_behind_its_paragraph_with_its_author_and_is_marked(tmp_path: Path) -> None:
    comments = (
        f'<w:comment w:id="4" w:author="R. Sahin" w:date="2014-11-15T09:00:00Z">{paragraph("who said")}{paragraph("so?")}</w:comment>'
    )
    comments += f'<w:comment w:id="5" w:author="">{paragraph("left alone")}</w:comment>'
    body = paragraph("first", '<w:r><w:commentReference w:id="4"/></w:r>') + paragraph("second")

    extract = read(tmp_path, word(body, {"comments": comments}))

    assert ["first", "R. Sahin, 2014-11-15: who said", "so?", "second", "left alone"] == text(extract).splitlines()
    assert [("R. Sahin, 2014-11-15: who said\nso?", MarkKind.COMMENT), ("left alone", MarkKind.COMMENT)] == marks(extract)


def test_notes_stand_behind_their_paragraph_headers_before_and_footers_after_the_text(tmp_path: Path) -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("said twice")}</w:footnote>'
    parts = {"footnotes": notes, "header:1": paragraph("top"), "header:2": paragraph("top"), "footer": paragraph("page")}
    body = paragraph("a witness", '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("next")

    assert ["top", "a witness[2]", "[2] said twice", "next", "page"] == text(read(tmp_path, word(body, parts))).splitlines()


def test_a_text_box_that_is_written_twice_for_old_programs_is_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + paragraph("in a box") + "</w:txbxContent>"
    described = '<wp:docPr descr="a map of the valley" title="image1.png"/>'
    drawing = f"<w:drawing><wp:inline>{described}<wps:txbx>{box}</wps:txbx></wp:inline></w:drawing>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    alternatives = f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice>{fallback}</mc:AlternateContent>"
    watermark = '<w:r><w:pict><v:shape><v:textpath string="SECRET"/></v:shape></w:pict></w:r>'

    extract = read(tmp_path, word(paragraph("before", f"<w:r>{alternatives}</w:r>", watermark) + paragraph("after")))

    assert ["before", "a map of the valley", "in a box", "SECRET", "after"] == text(extract).splitlines()
    assert [("a map of the valley", MarkKind.HIDDEN)] == marks(extract)


def test_rows_are_lines_with_tabs_and_cells_that_are_pieces_of_a_letter_are_not(tmp_path: Path) -> None:
    def table(*cells: str) -> str:
        return "<w:tbl><w:tblPr/><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"

    body = table(paragraph("name"), paragraph("two") + paragraph("lines"), table(paragraph("in"), paragraph("side")), "<w:p/>")
    body += table(paragraph("long " * 60) + paragraph("second " * 60), paragraph("other"))

    lines = text(read(tmp_path, word(body))).splitlines()

    assert ["name\ttwo lines\tin side", ("long " * 60).strip(), ("second " * 60).strip(), "other"] == [
        line.replace("in\tside", "in side") for line in lines
    ]


@pytest.mark.parametrize(("span", "tabs"), [("2", 2), ("1", 1), ("0", 1), ("x", 1), ("-3", 1), ("99999", 63)])
def test_a_cell_that_covers_others_moves_nothing_into_their_columns(tmp_path: Path, span: str, tabs: int) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph("Murad")}</w:tc>'
    row = f"<w:tbl><w:tr><w:tc>{paragraph('3')}</w:tc>{wide}<w:tc>{paragraph('west')}</w:tc></w:tr></w:tbl>"

    assert "3\tMurad" + "\t" * tabs + "west" == text(read(tmp_path, word(row)))


def test_numbers_of_lists_are_written_out(tmp_path: Path) -> None:
    def level(place: int, format: str, written: str) -> str:
        return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{written}"/></w:lvl>'

    def item(words: str, place: int, list_id: int = 1) -> str:
        return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_id}"/></w:numPr>')

    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "arabicAbjad", "%1-")}{level(1, "lowerRoman", "%1.%2)")}</w:abstractNum>'
    numbering += f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    body = item("a", 0) + item("b", 1) + item("c", 1) + item("d", 0) + item("e", 1) + item("f", 0, 2) + item("g", 0, 9)

    assert ["أ- a", "أ.i) b", "أ.ii) c", "ب- d", "ب.i) e", "• f", "g"] == text(
        read(tmp_path, word(body, {"numbering": numbering}))
    ).splitlines()


def test_targets_of_links_and_fields_follow_the_text_and_codes_do_not(tmp_path: Path) -> None:
    def field(code: str, shown: str) -> str:
        begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>' for type in ("begin", "separate", "end"))
        return f"{begin}{run(code, tag='instrText')}{between}{run(shown)}{end}"

    link = f'<w:hyperlink r:id="hyperlink">{run("here")}</w:hyperlink>'
    body = paragraph(link, field(" PAGE \\* ARABIC ", "7"), field(' HYPERLINK "https://b.example/x" \\o "tip"', "there"))
    body += paragraph('<w:fldSimple w:instr=" INCLUDETEXT &quot;C:\\\\plans.doc&quot; ">' + run("plans") + "</w:fldSimple>")

    extract = read(tmp_path, word(body, external={"hyperlink": "https://a.example/"}))

    assert "here7there\nplans\n\nhttps://a.example/\nhttps://b.example/x\nC:\\plans.doc" == text(extract)


def test_content_controls_smart_tags_signs_and_breaks_are_read_in_order(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>{paragraph('one')}</w:sdtContent></w:sdt>"
    body += paragraph(
        f"<w:smartTag>{run('two')}</w:smartTag>", "<w:r><w:tab/><w:t>three</w:t><w:br/><w:t>fo</w:t><w:softHyphen/><w:t>ur</w:t></w:r>"
    )

    assert "one\ntwo\tthree\nfo\xadur" == text(read(tmp_path, word(body)))


def test_entities_of_markup_are_not_filled_in(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    document = f"{bomb}<w:document {WORD_SPACES}><w:body>{paragraph('before &b;&f; after')}</w:body></w:document>"

    extract = read(tmp_path, packed({"word/document.xml": document}))

    assert ["before", "after"] == text(extract).split()


def test_a_document_that_has_lost_its_list_of_parts_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        read(tmp_path, broken_zip())

    assert Reason.DAMAGED is fault.value.reason


def test_a_cell_that_was_struck_out_is_marked(tmp_path: Path) -> None:
    cells = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('gone')}</w:tc><w:tc>{paragraph('here')}</w:tc>"

    extract = read(tmp_path, word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))

    assert ("gone\there", [("gone", MarkKind.DELETED)]) == (text(extract), marks(extract))


def test_what_is_chosen_in_a_list_of_a_form_is_read(tmp_path: Path) -> None:
    entries = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="north"/><w:listEntry w:val="south"/></w:ddList></w:ffData>'

    extract = read(tmp_path, word(paragraph("Front: ", f'<w:r><w:fldChar w:fldCharType="begin">{entries}</w:fldChar></w:r>')))

    assert "Front: south" == text(extract)


def test_words_of_a_diagram_that_are_kept_in_pieces_are_whole(tmp_path: Path) -> None:
    spaces = 'xmlns:a="urn:a"'
    pieces = "<a:p><a:r><a:t>Comm</a:t></a:r><a:r><a:t>ander</a:t></a:r></a:p><a:p><a:r><a:t>Guard</a:t></a:r></a:p>"

    extract = read(tmp_path, word(paragraph("text"), {"diagramData": pieces}, spaces=f"{WORD_SPACES} {spaces}"))

    assert "text\nCommander\nGuard" == text(extract)


def test_a_table_that_frames_whole_lines_or_rows_of_another_is_read_line_by_line(tmp_path: Path) -> None:
    def table(*rows: Sequence[str]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    inner = table([paragraph("Patient"), paragraph("Salim")], [paragraph("Ward"), paragraph("B")])
    framed = table([paragraph("Medical card") + inner])
    beside = table([paragraph("Stamp"), inner])
    box = table([paragraph("Name: Salim") + paragraph("Born: 1980")])

    lines = text(read(tmp_path, word(framed + beside + box))).splitlines()

    assert ["Medical card", "Patient\tSalim", "Ward\tB", "Stamp", "Patient\tSalim", "Ward\tB", "Name: Salim", "Born: 1980"] == lines
