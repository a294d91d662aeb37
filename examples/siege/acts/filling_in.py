"""Puts words into templates, with marks that say where what was put."""

import re
from collections.abc import Mapping

from examples.siege.text import Composer, Text

_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
_FORMS = re.compile(r"[^\s\[\]]*\|[^\s\[\]]*")
#: Before which French writes d' for de; no other language here has that word.
_VOWELS = ("a", "e", "é", "i", "o", "u")
_SLOT = re.compile(r"\{(\w+)\}")

Slots = Mapping[str, "Text | str"]


def fill(template: str, slots: Slots) -> Text:
    """Return a template with its slots filled; a part in square brackets is left out where none of its slots has anything.

    >>> fill("{a}[ of {b}][ to {c}]", {"a": "x", "c": "y"}).words
    'x to y'
    """

    def kept(match: re.Match[str]) -> str:
        return match[1] if any(_words(slots.get(name, "")) for name in _SLOT.findall(match[1])) else ""

    composer = Composer()
    pieces = [*_SLOT.split(_OPTIONAL.sub(kept, template)), ""]
    for number, piece in enumerate(pieces[:-1]):
        value = slots.get(piece, "") if number % 2 else piece
        if number % 2 == 0 and piece.endswith(" de ") and _words(slots.get(pieces[number + 1], ""))[:1] in _VOWELS:
            value = f"{piece[:-2]}'"
        composer.add_text(value) if isinstance(value, Text) else composer.add(value)
    return composer.text()


def _words(value: "Text | str") -> str:
    return value.words if isinstance(value, Text) else value


def form_of(template: str, number: int) -> str:
    """Return a deed's template as noun, infinitive or passive; "" where the language has no such form of it.

    >>> form_of("giving|give|is_given {items}", 2)
    'is given {items}'
    """
    forms = [match.split("|") for match in _FORMS.findall(template)]
    if any(len(each) <= number or not each[number] for each in forms):
        return ""
    return _FORMS.sub(lambda match: match[0].split("|")[number].replace("_", " "), template)


def marked(words: str, what: str) -> Text:
    """Return words that are marked as one thing."""
    composer = Composer()
    composer.mark(words, what)
    return composer.text()


def around(text: Text, what: str) -> Text:
    """Return a text that is marked as one thing as a whole."""
    composer = Composer()
    composer.add_text(text)
    composer.mark_since(0, what)
    return composer.text()


def capital(text: Text) -> Text:
    """Return a text with a capital, where its script has any."""
    first = text.words[:1].upper()
    return Text(first + text.words[1:], text.marks) if len(first) == 1 else text
