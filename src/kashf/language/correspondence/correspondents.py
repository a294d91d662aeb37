"""The tagger of who writes to whom: people and groups in header lines of mail and of quoted mail, in conversations and address books."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Mention, MentionType
from kashf.language.correspondence.address_lists import Span, display_names, trimmed
from kashf.language.correspondence.chat_heads import senders
from kashf.language.correspondence.named_correspondents import in_order, named_by
from kashf.language.marks.quoted_mail import head_line
from kashf.language.person_names.titles import without_titles
from kashf.language.words.spans import without_overlap

_PEOPLE: Final = frozenset({"from", "to", "cc", "bcc", "sender"})
#: Lines of a header without any address; fewer are a letter, or somebody's words.
_FEWEST_LINES: Final = 3
_CARD_LINE: Final = re.compile(r"(?m)^(?:(?P<full>FN)|(?P<parts>N)|(?P<body>ORG))(?:;[^:\n]{0,80})?: *(?P<value>\S[^\n]{0,200})$")
_PARTS: Final = ("full", "parts", "body")
_OF_A_CARD: Final = re.compile(r"(?m)^(?:TEL|EMAIL|ADR|ORG|FN|N|URL|NOTE|BDAY|TITLE)(?:;[^:\n]{0,80})?: *\S")
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
#: A name before its address in running text: "On Thursday Salim Haddad <s@example.org> wrote".
_CAPITAL: Final = r"[^\W\d_a-z][\w'’.-]{1,30}"
_INLINE: Final = re.compile(
    rf"(?:\"(?P<quoted>[^\"\n<>@]{{3,60}})\"|"
    rf"(?<![\w.-])(?:[AP]M )?(?P<bare>{_CAPITAL}(?: (?:(?:al|el|von|van|de|bin)[ -])?{_CAPITAL}){{1,3}}))"
    r" ?(?:<|\[mailto:)[^<>\s@]{1,64}@[\w.-]{3,190}[>\]]"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A header line: its field, and where its value stands."""

    field: str
    start: int
    end: int


class CorrespondentTagger:
    """Finds persons and groups by the header lines that name them; addresses are found as identifiers."""

    name = "rules:correspondents"
    version = ""

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:  # noqa: ARG002 - the port fixes the arguments
        """Return mentions in order; see `ports.taggers.Tagger`.

        A person written "surname, name" has `name` in the order in which it is spoken as value.
        """
        found = [*_in_heads(text), *_in_chats(text), *_in_cards(text), *_inline(text)]
        return without_overlap(found, best_first=lambda mention: (-mention.score, mention.start, -mention.end))


def _in_heads(text: str) -> Iterator[Mention]:
    for block in _blocks(text):
        whole = text[block[0].start : block[-1].end]
        has_address = "@" in whole
        fields = {line.field for line in block}
        if not fields & _PEOPLE or not (has_address or (len(block) >= _FEWEST_LINES and fields & {"date", "subject"})):
            continue
        for line in block:
            if line.field in _PEOPLE:
                for span, beside in display_names(text, line.start, line.end):
                    yield from _mention(text, span, has_address=beside or (has_address and line.field == "from"))


def _in_chats(text: str) -> Iterator[Mention]:
    for span in senders(text):
        yield from _mention(text, trimmed(text, *span), has_address=True)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield runs of header lines, one after the other."""
    block: list[_Line] = []
    position = 0
    for line in text.splitlines(keepends=True):
        found = head_line(line.rstrip())
        if found:
            block.append(_Line(found[0], position + found[1], position + len(line.rstrip())))
        elif block and line.strip(" \t\r\n>*"):
            yield block
            block = []
        position += len(line)
    if block:
        yield block


def _in_cards(text: str) -> Iterator[Mention]:
    """Yield the names of address books: one of a person a card, and where he works."""
    start = 0
    for end in [*(gap.start() for gap in _BLANK_LINE.finditer(text)), len(text)]:
        if len(_OF_A_CARD.findall(text, start, end)) > 1:
            lines = {part: found for found in _CARD_LINE.finditer(text, start, end) for part in _PARTS if found[part]}
            if person := lines.get("full") or lines.get("parts"):
                yield from _mention(text, person.span("value"), has_address=True)
            if body := lines.get("body"):
                yield Mention(*body.span("value"), body["value"], MentionType.GROUP, "rules:card", 0.85)
        start = end


def _inline(text: str) -> Iterator[Mention]:
    for found in _INLINE.finditer(text) if "@" in text else ():
        yield from _mention(text, trimmed(text, *found.span("quoted" if found["quoted"] else "bare")), has_address=True)


def _mention(text: str, span: Span, *, has_address: bool) -> Iterator[Mention]:
    display = text[slice(*span)]
    if named := named_by(display, has_address=has_address):
        type_, score = named
        if type_ is MentionType.PERSON:  # The title is a role of its own, by the rules of the grammar.
            display = without_titles(display)
            span = span[1] - len(display), span[1]
        name = in_order(display) if type_ is MentionType.PERSON else ""
        yield Mention(*span, display, type_, "rules:header", score, MappingProxyType({"name": name}) if name else NO_VALUE)
