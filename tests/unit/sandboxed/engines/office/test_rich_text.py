from __future__ import annotations

import pytest

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import joined
from kashf.sandboxed.engines.office.rich_text.rich_text_walk import RichTextWalk
from kashf.sandboxed.engines.office.rtf_tokens import rtf_tokens

ARABIC = "اجتماع"


def read(body: str, *, head: str = r"\ansi\ansicpg1256") -> tuple[str, list[tuple[str, MarkKind]]]:
    walk = RichTextWalk()
    text, marks = joined(walk.lines(rtf_tokens(("{\\rtf1" + head + " " + body + "}").encode("latin-1"))))
    return text, [(text[mark.start : mark.end], mark.kind) for mark in marks]


def in_bytes(text: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def in_numbers(text: str) -> str:
    return "".join(f"\\u{ord(letter)}?" for letter in text)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (r"Send {\v gold} now", MarkKind.HIDDEN),
        (r"Send \v gold\v0  now", MarkKind.HIDDEN),
        (r"Send {\deleted gold} now", MarkKind.DELETED),
        (r"Send {\revised gold} now", MarkKind.INSERTED),
        (r"Send {\deleted\v gold} now", MarkKind.DELETED),
    ],
)
def test_what_is_hidden_struck_out_or_put_in_is_marked(body: str, kind: MarkKind) -> None:
    assert ("Send gold now", [("gold", kind)]) == read(body)


def test_notes_and_heads_stand_behind_their_paragraph_and_comments_are_marked() -> None:
    body = r"{\header Secret}Dear\chftn{\*\footnote \chftn in name} all{\*\atnid K}{\*\atnauthor Karim}{\*\annotation why?}.\par Bye"

    text, marks = read(body)

    assert "Dear[1] all.\nSecret\n[1] in name\nKarim: why?\nBye" == text
    assert [("Karim: why?", MarkKind.COMMENT)] == marks


@pytest.mark.parametrize(
    "body",
    [
        in_bytes(ARABIC, "cp1256"),
        in_numbers(ARABIC),
        r"{\uc2 " + "".join(f"\\u{ord(letter)}\\'3f?" for letter in ARABIC) + "}",
        r"{\upr{\'3f\'3f}{\*\ud " + in_numbers(ARABIC) + "}}",
    ],
    ids=["bytes", "numbers", "numbers with two substitutes", "only for programs that know numbers"],
)
def test_letters_are_read_however_they_are_written(body: str) -> None:
    assert (ARABIC, []) == read(body)


def test_bytes_are_in_the_encoding_of_their_font() -> None:
    fonts = r"{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset178 B;}{\f2\fcharset2 Symbol;}}"
    body = (
        r"\f0 " + in_bytes("Мост", "cp1251") + r" \f1 " + in_bytes(ARABIC, "cp1256") + r" \ltrch\f0\rtlch\af1 " + in_bytes(ARABIC, "cp1256")
    )

    assert (f"Мост {ARABIC} {ARABIC}", []) == read(fonts + body + r"\ltrch\f2\'b7", head=r"\ansi\ansicpg1252")


def test_cells_are_divided_by_tabs_and_rows_are_lines() -> None:
    row = r"\trowd\cellx9\intbl a\par b\cell c\cell\row"

    assert ("a b\tc\na b\tc", []) == read(row + row)


def test_what_is_for_programs_is_no_text_and_stars_elsewhere_mean_nothing() -> None:
    body = r"{\*\unknown nothing}{\info{\title no}}{\pict 00ff}{\b a\*\cs7 b}{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}}"

    assert ("ab\nbox", []) == read(body)


def test_letters_beyond_the_first_plane_are_one_and_cut_ones_are_marked_as_lost() -> None:
    assert ("😀 \N{REPLACEMENT CHARACTER}", []) == read(r"\u-10179?\u-8704? \u-10179?")


def test_what_follows_the_document_is_no_part_of_it() -> None:
    assert ("order", []) == read(r"order}\'e1 noise{\b0")


def test_targets_of_links_are_kept() -> None:
    walk = RichTextWalk()
    field = rb'{\rtf1{\field{\*\fldinst HYPERLINK "..\\\\plans\\\\a.doc"}{\fldrslt plans}}}'

    assert ("plans", ()) == joined(walk.lines(rtf_tokens(field)))
    assert ["..\\plans\\a.doc"] == list(walk.links)
