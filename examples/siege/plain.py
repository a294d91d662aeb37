"""Plain text in the encodings of twenty years, CSV, and saved web pages."""

from html import escape
from random import Random
from typing import NamedTuple

from examples.siege.document import Document, Made, Table
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK, Composer, Text

_ONE_LINE_BREAK = {ord(SOFT_BREAK): "\n"}
#: What the old eight-bit sets lack, and what their users wrote instead.
_OLD = str.maketrans("٠١٢٣٤٥٦٧٨٩٪«»ی", '0123456789%""ي') | {ord(NO_BREAK_SPACE): " "}


class Encoding(NamedTuple):
    """A way to write text as bytes, with the weight it has among the leak's files."""

    codec: str
    weight: int
    table: dict[int, str] | dict[int, int | str] = {}  # noqa: RUF012 - read only, and a NamedTuple has no factories


ARABIC = (
    Encoding("utf-8", 50),
    Encoding("utf-8-sig", 10),
    Encoding("cp1256", 22, _OLD),
    Encoding("utf-16", 8),
    Encoding("iso-8859-6", 10, _OLD),
)
LATIN = (Encoding("utf-8", 70), Encoding("utf-8-sig", 10), Encoding("cp1252", 15), Encoding("utf-16", 5))


def write_txt(document: Document, rng: Random, *, utf8_only: bool = False) -> Made:
    """Return the document as plain text: some with long lines, some wrapped, some with Windows line ends, in any encoding it fits."""
    text = document.whole().translated(_ONE_LINE_BREAK)
    if utf8_only:
        return Made.single(text.words.encode(), text, offsets=True, letter=document.letter)
    if rng.random() < 0.45:
        text = wrapped(text, rng.randrange(64, 96))
    text, codec = _encodable(text, rng, ARABIC if document.rtl else LATIN)
    if rng.random() < 0.4:
        text = text.with_windows_lines()
    return Made.single(_encoded(text.words, codec), text, offsets=True, letter=document.letter)


def write_csv(table: Table, rng: Random) -> Made:
    """Return the table as CSV with comma, semicolon or tab."""
    delimiter = rng.choice((",", ";", "\t"))
    composer = Composer()
    for row_number, row in enumerate(table.rows, start=1):
        for column_number, cell in enumerate(row):
            quote = '"' if delimiter in cell.words or '"' in cell.words else ""
            composer.add((delimiter if column_number else "") + quote)
            composer.add_text(in_cell(cell, row_number, column_number))
            composer.add(quote)
        composer.add("\n")
    text, codec = _encodable(composer.text(), rng, ARABIC[:3] if table.language == "ar" else LATIN[:3])
    return Made.single(_encoded(text.words, codec), text, offsets=True)


def write_html(document: Document, rng: Random) -> Made:
    """Return the document as a saved web page, in half of the cases with the furniture of a site around it."""
    text = document.whole()
    codec = "windows-1256" if document.rtl and rng.random() < 0.3 else "utf-8"
    paragraphs = "\n".join(f"<p>{escape(paragraph).replace(SOFT_BREAK, '<br>')}</p>" for paragraph in text.words.split("\n") if paragraph)
    before, after = _FURNITURE if rng.random() < 0.5 else ("", "")
    page = (
        f'<!DOCTYPE html>\n<html lang="{document.language}" dir="{"rtl" if document.rtl else "ltr"}">\n<head><meta charset="{codec}">'
        f"<title>{escape(document.title)}</title></head>\n<body>\n{before}<article>\n{paragraphs}\n</article>\n{after}</body>\n</html>\n"
    )
    return Made.single(page.encode(codec, "xmlcharrefreplace"), text.translated(_ONE_LINE_BREAK), letter=document.letter)


_FURNITURE = (
    '<nav><a href="/">الرئيسية</a> | <a href="/news">أخبار</a> | <a href="/archive">أرشيف</a></nav>\n<div class="ad">ADVERTISEMENT</div>\n',
    "<footer>جميع الحقوق محفوظة | اتصل بنا</footer>\n",
)


def in_cell(cell: Text, row: int, column: int) -> Text:
    """Return the cell's text with its address (A1, B7 ...) among the facts of each mark."""
    address = f"{chr(ord('A') + column)}{row}"
    marks = tuple(type(mark)(mark.start, mark.end, mark.what, (*mark.facts, ("cell", address))) for mark in cell.marks)
    return Text(cell.words, marks)


def wrapped(text: Text, width: int) -> Text:
    """Return the text with blanks turned into line breaks so that lines are about `width` characters: names break too."""
    words, column, blank = list(text.words), 0, -1
    for position, character in enumerate(text.words):
        column = 0 if character == "\n" else column + 1
        blank = position if character == " " else blank
        if column > width and blank >= position - column:
            words[blank] = "\n"
            column = position - blank
    return Text("".join(words), text.marks)


def _encodable(text: Text, rng: Random, encodings: tuple[Encoding, ...]) -> tuple[Text, str]:
    """Return the text and a codec for it; old encodings are passed over when the text has what they lack."""
    fitting = []
    for encoding in encodings:
        candidate = text.translated(encoding.table)
        try:
            candidate.words.encode(encoding.codec)
        except UnicodeEncodeError:
            continue
        fitting.append((candidate, encoding))
    chosen, encoding = rng.choices(fitting, [encoding.weight for _, encoding in fitting])[0]
    return chosen, encoding.codec


def _encoded(words: str, codec: str) -> bytes:
    """Return the bytes; UTF-16 always little-endian with its mark, whatever the machine."""
    return b"\xff\xfe" + words.encode("utf-16-le") if codec == "utf-16" else words.encode(codec)
