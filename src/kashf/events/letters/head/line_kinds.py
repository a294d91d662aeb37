"""What each line of a paper is: every line of the head is optional, and they come in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import Final

from kashf.domain.date import Precision
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.letters.date_wordings import days_of
from kashf.events.letters.head.case_words import addressed_in, labels_in, title_in
from kashf.events.letters.head.head_cells import head_cells
from kashf.events.letters.head.number_labels import says_number, spaced_label
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.events.letters.sheet_text import SheetLine
from kashf.language.tables.letters import head_phrases as words
from kashf.language.tables.letters.structure.paper_kinds import CITING, TITLES
from kashf.language.words.folding import fold


class LineKind(StrEnum):
    """What a line of a paper is."""

    LABELLED = "labelled"
    ADDRESSEE = "addressee"
    TITLE = "title"
    CLASSIFICATION = "classification"
    STATE = "state"
    INVOCATION = "invocation"
    GREETING = "greeting"
    CLOSING = "closing"
    COPIES = "copies"
    ENCLOSURES = "enclosures"
    STAMP = "stamp"
    HAND = "hand"
    TICKS = "ticks"
    BULLET = "bullet"
    #: What nothing above claims: offices, sentences, names and posts, told apart by where they stand.
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label on a line: what it announces, and from where to where its value may stand in the folded text.

    Args:
        field: What it announces.
        start: Where its value may begin.
        end: Where it ends at the latest.
        rule: What says so; "" for a label that the tables have.
        score: How sure that is.
    """

    field: str
    start: int
    end: int
    rule: str = ""
    score: float = 0.98


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line, what it is, and the labels on it."""

    line: SheetLine
    kind: LineKind
    labels: tuple[PlacedLabel, ...] = ()
    detail: str = ""


#: Behind a label stands a sign, a digit or a bracket; words alone make a sentence of it.
_SIGN: Final = r"\s*[.]?\s*[:/؛]\s*|\s*[=\\]\s*(?=\S)"
_LABELS: Final = {field: any_of(phrases) for field, phrases in words.LABELS.items()}
_LABEL: Final = re.compile(
    r"(?:^|(?<=\t)|(?<=  )|(?<=[|]))\s*(?:"
    + "|".join(rf"(?P<{field.replace('-', '_')}>{pattern}{_SIGN})" for field, pattern in _LABELS.items())
    + rf"|(?P<number_>{_LABELS['number']}{WORD_END}\.?\s*(?=[-–=\\]?\s?[(«\[\d]|[^\W\d_]{{1,5}}[/.\-]?\s?\d|\.\.))"
    + rf"|(?P<date_>{_LABELS['date']}{WORD_END}\s*(?=[(\d/؟?\[]|(?:{any_of(words.WEEKDAYS)})"
    + r"|(?:the )?[^\W\d_]{3,10},? ?\d)))"
)
_ADDRESSED: Final = re.compile(rf"(?:{any_of(words.ADDRESSED)}{WORD_END}\s*[:/]?\s*|{any_of(words.ADDRESSED_WITH_SIGN)}\s*[:/]\s*)(?=\S)")
_TITLED: Final = by_code(TITLES)
_TITLE_NUMBER: Final = re.compile(
    rf"^(?P<title>.{{2,40}}?)\s*(?:(?:{any_of(words.NUMBERED)})\s*[:/]?\s*\(?\s*(?P<number>[\w/.\-]{{1,20}})\s*\)?)?\s*[:.]?$"
)
_PURPOSE: Final = re.compile(rf"^(?P<who>[^:\n]{{2,60}}):\s*(?:{any_of(words.PURPOSES)})")
_HANDS: Final = {kind: re.compile(rf"^(?:{any_of(phrases)}){WORD_END}") for kind, phrases in words.HANDS.items()}
_BY_HAND: Final = re.compile(rf"^[(\[]\s?{any_of(words.BY_HAND)}\s?[)\]]\s*[:/-]?\s*")
_INITIALS: Final = re.compile(r"^(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]{0,2}\.?\s*\(?\d")
_BULLET: Final = re.compile(r"^[-•*–▪]\s*(?=\S)")
_STARTS: Final = (
    (LineKind.INVOCATION, words.INVOCATIONS),
    (LineKind.GREETING, words.GREETINGS),
    (LineKind.CLOSING, words.CLOSINGS),
    (LineKind.STATE, words.STATES),
)
#: Words of a line that is one of these and nothing else.
_MOST_WORDS: Final = 12
#: Code points of a line that is a date and nothing else.
_LONGEST_DATE: Final = 70
#: Parts with slashes of which the last is a number that counts.
_NUMBER_ALONE: Final = re.compile(r"(?=.*[^\W\d_])(?:[^\W_]{1,8}[/-]){1,5}\d{2,7}")
#: What stands behind the label of a number: one with a digit, or a blank.
_BEFORE_NUMBER: Final = re.compile(r"[^\w]*(?:\S+\s){0,5}?\S*\d|[\s./\\_…\-()]*$")
#: A word with a sign behind it that may be a label, and the letters that such a one has at the least.
_FIRST_WORD: Final = re.compile(r"\W{0,4}(?:\d\W{1,3})?(?P<word>[^\W\d_]{4,12})\s*[:/]\s*")
_LONG: Final = 5
_WORD_BEHIND: Final = re.compile(r"\W{0,3}([^\W\d_]{3,12})\s")
_TICKED: Final = re.compile("[☒☐☑✓✔]")


def letter_lines(lines: Sequence[SheetLine], lexicon: LetterLexicon = NO_LEXICON) -> Iterator[LetterLine]:
    """Yield each line with what it is by its own words: those of the tables and of a case's lexicon."""
    for line in head_cells(lines):
        yield _kind(line, lexicon)


def _kind(line: SheetLine, lexicon: LetterLexicon) -> LetterLine:
    if _TICKED.search(line.folded):
        return LetterLine(line, LineKind.TICKS)
    if found := _whole(line, lexicon):
        return found
    if labels := _labels(line, lexicon):
        return _labelled(line, labels)
    return _worded(line, lexicon)


def _worded(line: SheetLine, lexicon: LetterLexicon) -> LetterLine:
    """Return a line without a label by how it begins."""
    text = line.folded
    if _greeted().fullmatch(text):
        return LetterLine(line, LineKind.GREETING)
    starts = (kind for kind, start in _starts() if start.match(text) and len(text.split()) <= _MOST_WORDS)
    if kind := next(starts, None):
        return LetterLine(line, kind)
    if hand := _hand(text):
        return LetterLine(line, LineKind.HAND, detail=hand)
    addressed = addressed_in(text, lexicon) or _addressed(text)
    if labels := _numbered(line) or _dated(line) or (() if addressed else _misspelled(line)):
        return _labelled(line, labels)
    if addressed:
        return LetterLine(line, LineKind.ADDRESSEE, (PlacedLabel("addressee", line.start + addressed.end(), line.end),))
    return LetterLine(line, LineKind.BULLET if _BULLET.match(text) else LineKind.BARE)


def _addressed(text: str) -> re.Match[str] | None:
    """Return what stands before those whom a line addresses: "to", or the title of a superior before his post."""
    return _ADDRESSED.match(text) or (_honoured().match(text) if len(text.split()) <= _MOST_WORDS else None)


def _numbered(line: SheetLine) -> tuple[PlacedLabel, ...]:
    """Return the label of a line that is the number of a paper and nothing else; () for any other line."""
    return (PlacedLabel("number", line.start, line.end),) if _NUMBER_ALONE.fullmatch(line.folded) else ()


def _dated(line: SheetLine) -> tuple[PlacedLabel, ...]:
    """Return the labels of a line that is a date and nothing else, but for the place before it; () for any other line."""
    text = line.folded
    if len(text) > _LONGEST_DATE or not any(sign.isdigit() for sign in text) or begins_with_citation(text):
        return ()
    begin = _issued_at().match(text)
    start = begin.end() if begin else 0
    found = days_of(text[start:])
    if not found or found[0].start > 1 or text[start + found[-1].end :].strip(" .،,)هم") or found[0].date.precision is not Precision.DAY:
        return ()
    place = (PlacedLabel("place", line.start, line.start + begin.end("place")),) if begin and begin["place"] else ()
    return (*place, PlacedLabel("date", line.start + start, line.end))


def _whole(line: SheetLine, lexicon: LetterLexicon) -> LetterLine | None:
    """Return a line that is a title, with or without a number, or a word of secrecy or urgency, and nothing else."""
    if _classified().fullmatch(line.folded):
        return LetterLine(line, LineKind.CLASSIFICATION, (PlacedLabel("classification", line.start, line.end),))
    if titled := _titled_to().match(line.folded):
        title = PlacedLabel("title", line.start, line.start + titled.end("title"))
        return LetterLine(line, LineKind.TITLE, (title, PlacedLabel("addressee", line.start + titled.end(), line.end)), _title_code(titled))
    if titled := _titled_number().fullmatch(line.folded):
        title = PlacedLabel("title", line.start, line.start + titled.end("title"))
        numbered = PlacedLabel("other-number", line.start + titled.start("number"), line.start + titled.end("number"))
        return LetterLine(line, LineKind.TITLE, (title, numbered), _title_code(titled))
    found = _TITLE_NUMBER.match(line.folded)
    kind = (_TITLED.get(" ".join(found["title"].split())) or title_in(found["title"], lexicon)) if found else None
    if found and kind:
        title = PlacedLabel("title", line.start + found.start("title"), line.start + found.end("title"))
        number = (PlacedLabel("other-number", line.start + found.start("number"), line.end),) if found["number"] else ()
        return LetterLine(line, LineKind.TITLE, (title, *number), kind)
    return None


def _labels(line: SheetLine, lexicon: LetterLexicon) -> tuple[PlacedLabel, ...]:
    own = labels_in(line.folded, lexicon)
    known = [each for each in _LABEL.finditer(line.folded) if _announces(line.folded, each)]
    told = [(str(each.lastgroup).rstrip("_").replace("_", "-"), *each.span()) for each in known]
    apart = [each for each in told if not any(each[1] < end and start < each[2] for _, start, end in own)]
    found = sorted((*own, *apart), key=itemgetter(1))
    if not found and (spaced := spaced_label(line.folded)):
        found = [(spaced[0], 0, spaced[1])]
    ends = [*(start for _, start, _ in found), len(line.folded)][1:]
    return tuple(PlacedLabel(field, line.start + at, line.start + end) for (field, _, at), end in zip(found, ends, strict=True))


def _misspelled(line: SheetLine) -> tuple[PlacedLabel, ...]:
    """Return the label that a line begins with, one letter of it written or read wrongly; () where it begins with none."""
    found = _FIRST_WORD.match(line.folded)
    if not found:
        return ()
    from rapidfuzz.distance import OSA  # A search does without, and a person is waiting for it.

    near = [each for each in _label_words() if OSA.distance(found["word"], each, score_cutoff=1) <= 1]
    return (PlacedLabel(_label_words()[near[0]], line.start + found.end(), line.end),) if len(near) == 1 else ()


@lru_cache(maxsize=1)
def _label_words() -> Mapping[str, str]:
    """Return the labels of one word that are long enough to be known with a letter wrong, with what each announces."""
    told = ((fold(phrase), field) for field, phrases in words.LABELS.items() for phrase in phrases.split("|"))
    return {word: field for word, field in told if len(word) >= _LONG and " " not in word}


def _announces(text: str, label: re.Match[str]) -> bool:
    """Return whether what stands behind a label may be what it announces."""
    if label.lastgroup == "subject" and len(label[0].strip(" :/")) == 1:  # One letter is of the number before figures.
        return not text[label.end() :].lstrip()[:1].isdigit()
    if label.lastgroup == "number_":
        return not _is_other(text, label.end())
    return label.lastgroup != "number" or _announces_number(text, label.end())


def _announces_number(text: str, at: int) -> bool:
    """Return whether a number, or the blank for one, stands behind its label, and not a paper that is cited."""
    return _BEFORE_NUMBER.match(text, at) is not None and not begins_with_citation(text[at:].lstrip()) and not _is_other(text, at)


def _is_other(text: str, at: int) -> bool:
    """Return whether the word behind a label says that it is the number of something else: of what was received, say."""
    found = _WORD_BEHIND.match(text, at)
    return found is not None and says_number(found[1]) is False


def _labelled(line: SheetLine, labels: tuple[PlacedLabel, ...]) -> LetterLine:
    kinds = {"copies": LineKind.COPIES, "enclosures": LineKind.ENCLOSURES, "stamp": LineKind.STAMP}
    hand = _hand(line.folded)
    if hand == "received" and labels[0].field == "number":
        return LetterLine(line, LineKind.HAND, detail=hand)
    return LetterLine(line, kinds.get(labels[0].field, LineKind.LABELLED), labels)


def _hand(text: str) -> str:
    """Return which kind of note another hand put here; "" where it looks like none."""
    text = _BY_HAND.sub("", text) if text.startswith(("(", "[")) else text
    if _INITIALS.match(text):
        return "initials"
    if _PURPOSE.match(text) and not _BULLET.match(text):
        return "passed-on"
    if len(text.split()) > _MOST_WORDS or not any(sign.isdigit() for sign in text):
        return ""
    return next((kind for kind, pattern in _HANDS.items() if pattern.match(text)), "")


def begins_with_citation(text: str) -> bool:
    """Return whether a line begins as those do that recite papers."""
    return _citing().match(text) is not None


@lru_cache(maxsize=1)
def _citing() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(CITING)})")


def _title_code(titled: re.Match[str]) -> str:
    return _TITLED[" ".join(titled["title"].split())]


@lru_cache(maxsize=1)
def _titled_to() -> re.Pattern[str]:
    """Return how a line begins that is a title with those to whom it goes: "circular to all offices"."""
    to = rf"(?:{any_of(words.ADDRESSED)}{WORD_END}\s*[:/]?\s*|ل(?={any_of(words.CLASSES)}{WORD_END}))"
    return re.compile(rf"(?P<title>{any_of('|'.join(TITLES.values()))})\s+{to}(?=[^.:]{{2,80}}$)")


@lru_cache(maxsize=1)
def _titled_number() -> re.Pattern[str]:
    """Return how a line is made that is a title with a number, and perhaps its year: "decision no. (19) of 2012"."""
    of_year = rf"(?:\s*{any_of(words.OF_YEAR)}\s*\(?\d{{4}}\)?\s?(?:ه|م)?)?"
    title = rf"(?P<title>{any_of('|'.join(TITLES.values()))})(?:\s+[^\W\d_]+){{0,4}}?"
    return re.compile(rf"{title}\s+(?:{any_of(words.NUMBERED)})\s*[:/]?\s*(?P<number>\(?\s?[\w/.\-]{{1,20}}\s?\)?){of_year}\s*[:.]?")


@lru_cache(maxsize=1)
def _honoured() -> re.Pattern[str]:
    """Return how a line begins that addresses a superior by his title and post, or ends as only such lines do."""
    post = rf"(?:{any_of(words.POSTS)}|{any_of(words.CLASSES)}){WORD_END}"
    return re.compile(rf"{any_of(words.HONOURS)}\s+(?={post}|[^.:؛]*{any_of(words.RESPECTED)}[ .،,]*$)")


@lru_cache(maxsize=1)
def _issued_at() -> re.Pattern[str]:
    """Return what may stand before the date of a line: words for its writing, or the place where it was written."""
    place = (
        rf"(?P<place>(?:[^\W\d_]+\s){{0,2}}[^\W\d_]+)(?:\s+{any_of(words.DATE_IN)}\s*:?\s+|\s*[,،]\s*(?:{any_of(words.DATE_IN)}\s*:?\s+)?)"
    )
    return re.compile(rf"{any_of(words.WRITTEN_ON)}\s*:?\s+|(?:{any_of(words.WRITTEN_AT)}\s+)?{place}")


@lru_cache(maxsize=1)
def _greeted() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.GREETINGS_ALONE)}[ :،,.]*")


@lru_cache(maxsize=1)
def _classified() -> re.Pattern[str]:
    return re.compile(rf"[(\[*\s«-]*{any_of(words.CLASSIFIED)}[.!)\]*\s»-]*")


@lru_cache(maxsize=1)
def _starts() -> tuple[tuple[LineKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(any_of(phrases) + WORD_END)) for kind, phrases in _STARTS)
