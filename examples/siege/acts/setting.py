"""Turns a written letter into a file: text, web page, Word, PDF, mail, or a picture of paper."""

from random import Random
from typing import NamedTuple

from examples.siege.acts.scribe import Letter, Ruled
from examples.siege.containers import write_eml
from examples.siege.document import Document, Made
from examples.siege.forms.filling import Piece
from examples.siege.forms.layout import Block, Line, Page, Stamp
from examples.siege.forms.printed import write_pdf
from examples.siege.forms.scanned import write_scans
from examples.siege.forms.typed import Sheets, write_docx, write_html
from examples.siege.text import Text

#: Weights of formats: of what is digital, and of what is on paper.
DIGITAL = {"txt": 34, "docx": 24, "pdf": 22, "html": 9, "eml": 11}
PAPER = {"jpg": 45, "scan_pdf": 30, "png": 13, "tif": 12}
#: A page that is drawn line by line holds so many signs a line, and so many lines.
_WIDE, _LINES = 92, 46


class Filed(NamedTuple):
    """A letter's file or files, and what the truth says of them."""

    files: tuple[tuple[str, bytes], ...]
    facts: dict[str, object]


def text_of(lines: tuple[Ruled, ...]) -> str:
    """Return a letter as plain text, which the spans of its truth count in."""
    return "\n".join(line.text.words for line in lines)


def file_letter(letter: Letter, stem: str, container: str, rng: Random, *, fonts: tuple[str, ...]) -> Filed:
    """Return a letter in a format; pictures of a letter on two pages are two files."""
    facts: dict[str, object] = {"kind": container.removeprefix("scan_"), "origin": "digital"}
    if container == "txt":
        return Filed(((f"{stem}.txt", f"{text_of(letter.lines)}\n".encode()),), facts)
    if container == "eml":
        return Filed(((f"{stem}.eml", _mailed(letter, rng, facts, fonts)),), facts)
    sheets = _sheets(letter, fonts, wide=container == "pdf")
    if container in {"docx", "html", "pdf"}:
        data = {"docx": write_docx, "html": write_html, "pdf": write_pdf}[container](sheets, rng)
        return Filed(((f"{stem}.{container}", data),), facts)
    pictures, told = write_scans(sheets, container, rng)
    facts |= {"origin": "photo" if told["scene"] in {"on_a_desk", "in_shadow"} else "scan", **told}
    extension = "pdf" if container == "scan_pdf" else container
    names = [f"{stem}.{extension}"] if len(pictures) == 1 else [f"{stem}_{number}.{extension}" for number in range(1, len(pictures) + 1)]
    return Filed(tuple(zip(names, pictures, strict=True)), facts)


def _mailed(letter: Letter, rng: Random, facts: dict[str, object], fonts: tuple[str, ...]) -> bytes:
    """Return a mail: the letter is its text, or hangs on it."""
    row, book = letter.row, letter.book
    day = letter.sent
    title = row["subject"] or row["title"] or "-"
    body = Text(text_of(letter.lines))
    members: tuple[tuple[str, Made], ...] = ()
    if rng.random() < 0.6 and book.mails:
        kind = rng.choice(("docx", "pdf"))
        data = (write_docx if kind == "docx" else write_pdf)(_sheets(letter, fonts, wide=kind == "pdf"), rng)
        name = f"{row['id'].lower()}.{kind}"
        members = ((name, Made.single(data)),)
        body = Text(rng.choice(book.mails))
        facts |= {"member": name}
    facts |= {"mailed": day.isoformat()}
    return write_eml(Document((body,), book.language, title, day), members, rng).data


def _sheets(letter: Letter, fonts: tuple[str, ...], *, wide: bool) -> Sheets:
    """Return the lines as blocks on pages; `wide` breaks them for programs that do not."""
    blocks: list[Block] = []
    for line in letter.lines:
        blocks += [_block(line, words) for words in (_broken(line.text.words) if wide else (line.text.words,))]
    return Sheets(_paged(blocks), letter.book.rtl, letter.book.language, fonts)


def _paged(blocks: list[Block]) -> tuple[Page, ...]:
    """Return the blocks on pages that hold so many lines each."""
    pages: list[list[Block]] = [[]]
    room = _LINES
    for block in blocks:
        lines = 1 if isinstance(block, Stamp) or not isinstance(block, Line) else 1 + len(block.pieces[0].text) // _WIDE
        if lines > room and pages[-1]:
            pages.append([])
            room = _LINES
        pages[-1].append(block)
        room -= lines
    return tuple(tuple(page) for page in pages)


def _block(line: Ruled, words: str) -> Block:
    if line.style == "stamp" and len(words) < 30:
        return Stamp(words)
    style = {"stamp": "note"}.get(line.style, line.style)
    return Line((Piece(words, style),), line.align, line.bold)


def _broken(words: str) -> list[str]:
    """Return words in lines that are not too long."""
    lines, line = [], ""
    for word in words.split(" "):
        if line and len(line) + 1 + len(word) > _WIDE:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
