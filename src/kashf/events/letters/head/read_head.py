"""The head and the foot of a paper: what each line that is no sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Final

from kashf.domain.letters.letter import AddedHand, Addressee, CopyTo, Signatory
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.citations.addressed import addressees, is_office, is_post
from kashf.events.letters.date_wordings import BEHIND_NUMBER, date_between
from kashf.events.letters.head.copy_lists import copied_lines, copies_of
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel, begins_with_citation
from kashf.events.letters.head.number_labels import says_number
from kashf.events.letters.head.shaped_lines import closing_day, day_label
from kashf.events.letters.head.signatures import is_polite, signatory
from kashf.events.letters.paper_numbers import number_at
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetLine, SheetText
from kashf.language.tables.letters.act_words import ITEMS
from kashf.language.tables.letters.head_phrases import ADDRESSED, NOTE_DATED, NOTE_NUMBERED, TO
from kashf.language.tables.letters.structure.shape_words import BYLINES, SHEET_MARKS
from kashf.language.words.folding import fold

#: Words of a line that may be an office, a name or a post; sentences have more.
_MOST_WORDS: Final = 8
#: What sentences have and names have not.
_SENTENCE: Final = re.compile(r"[.!:؟»\"]\s*$|[،؛]|^\(?(?:\d{1,2}|" + any_of(ITEMS) + r")\s?[-:.)]\s")
#: Words of a stamp that may go on in one word more.
_NARROW: Final = 2
_MOST_OFFICES: Final = 8
_MOST: Final = 40
#: Lines from the top among which one may be that says who wrote the news.
_TOP: Final = 5
#: Lines below the sentences address somebody only with this word.
_ADDRESSEE_NAMED: Final = re.compile(rf"{any_of(ADDRESSED)}{WORD_END}")


@dataclass(slots=True)
class HeadAndFoot:
    """What the lines of a paper say that are no sentences, and where its sentences begin and end in the folded text."""

    offices: list[Said] = field(default_factory=list)
    numbers: list[PaperNumber] = field(default_factory=list)
    other_numbers: list[PaperNumber] = field(default_factory=list)
    dates: list[PaperDate] = field(default_factory=list)
    addressees: list[Addressee] = field(default_factory=list)
    fields: dict[str, Said] = field(default_factory=dict)
    title_kind: str = ""
    ticked: str = ""
    signatory: Signatory | None = None
    copies: list[CopyTo] = field(default_factory=list)
    enclosures: list[Said] = field(default_factory=list)
    hands: list[AddedHand] = field(default_factory=list)
    body: tuple[int, int] = (0, 0)
    #: Where lines stand that are not of the body though they lie in it.
    greetings: list[tuple[int, int]] = field(default_factory=list)
    #: Where the first bare line behind the body begins, which may be that of whoever signs; beyond all lines where there is none.
    signs_at: int = 0
    #: Whether a line says under the headline who wrote the news.
    has_byline: bool = False
    #: Where lines of the head recite papers.
    references: list[tuple[int, int]] = field(default_factory=list)


#: Lines behind which a longer one begins the sentences.
_HEAD: Final = frozenset((LineKind.LABELLED, LineKind.ADDRESSEE, LineKind.TITLE, LineKind.GREETING))


def head_and_foot(sheet: SheetText, lines: Sequence[LetterLine], stop: int = 0) -> HeadAndFoot:
    """Return what the lines of a paper say; every one is optional; the sentences begin at `stop` at the earliest, where any begin there."""
    found = HeadAndFoot()
    found.has_byline = any(each.kind is LineKind.BARE and _byline().fullmatch(each.line.folded) for each in lines[1:_TOP])
    first, last = _body(lines, stop)
    found.body = (lines[first].line.start, lines[last].line.end) if first <= last and lines else (len(sheet.folded), len(sheet.folded))
    starts = (each.line.start for each in lines if each.kind is LineKind.BARE)
    found.signs_at = next((start for start in starts if start >= found.body[1]), len(sheet.folded))
    for nth, each in enumerate(lines):
        _LINES.get(each.kind, _nothing)(found, sheet, lines, nth)
    _offices(found, sheet, lines[:first] if first <= last else _top(lines))
    if not found.dates and (day := _closing_day(sheet, lines, last if first <= last else len(lines) - 1)):
        found.dates.append(day)
    signs = lines[last + 1 :] if first <= last else _bottom(lines)
    copied = {
        each.line.start
        for nth, one in enumerate(signs)
        if one.kind is LineKind.COPIES
        for each in copied_lines(sheet, signs, nth, is_signed=found.signs_at < one.line.start)
    }
    bare = [
        each
        for nth, each in enumerate(signs)
        if each.kind is LineKind.BARE and each.line.start not in copied and not _is_of_stamp(sheet, signs, nth)
    ]
    found.signatory = signatory(sheet, bare)
    seal = next((each.line for each in reversed(bare) if is_office(each.line.folded) and not is_post(each.line.folded)), None)
    if seal and (said := sheet.said(seal.start, seal.end, "office-at-foot", 0.8)):
        found.fields.setdefault("stamp", said)
    return found


def _body(lines: Sequence[LetterLine], begin: int) -> tuple[int, int]:
    """Return the first and the last line of the sentences; the first behind the last where there is none."""
    bare = [nth for nth, each in enumerate(lines) if each.kind is LineKind.BARE or (each.kind is LineKind.ADDRESSEE and _is_sentence(each))]
    head = next((nth for nth, each in enumerate(lines) if each.kind in _HEAD), len(lines))
    may_begin = (*(nth for nth in bare if nth >= begin), *(nth for nth in bare if nth < begin))
    first = next((nth for nth in may_begin if _begins_body(lines[nth], is_behind_head=nth > head)), None)
    if first is None:
        return 1, 0
    foot = (LineKind.CLOSING, LineKind.STAMP, LineKind.COPIES, LineKind.ENCLOSURES, LineKind.HAND)
    stop = next((nth for nth in range(first + 1, len(lines)) if lines[nth].kind in foot), len(lines))
    inside = [
        nth for nth in range(first, stop) if lines[nth].kind in {LineKind.BARE, LineKind.BULLET, LineKind.LABELLED, LineKind.ADDRESSEE}
    ]
    ends = [nth for nth in inside if _ends_sentence(lines[nth])]
    return first, max([first, *ends])


def _is_long(each: LetterLine) -> bool:
    return len(each.line.folded.split()) > _MOST_WORDS or each.line.folded.endswith((":", "."))


def _is_sentence(addressee: LetterLine) -> bool:
    """Return whether a line that begins as an address does is a sentence."""
    return len(addressee.line.folded.split()) > 2 * _MOST_WORDS or addressee.line.folded.endswith(".")


def _begins_body(each: LetterLine, *, is_behind_head: bool) -> bool:
    text = each.line.folded
    if begins_with_citation(text) or _is_long(each) or _SENTENCE.search(text):
        return True
    return is_behind_head and not is_office(text) and not is_post(text) and len(text.split()) > 4


def _ends_sentence(each: LetterLine) -> bool:
    text = each.line.folded
    if re.search(r"[:/]\s*[.…_]{3,}\s*$", text):  # a blank that nobody filled in
        return False
    if text.endswith(".") and len(text.split()) == 1 and text.isascii():  # an abbreviated rank
        return False
    return _SENTENCE.search(each.line.folded) is not None or _is_long(each) or each.kind is LineKind.BULLET


def _top(lines: Sequence[LetterLine]) -> Sequence[LetterLine]:
    kinds = (LineKind.BARE, LineKind.INVOCATION, LineKind.STATE, LineKind.CLASSIFICATION)
    return list(takewhile(lambda each: each.kind in kinds, lines))


def _bottom(lines: Sequence[LetterLine]) -> Sequence[LetterLine]:
    return lines[len(_top(lines)) :]


#: An office has a word; one or two letters of a bare line are what a scan made of a sign.
_WORD: Final = re.compile(r"[^\W\d_]{3}")


def _offices(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine]) -> None:
    """Keep the bare lines above the rest of the head; those below it only where their words name an office."""
    is_top, end = True, 0
    for each in lines:
        if each.kind in {LineKind.INVOCATION, LineKind.STATE, LineKind.CLASSIFICATION}:
            continue
        if each.kind is not LineKind.BARE:
            is_top = is_top and "\n" not in sheet.folded[end : each.line.start]  # a number in a column of its own ends no letterhead
            end = each.line.end
            continue
        end = each.line.end
        text = each.line.folded
        has_word = bool(_WORD.search(text)) and (is_office(text) or not re.search(r"[\d:]|\.{4,}|_{3,}", text))
        if has_word and not is_office(text) and is_polite(text):
            continue
        if has_word and (is_top or is_office(each.line.folded)) and len(found.offices) < _MOST_OFFICES:
            score = 0.95 if is_office(each.line.folded) else 0.7
            mark = _sheet_mark().match(text)
            start = each.line.start + (mark.end() if mark else 0)
            said = sheet.said(start, each.line.end, "letterhead", score)
            if said and not (found.offices and fold(found.offices[-1].text) == fold(said.text)):
                found.offices.append(said)


def _labelled(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    for label in lines[nth].labels:
        if label.field != "addressee" and (label.field != "subject" or label.start < found.body[1]):
            _field(found, sheet, label)


def _field(found: HeadAndFoot, sheet: SheetText, label: PlacedLabel) -> None:
    rule = label.rule or f"label:{label.field}"
    if label.field in {"number", "other-number"}:
        number, last = number_at(sheet, label.start, label.end, rule=rule, score=label.score)
        number = None if _counts_things(sheet.folded[last : label.end]) else number
        if number and (day := date_behind_number(sheet, last, label.end)):
            found.dates.append(day)
        (found.numbers if label.field == "number" else found.other_numbers).extend([number] if number else [])
    elif label.field == "date" or (label.field == "place" and _is_dated(sheet, label)):
        date = date_between(sheet, label.start, label.end, rule=label.rule or "label:date", score=label.score)
        found.dates += [date] if date else []
    elif label.field == "reference":
        found.references.append((label.start, label.end))
    elif said := sheet.said(label.start, label.end, rule, label.score):
        found.fields.setdefault(label.field, said)


def date_behind_number(sheet: SheetText, start: int, end: int) -> PaperDate | None:
    """Return the day with which a line ends that begins with a number; None where anything else stands there."""
    gap = BEHIND_NUMBER.match(sheet.folded, start, end)
    first = gap.end() if gap else start
    label = day_label(SheetLine(first, end, sheet.folded[first:end])) if any(sign.isdigit() for sign in sheet.folded[first:end]) else None
    if label is None or label.start > first + 1:
        return None
    return date_between(sheet, label.start, end, rule="day-behind-number", score=label.score)


def _closing_day(sheet: SheetText, lines: Sequence[LetterLine], last: int) -> PaperDate | None:
    """Return the day that a closing sentence says: "done at the harbour this 3rd day of March 1926"; None where none does."""
    labels = (closing_day(each.line) for each in reversed(lines[max(0, last - 1) : last + 3]))
    label = next((each for each in labels if each), None)
    return date_between(sheet, label.start, label.end, rule=label.rule, score=label.score) if label else None


def _counts_things(behind: str) -> bool:
    """Return whether the word behind a number says that it counts people or pages: "6 persons"."""
    found = re.match(r"\s*([^\W\d_]{3,})", behind)
    return found is not None and says_number(found[1]) is False


def _is_dated(sheet: SheetText, label: PlacedLabel) -> bool:
    """Return whether what is said to be issued "in" is a day."""
    return re.match(r"\s*\d", sheet.folded[label.start : label.end]) is not None


def _stamp(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    """Keep what a stamp says; a narrow one goes on in the next line, as its office has one word alone before it."""
    label = lines[nth].labels[0]
    end, following = label.end, lines[nth + 1 : nth + 2]
    if following and _goes_on(sheet.folded[label.start : label.end], following[0]):
        end = following[0].line.end
    _field(found, sheet, PlacedLabel(label.field, label.start, end))


def _goes_on(stamp: str, following: LetterLine) -> bool:
    text = following.line.folded
    is_short = len(stamp.split()) == 1 or (len(stamp.split()) == _NARROW and len(text.split()) == 1)
    return following.kind is LineKind.BARE and is_office(stamp.strip()) and is_short and not is_office(text) and not is_post(text)


def _is_of_stamp(sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> bool:
    """Return whether a line is what the stamp on the line before it goes on with."""
    before = lines[nth - 1] if nth else None
    if before is None or before.kind is not LineKind.STAMP:
        return False
    return _goes_on(sheet.folded[before.labels[0].start : before.labels[0].end], lines[nth])


def _addressee(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    line = lines[nth].line
    is_named = _ADDRESSEE_NAMED.match(line.folded)
    if found.body[0] <= line.start < found.body[1] or len(found.addressees) > _MOST or (line.start >= found.body[1] > 0 and not is_named):
        return
    for label in lines[nth].labels:
        if label.field != "addressee":
            _field(found, sheet, label)
            continue
        found.addressees += addressees(sheet, label.start, label.end, rule=label.rule or "addressee-line", score=min(label.score, 0.95))


def _title(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    if found.title_kind and not lines[nth].labels[1:]:
        return
    found.title_kind = found.title_kind or lines[nth].detail
    _labelled(found, sheet, lines, nth)
    for label in lines[nth].labels:
        if label.field == "addressee":
            found.addressees += addressees(sheet, label.start, label.end, rule="addressee-in-title", score=0.9)


def _copies(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    found.copies += copies_of(sheet, lines, nth, is_signed=found.signs_at < lines[nth].line.start)


def _enclosures(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    for label in lines[nth].labels:
        for part in re.finditer(r"[^،,؛;]+", sheet.folded[label.start : label.end]):
            found.enclosures += filter(None, [sheet.said(label.start + part.start(), label.start + part.end(), "enclosure-line", 0.95)])


def _hand(found: HeadAndFoot, sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    line = lines[nth].line
    said = sheet.said(line.start, line.end, f"hand:{lines[nth].detail}", 0.85)
    if not said or len(found.hands) > _MOST:
        return
    numbered = _numbered().search(sheet.folded, line.start, line.end)
    number, at = (
        number_at(sheet, numbered.end(), line.end, rule="hand-number", score=0.8)
        if numbered and lines[nth].detail == "received"
        else (None, line.start)
    )
    dated = re.search(rf"(?:{any_of(NOTE_DATED)}|[,:.])\s+(?=[^\n]{{0,20}}\d)|(?<=\s)(?=\d)", sheet.folded[max(at, line.start) : line.end])
    date = date_between(sheet, max(at, line.start) + dated.end(), line.end, rule="hand-date", score=0.8) if dated else None
    who = re.match(rf"(?:{any_of(TO)})?\s*(?P<who>[^:\n]{{2,60}}):", line.folded) if lines[nth].detail == "passed-on" else None
    whom = sheet.said(line.start + who.start("who"), line.start + who.end("who"), "hand-who", 0.8) if who else None
    found.hands.append(AddedHand(said, lines[nth].detail, whom, number, date))


def _ticks(found: HeadAndFoot, _sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    ticked = re.search(r"[☒☑✓✔]\s*([^☐☒☑✓✔]{2,20})", lines[nth].line.folded)
    found.ticked = found.ticked or (ticked[1].strip() if ticked else "")


def _greeting(found: HeadAndFoot, _sheet: SheetText, lines: Sequence[LetterLine], nth: int) -> None:
    found.greetings.append((lines[nth].line.start, lines[nth].line.end))


def _nothing(_found: HeadAndFoot, _sheet: SheetText, _lines: Sequence[LetterLine], _nth: int) -> None:
    """Say nothing of a line that has nothing to say."""


_LINES: Final = {
    LineKind.LABELLED: _labelled,
    LineKind.CLASSIFICATION: _labelled,
    LineKind.STAMP: _stamp,
    LineKind.ADDRESSEE: _addressee,
    LineKind.TITLE: _title,
    LineKind.COPIES: _copies,
    LineKind.ENCLOSURES: _enclosures,
    LineKind.HAND: _hand,
    LineKind.TICKS: _ticks,
    LineKind.GREETING: _greeting,
}


@lru_cache(maxsize=1)
def _sheet_mark() -> re.Pattern[str]:
    """Return what stands in brackets in a translation and names a thing of the sheet: "[Logo]"."""
    return re.compile(rf"[\[(]\s?[^\])\n]{{0,20}}?{any_of(SHEET_MARKS)}{WORD_END}[^\])\n]{{0,20}}[\])]\s*")


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    return re.compile(rf"{any_of(BYLINES)}{WORD_END}\s*[:/-]?\s*(?:[^\W\d_]+\s?){{1,4}}")


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(NOTE_NUMBERED)}){WORD_END}\.?\s*[:/]?\s*(?=\(?\d)")
