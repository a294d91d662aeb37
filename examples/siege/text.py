"""Text that remembers where the planted things stand in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

Fact = str | int | None

#: A line break that does not end a paragraph: a name written over two lines stands on both sides of one.
SOFT_BREAK = "\u2028"
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Mark:
    """A planted thing at [start, end) in code points of its text; `what` is mention, name, date, amount or arms."""

    start: int
    end: int
    what: str
    facts: tuple[tuple[str, Fact], ...] = ()

    def shifted(self, by: int) -> "Mark":
        """Return the mark moved to the right by so many code points."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Text:
    """Words and the marks in them; a newline ends a paragraph, `SOFT_BREAK` only a line."""

    words: str
    marks: tuple[Mark, ...] = ()

    def translated(self, table: Mapping[int, int | str]) -> "Text":
        """Return the text with single characters put in place of others, so that every mark stays where it is."""
        words = self.words.translate(table)
        if len(words) != len(self.words):
            raise ValueError("a table for Text.translated must give one character for one")
        return Text(words, self.marks)

    def with_replaced(self, start: int, end: int, words: str) -> "Text":
        """Return the text with other words at [start, end), which may touch no mark but those of names: such a name is `damaged`."""
        longer = len(words) - (end - start)
        marks = (_moved(mark, start, end, longer=longer) for mark in self.marks)
        return Text(self.words[:start] + words + self.words[end:], tuple(mark for mark in marks if mark))

    def with_windows_lines(self) -> "Text":
        """Return the text with the two characters of Windows for every newline, marks moved accordingly."""
        moved = (
            replace(mark, start=mark.start + self.words.count("\n", 0, mark.start), end=mark.end + self.words.count("\n", 0, mark.end))
            for mark in self.marks
        )
        return Text(self.words.replace("\n", "\r\n"), tuple(moved))

    def marked(self, mark: Mark) -> str:
        """Return the words a mark covers."""
        return self.words[mark.start : mark.end]

    def folded(self) -> str:
        """Return the words with every run of white space as one space: what two copies in different formats share."""
        return " ".join(self.words.split())


def _moved(mark: Mark, start: int, end: int, *, longer: int) -> Mark | None:
    """Return a mark after [start, end) has become longer, or None if nothing of what it marked is left."""
    if mark.end <= start:
        return mark
    if mark.start >= end:
        return mark.shifted(longer)
    if start <= mark.start and mark.end <= end:
        return None
    facts = (*(fact for fact in mark.facts if fact[0] != "optional"), ("optional", "damaged"))
    return Mark(min(mark.start, start), max(mark.end, end) + longer, mark.what, facts)


@dataclass(slots=True)
class Composer:
    """Puts a text together from left to right (in reading order)."""

    _pieces: list[str] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _length: int = 0

    @property
    def length(self) -> int:
        """How many code points there are so far."""
        return self._length

    def add(self, words: str) -> None:
        """Append words that nobody needs to find again."""
        self._pieces.append(words)
        self._length += len(words)

    def mark(self, words: str, what: str, **facts: Fact) -> None:
        """Append words and remember what they are."""
        self._marks.append(Mark(self._length, self._length + len(words), what, tuple(facts.items())))
        self.add(words)

    def mark_since(self, start: int, what: str, **facts: Fact) -> None:
        """Remember what all is that was appended since there were `start` code points."""
        self._marks.append(Mark(start, self._length, what, tuple(facts.items())))

    def add_text(self, text: Text) -> None:
        """Append a text with its marks."""
        self._marks.extend(mark.shifted(self._length) for mark in text.marks)
        self.add(text.words)

    def text(self) -> Text:
        """Return what has been put together so far."""
        return Text("".join(self._pieces), tuple(self._marks))


def joined(texts: Iterable[Text], between: str) -> Text:
    """Return the texts one after the other with `between` in the gaps."""
    composer = Composer()
    for number, text in enumerate(texts):
        composer.add(between if number else "")
        composer.add_text(text)
    return composer.text()


def paragraphs(rng: Random, sentences: list[Text]) -> list[Text]:
    """Return the sentences in groups of two to four."""
    groups, position = [], 0
    while position < len(sentences):
        size = rng.randrange(2, 5)
        groups.append(joined(sentences[position : position + size], " "))
        position += size
    return groups
