"""Walks the words of RTF and takes its text: what was struck out, put in, noted or hidden is marked. Source: Rich Text Format 1.9.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import Line, Stretch, marked, plain
from kashf.sandboxed.engines.office.rich_text.rtf_fonts import RtfFonts
from kashf.sandboxed.engines.office.rtf_tokens import RtfWord, Token
from kashf.sandboxed.engines.office.word_elements import field_targets

_SIGNS: Final[Mapping[bytes, str]] = {
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"line": "\n",
    b"nestrow": " ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"~": "\N{NO-BREAK SPACE}",
    b"_": "\N{NON-BREAKING HYPHEN}",
    b"-": "\N{SOFT HYPHEN}",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"zwj": "\N{ZERO WIDTH JOINER}",
    b"zwnj": "\N{ZERO WIDTH NON-JOINER}",
}
_ENDS: Final = frozenset({b"par", b"sect", b"page", b"row", b"\n", b"\r"})
#: Groups that hold no text of the document.
_NO_TEXT: Final = frozenset(
    {
        *(
            b"colortbl",
            b"stylesheet",
            b"info",
            b"pict",
            b"objdata",
            b"objclass",
            b"objname",
            b"listtable",
            b"listoverridetable",
            b"rsidtbl",
        ),
        *(b"filetbl", b"nonshppict", b"themedata", b"sn", b"sv", b"bkmkstart", b"bkmkend", b"xe", b"tc", b"tcn", b"generator", b"upr"),
        *(b"datafield", b"atnid", b"atnref", b"atndate", b"atnparent", b"atntime", b"atnicn", b"ffname", b"ffl", b"revtbl", b"pgptbl"),
    }
)
#: Groups that programs which do not know them should pass over, and that hold text.
_TEXT_FOR_SOME: Final = frozenset({b"shpinst", b"shptxt", b"ud", b"moMath", b"do", b"result", b"fldrslt", b"pntext", b"listtext"})
#: Groups whose text stands by itself, behind the paragraph that they are in.
_BESIDE: Final = frozenset(
    {b"footnote", b"annotation", b"shptxt", b"dptxbxtext"}
    | {head + side for head in (b"header", b"footer") for side in (b"", b"l", b"r", b"f")}
)
#: Groups whose text says something of the document.
_OTHER_USES: Final = frozenset({b"fonttbl", b"fldinst", b"atnauthor"})
_FLAGS: Final[Mapping[bytes, MarkKind]] = {
    b"v": MarkKind.HIDDEN,
    b"deleted": MarkKind.DELETED,
    b"revised": MarkKind.INSERTED,
}
#: Notes within notes; beyond that they are read where they are.
_MOST_STORIES: Final = 16
#: Kinds in the order in which they count where several are true of one text.
_FIRST: Final = (MarkKind.COMMENT, MarkKind.DELETED, MarkKind.HIDDEN, MarkKind.INSERTED)


@dataclass(slots=True)
class _Group:
    """What is true within a pair of braces."""

    destination: bytes = b""
    kinds: frozenset[MarkKind] = frozenset()
    font: int | None = None
    other_font: int | None = None
    is_rtl: bool = False
    is_silent: bool = False
    in_table: bool = False
    fallbacks: int = 1


@dataclass(slots=True)
class _Story:
    """Text that stands by itself: its finished lines and the one that is being written."""

    destination: bytes = b""
    lines: list[Line] = field(default_factory=list)
    line: list[Stretch] = field(default_factory=list)
    hanging: list[Line] = field(default_factory=list)


class RichTextWalk:
    """Takes the words of a document one by one."""

    def __init__(self) -> None:
        self.links: dict[str, None] = {}
        self._fonts = RtfFonts()
        self._groups = [_Group()]
        self._stories = [_Story()]
        self._bytes = bytearray()
        self._code = bytearray()
        self._skipped = self._notes = 0
        self._is_starred = self._is_first = False
        self._author = ""
        self._heads: set[str] = set()

    def lines(self, tokens: Iterator[Token]) -> list[Line]:
        """Return the lines of the document."""
        for kind, word, number in tokens:
            self._take(kind, word, number)
        self._flush()
        while len(self._stories) > 1:
            self._end_story()
        self._end_line()
        return self._stories[0].lines

    def _take(self, kind: RtfWord, word: bytes, number: int | None) -> None:
        if kind in (RtfWord.TEXT, RtfWord.BYTE):
            self._take_bytes(word.replace(b"\r", b"").replace(b"\n", b"") if kind is RtfWord.TEXT else word)
            return
        if kind in (RtfWord.OPEN, RtfWord.CLOSE):
            self._flush()
            self._skipped = 0
            self._open() if kind is RtfWord.OPEN else self._close()
        elif kind is not RtfWord.BINARY and self._skipped:
            self._skipped -= 1
        elif kind is RtfWord.SIGN and word == b"*":
            self._is_starred = self._is_first
        elif kind is RtfWord.CONTROL and word == b"u":
            self._unicode(number or 0)
        elif kind is not RtfWord.BINARY:
            self._flush()
            self._control(word, number)

    def _take_bytes(self, content: bytes) -> None:
        self._is_first = self._is_first and not content
        passed = min(self._skipped, len(content))
        self._skipped -= passed
        if self._groups[-1].destination == b"fldinst":
            self._code += content[passed:]
        elif self._groups[-1].destination == b"atnauthor":
            self._author += self._fonts.decode(content[passed:], None)
        elif not self._groups[-1].is_silent and len(self._groups) > 1:
            self._bytes += content[passed:]

    def _flush(self) -> None:
        """Write the bytes that came one after the other, since a letter may have two of them."""
        if self._bytes:
            group = self._groups[-1]
            self._write(
                self._fonts.decode(bytes(self._bytes), group.other_font if group.is_rtl and group.other_font is not None else group.font)
            )
            self._bytes.clear()

    def _unicode(self, number: int) -> None:
        self._flush()
        letter = chr(number % 0x10000)
        if self._groups[-1].destination == b"fldinst":
            self._code += letter.encode("utf-8", "replace")
        elif self._groups[-1].destination == b"atnauthor":
            self._author += letter
        else:
            self._write(letter)
        self._skipped = self._groups[-1].fallbacks

    def _write(self, text: str) -> None:
        group = self._groups[-1]
        if not group.is_silent and group.destination != b"fonttbl":
            self._stories[-1].line.append((text, next((kind for kind in _FIRST if kind in group.kinds), None)))

    def _open(self) -> None:
        self._groups.append(replace(self._groups[-1]))
        self._is_starred, self._is_first = False, True

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.destination != self._groups[-1].destination and group.destination == b"fldinst":
            self.links |= dict.fromkeys(field_targets(self._code.decode("utf-8", "replace")))
            self._code.clear()
        if len(self._stories) > 1 and group.destination == self._stories[-1].destination != self._groups[-1].destination:
            self._end_story()

    def _control(self, word: bytes, number: int | None) -> None:
        group, is_first, self._is_first = self._groups[-1], self._is_first, False
        if group.destination == b"fonttbl" or len(self._groups) == 2:
            self._fonts.take(word, number)
        if group.destination == b"fldinst" and word == b"\\":
            self._code += word
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _ENDS and not group.is_silent:
            self._stories[-1].line.append((" ", None)) if group.in_table and word == b"par" else self._end_line()
        elif word in _FLAGS:
            group.kinds = group.kinds | {_FLAGS[word]} if number != 0 else group.kinds - {_FLAGS[word]}
        elif self._is_starred or (is_first and (word in _NO_TEXT or word in _BESIDE or word in _OTHER_USES)):
            self._destination(word)
        else:
            self._layout(group, word, number)

    def _layout(self, group: _Group, word: bytes, number: int | None) -> None:
        match word:
            case b"plain":
                group.kinds, group.font, group.other_font, group.is_rtl = group.kinds & {MarkKind.COMMENT}, None, None, False
            case b"pard":
                group.in_table = False
            case b"intbl":
                group.in_table = True
            case b"f":
                group.font = number
            case b"af":
                group.other_font = number
            case b"rtlch" | b"ltrch":
                group.is_rtl = word == b"rtlch"
            case b"uc":
                group.fallbacks = max(0, number or 0)
            case b"htmlrtf":
                group.is_silent = number != 0

    def _destination(self, word: bytes) -> None:
        """Take what the group that began is for."""
        group, is_starred, self._is_starred = self._groups[-1], self._is_starred, False
        if group.is_silent and word not in (b"ud", b"fldinst"):
            return
        if word in _OTHER_USES:
            group.destination = word
        elif word in _BESIDE and len(self._stories) < _MOST_STORIES:
            self._begin_story(group, word)
        elif word == b"ud":
            group.is_silent = False
        elif word in _NO_TEXT or (is_starred and word not in _TEXT_FOR_SOME):
            group.is_silent = True

    def _begin_story(self, group: _Group, word: bytes) -> None:
        if word == b"footnote":
            self._notes += 1
            self._write(f"[{self._notes}]")
        group.destination, group.in_table = word, False
        story = _Story(word)
        if word == b"footnote":
            story.line.append((f"[{self._notes}] ", None))
        elif word == b"annotation":
            group.kinds = group.kinds | {MarkKind.COMMENT}
            story.line.extend([(f"{self._author}: ", MarkKind.COMMENT)] if self._author else [])
            self._author = ""
        self._stories.append(story)

    def _end_story(self) -> None:
        """Let what stood by itself hang on the paragraph it is in; the same head of several sections once."""
        self._end_line()
        story = self._stories.pop()
        if story.destination.startswith((b"header", b"footer")):
            text = "\n".join(map(plain, story.lines))
            if text in self._heads:
                return
            self._heads.add(text)
        is_comment = story.destination == b"annotation"
        self._stories[-1].hanging.extend(marked(line, MarkKind.COMMENT) if is_comment else line for line in story.lines)

    def _end_line(self) -> None:
        story = self._stories[-1]
        story.lines.append([(_whole(text), kind) for text, kind in _merged(story.line)])
        story.lines.extend(story.hanging)
        story.line, story.hanging = [], []


def _merged(line: list[Stretch]) -> list[Stretch]:
    """Return a line in as few stretches as there are kinds one after the other."""
    merged: list[Stretch] = []
    for text, kind in line:
        if merged and merged[-1][1] is kind:
            merged[-1] = (merged[-1][0] + text, kind)
        else:
            merged.append((text, kind))
    return merged


def _whole(text: str) -> str:
    """Return a text whose letters beyond the first plane are one character each."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
