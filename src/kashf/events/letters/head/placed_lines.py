"""What lines of a head are by where they stand: values below their labels, whoever is addressed below the number, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_class, is_office, is_post
from kashf.events.letters.citations.paper_grammar import kinds_in
from kashf.events.letters.head.below_labels import below_labels, label_alone
from kashf.events.letters.head.copy_lists import listed_line
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel, begins_with_citation
from kashf.events.letters.head.number_labels import says_number
from kashf.events.letters.head.shaped_lines import is_number, is_number_or_day, shaped_lines
from kashf.events.letters.head.sheet_titles import titled_by_noun
from kashf.events.letters.head.signatures import is_foot_post
from kashf.events.letters.order_openings import begins_as_order
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.structure import shape_words as words
from kashf.language.tables.letters.structure.paper_stems import FRONTS

#: Lines from the top that may be of the head; words of a line that is a sentence, and of one that addresses somebody.
_MOST_LINES: Final = 40
_SENTENCE: Final = 12
_ADDRESS: Final = 11
_TITLED, _PLACED, _PLACED_BEHIND, _GREETED, _FROM = 0.8, 0.6, 0.5, 0.6, 0.85
_ENDS: Final = re.compile(r"[.؟?!:]\s*$")
_WORDS_BEHIND: Final = 2
#: The day behind somebody's initials.
_HAND_DAY: Final = re.compile(r"(?<!\d)[0-3]?\d\s?[/.-]\s?[01]?\d(?!\d)")
#: What parts whoever sends from whoever is addressed, on one line.
_LEADING_TO: Final = re.compile(rf"\s(?:{any_of(words.LEADS_TO)}){WORD_END}\s*[:/]?\s*")
#: Words of a line with a stop that may be a name with one: "Calder & Voss Ltd."
_SHORT: Final = 5


def placed_lines(lines: Sequence[LetterLine]) -> tuple[list[LetterLine], int]:
    """Return the lines of a paper, those told that say what they are by shape and place alone, and how many are of its head at the most."""
    stop = _head_end(lines)
    lines = [replace(each, kind=LineKind.BARE) if nth < stop and _is_no_hand(each) else each for nth, each in enumerate(lines)]
    found = [each if nth < stop and each.kind is not LineKind.BARE else listed_line(each) or each for nth, each in enumerate(lines)]
    found = shaped_lines(below_labels(found, stop), stop)
    for nth in range(min(stop, len(found))):
        found[nth] = _worded(found[nth], lines[nth + 1] if nth + 1 < len(lines) else None, is_first=nth == 0)
    for nth in range(min(stop, len(found))):
        if found[nth].kind is LineKind.BARE and (sender := _sender(found, nth)):
            found[nth] = sender
    for way in (_announced, _addressed, _greeted):  # The surest way in which anybody is addressed is taken, and no other.
        if any(each.kind is LineKind.ADDRESSEE for each in found[: stop + 1]):
            break
        for nth, label in list(way(found, stop)):
            found[nth] = LetterLine(found[nth].line, LineKind.ADDRESSEE, (label,))
    for nth in range(1, min(stop, len(found))):
        if (
            found[nth].kind is LineKind.BARE
            and found[nth - 1].kind is LineKind.ADDRESSEE
            and (to := _and_to().match(found[nth].line.folded))
        ):
            line = found[nth].line
            found[nth] = LetterLine(line, LineKind.ADDRESSEE, (PlacedLabel("addressee", line.start + to.end(), line.end, "and-to", _FROM),))
    return found, stop


def _is_no_hand(each: LetterLine) -> bool:
    """Return whether initials before figures are no other hand's with its day, but the label of a number."""
    return each.detail == "initials" and (says_number(each.line.folded) is True or _HAND_DAY.search(each.line.folded) is None)


def _worded(each: LetterLine, following: LetterLine | None, *, is_first: bool) -> LetterLine:
    """Return a line of a head that recites papers, addresses somebody by his title, or says what it is about; any other as it is."""
    if each.kind in {LineKind.LABELLED, LineKind.BARE} and (cited := _cited(each)):
        return cited
    if each.kind not in {LineKind.BARE, LineKind.BULLET}:
        return each
    if is_first:
        is_greeted = following is not None and following.kind is LineKind.GREETING
        return (_titled(each) if _titles().match(each.line.folded) and (is_greeted or _wished().search(each.line.folded)) else None) or each
    return titled_by_noun(each) or _titled(each) or _subject(each) or each


def _head_end(lines: Sequence[LetterLine]) -> int:
    """Return how many lines are of the head at the most: those before the first sentence."""
    for nth, each in enumerate(lines[:_MOST_LINES]):
        text = each.line.folded
        if label_alone(each):
            continue
        if each.kind is LineKind.CLOSING or (
            each.kind is LineKind.GREETING and nth and not _says_more(lines[nth + 1 : nth + 1 + _WORDS_BEHIND])
        ):
            return nth
        is_sentence = begins_with_citation(text) or len(text.split()) > _SENTENCE or _ends(text) or begins_as_order(text)
        if (
            each.kind in {LineKind.BARE, LineKind.BULLET}
            and is_sentence
            and (begins_with_citation(text) or not is_number_or_day(each.line))
        ):
            return nth
        if each.kind is LineKind.BARE and nth and _recites(each):
            return nth
        if each.kind is LineKind.ADDRESSEE and (
            len(text.split()) > _SENTENCE + _WORDS_BEHIND or (text.endswith((".", ":")) and len(text.split()) > _WORDS_BEHIND)
        ):
            return nth
    return min(len(lines), _MOST_LINES)


def _recites(each: LetterLine) -> bool:
    """Return whether a line of several words names a paper with a number or a day, as sentences do."""
    text = each.line.folded
    is_long = len(text.split()) > _SHORT and any(sign.isdigit() for sign in text)
    return is_long and not is_number_or_day(each.line) and any(kind.is_sure for kind in kinds_in(text, 0, len(text)))


def _ends(text: str) -> bool:
    """Return whether a line ends as a sentence does; in English a name of a few words may, too."""
    least = _SHORT if text.isascii() and text.endswith(".") else _WORDS_BEHIND
    return _ENDS.search(text) is not None and len(text.split()) > least


def _says_more(lines: Sequence[LetterLine]) -> bool:
    """Return whether the head goes on behind a greeting."""
    return any(each.kind in {LineKind.LABELLED, LineKind.ADDRESSEE, LineKind.TITLE} for each in lines)


def _cited(each: LetterLine) -> LetterLine | None:
    """Return a line whose label announces the papers that it recites, and not its own number; None for any other line."""
    found = _references().match(each.line.folded)
    if not found or any(label.rule for label in each.labels):
        return None
    value = each.line.folded[found.end() :]
    is_own = is_number(value) and not _yours().match(each.line.folded)
    if is_own or not any(sign.isdigit() for sign in value):
        return None
    is_kind_named = any(len(word) > 3 for word in re.findall(r"[^\W\d_]+", value))
    if not is_kind_named and not _yours().match(each.line.folded):
        return None
    return LetterLine(each.line, LineKind.LABELLED, (PlacedLabel("reference", each.line.start + found.end(), each.line.end),))


def _titled(each: LetterLine) -> LetterLine | None:
    """Return a line that begins with the title of whoever is addressed, or ends with a wish for him; None for any other line."""
    text = each.line.folded
    if len(text.split()) > _ADDRESS + _WORDS_BEHIND or _ENDS.search(text) or begins_with_citation(text):
        return None
    start = _to_titles().match(text)
    titled = start or _titles().match(text)
    if not titled and _turkish_to().search(text):
        return LetterLine(each.line, LineKind.ADDRESSEE, (replace(_whole_line(each), rule="addressee-by-ending"),))
    if not titled and not _wished().search(text):
        return None
    if text.endswith((",", "،")) or not re.search(r"\w", text[titled.end() if titled else 0 :]):
        return LetterLine(each.line, LineKind.GREETING)
    label = PlacedLabel("addressee", each.line.start + (titled.end() if titled else 0), each.line.end, "addressee-by-title", _TITLED)
    return LetterLine(each.line, LineKind.ADDRESSEE, (label,))


def _whole_line(each: LetterLine) -> PlacedLabel:
    return PlacedLabel("addressee", each.line.start, each.line.end, "addressee-by-title", _TITLED)


def _subject(each: LetterLine) -> LetterLine | None:
    found = _subjects().match(each.line.folded)
    if not found:
        return None
    label = PlacedLabel("subject", each.line.start + found.end(), each.line.end, "subject-by-word", _TITLED)
    return LetterLine(each.line, LineKind.LABELLED, (label,))


def _sender(lines: Sequence[LetterLine], nth: int) -> LetterLine | None:
    """Return a line that begins with "from" above one that begins with "to"."""
    each = lines[nth]
    found = _from().match(each.line.folded)
    to = _LEADING_TO.search(each.line.folded, found.end()) if found else None
    if found and to and _is_named(each.line.folded[to.end() :]):
        ends = (found.end(), to.start(), to.end(), len(each.line.folded))
        sent, sent_end, whom, whom_end = (each.line.start + end for end in ends)
        sender = PlacedLabel("sender", sent, sent_end, "from-before-to", _FROM)
        return LetterLine(each.line, LineKind.ADDRESSEE, (PlacedLabel("addressee", whom, whom_end, "from-before-to", _FROM), sender))
    behind = lines[nth + 1 : nth + 1 + _WORDS_BEHIND]
    if not found or len(each.line.folded.split()) > _ADDRESS or not any(later.kind is LineKind.ADDRESSEE for later in behind):
        return None
    return LetterLine(
        each.line, LineKind.LABELLED, (PlacedLabel("sender", each.line.start + found.end(), each.line.end, "from-above-to", _FROM),)
    )


def _addressed(lines: Sequence[LetterLine], stop: int) -> Iterator[tuple[int, PlacedLabel]]:
    """Yield the lines that name an office, a post or a class of people between the number or day, below the letterhead, and the body."""
    kinds = {LineKind.LABELLED, LineKind.TITLE}
    anchors = [
        nth for nth, each in enumerate(lines[:stop]) if each.kind in kinds and any(label.field != "subject" for label in each.labels)
    ]
    if not anchors or not any(each.kind is LineKind.BARE for each in lines[: anchors[0]]):
        return
    above = {each.line.folded for each in lines[: anchors[0]]}
    subject = next((nth for nth in range(anchors[0], stop) if any(label.field == "subject" for label in lines[nth].labels)), stop)
    is_greeted = stop < len(lines) and lines[stop].kind is LineKind.GREETING
    for nth in range(anchors[0] + 1, subject):
        text = lines[nth].line.folded
        if lines[nth].kind is not LineKind.BARE or text in above or len(text.split()) > _ADDRESS or _ENDS.search(text) or ":" in text:
            continue
        if is_office(text) or is_foot_post(text) or is_class(text) or (is_greeted and text.isascii()):
            yield nth, PlacedLabel("addressee", lines[nth].line.start, lines[nth].line.end, "addressee-by-place", _PLACED)
            if text.isascii():
                return  # In English what follows is where he is to be found.


def _announced(lines: Sequence[LetterLine], stop: int) -> Iterator[tuple[int, PlacedLabel]]:
    """Yield the lines of a head that have an unknown label before an office, a post or a class, or lead to one by "to" or "for"."""
    for nth, each in enumerate(lines[1:stop], 1):
        line, text = each.line, each.line.folded
        if each.kind is not LineKind.BARE or any(sign.isdigit() for sign in text) or _sender_words().match(text):
            continue
        found = _unknown_label().match(text)
        if found and not _is_named(found["label"]) and _is_named(text[found.end() :], is_led=found["to"] is not None):
            yield nth, PlacedLabel("addressee", line.start + found.end(), line.end, "addressee-by-shape", _PLACED)
        elif not _is_named(text) and (start := _named_behind(text)) and _is_last_of_head(lines, nth, stop):
            yield nth, PlacedLabel("addressee", line.start + start, line.end, "addressee-by-shape", _PLACED_BEHIND)


def _is_named(text: str, *, is_led: bool = False) -> bool:
    """Return whether folded words name an office, a post or a class of people; where "to" or "for" leads to them, also "the ...s"."""
    is_several = is_led and re.fullmatch(r"(?:the )?(?:[a-z]+\s){0,3}[a-z]{3,}s", text) is not None
    return len(text.split()) <= _ADDRESS and (
        is_office(text) or is_foot_post(text) or is_class(text) or _titles().match(text) is not None or is_several
    )


def _named_behind(text: str) -> int:
    """Return where an office or a post begins behind one word or two that nobody knows; 0 where none does."""
    places = [found.end() for found in re.finditer(r"\s+", text)][:_WORDS_BEHIND]
    return next((at for at in places if not text.isascii() and (is_office(text[at:]) or is_post(text[at:]))), 0)


def _is_last_of_head(lines: Sequence[LetterLine], nth: int, stop: int) -> bool:
    """Return whether a line stands below the letterhead and right above the subject, a greeting or the sentences."""
    behind = lines[nth + 1] if nth + 1 < len(lines) else None
    is_followed = (
        behind is None or nth + 1 >= stop or behind.kind is LineKind.GREETING or any(each.field == "subject" for each in behind.labels)
    )
    return is_followed and any(each.kind is LineKind.BARE and is_office(each.line.folded) for each in lines[:nth])


def _greeted(lines: Sequence[LetterLine], stop: int) -> Iterator[tuple[int, PlacedLabel]]:
    """Yield whom a greeting calls by name, with its line."""
    for nth, each in enumerate(lines[: stop + 1]):
        found = _dear().match(each.line.folded)
        if found and found["who"].strip() not in _nobody() and len(found["who"].split()) <= 4:
            start, end = each.line.start + found.start("who"), each.line.start + found.end("who")
            yield nth, PlacedLabel("addressee", start, end, "addressee-by-greeting", _GREETED)
            return


@lru_cache(maxsize=1)
def _and_to() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(FRONTS)})\s?(?:{any_of(words.LEADS_TO)}){WORD_END}\s*[:/]?\s*(?=\S)")


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.ADDRESSED_TITLES)}{WORD_END}\.?\s*[/:]?\s*)+(?=\S)")


@lru_cache(maxsize=1)
def _to_titles() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.TO_TITLES)}{WORD_END}\s*[/:]?\s*(?:{any_of(words.ADDRESSED_TITLES)}{WORD_END}\s*[/:]?\s*)*(?=\S)")


@lru_cache(maxsize=1)
def _wished() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(words.WISHES)}[ .،,/]*$")


@lru_cache(maxsize=1)
def _references() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\d{{1,2}}\s?[.)]\s)?[\[(\s]*{any_of(words.REFERENCE_LABELS)}{WORD_END}\.?\s*[\])]?\s*[:/\-]+\s*|[\[(\s]*{any_of(words.YOURS)}{WORD_END}\.?\s*"
    )


@lru_cache(maxsize=1)
def _yours() -> re.Pattern[str]:
    return re.compile(rf"[\[(\s]*{any_of(words.YOURS)}{WORD_END}")


@lru_cache(maxsize=1)
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"[\[(\s]*{any_of(words.SUBJECT_WORDS)}{WORD_END}\s*[\])]?\s*[:/\-]+\s*[\])]?\s*(?=\S)")


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.FROM)}{WORD_END}\s*[:/]?\s*(?=\S)")


@lru_cache(maxsize=1)
def _unknown_label() -> re.Pattern[str]:
    """Return a label of a few words that nobody knows, with a sign behind it or a word that leads to whoever is addressed."""
    to = rf"\s+(?P<to>{any_of(words.LEADS_TO)}){WORD_END}\s*(?:{any_of(words.INTO_HANDS)}{WORD_END}\s*)?"
    return re.compile(
        rf"[\[(]?(?P<label>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}?)(?:\s*[\])]?\s*(?P<sign>[:/]{{1,2}}|\s[-–]\s)\s*[\])]?\s*|{to})(?=\S)"
    )


@lru_cache(maxsize=1)
def _sender_words() -> re.Pattern[str]:
    return re.compile(rf"[\[(]?{any_of(words.SENDER_WORDS)}{WORD_END}")


@lru_cache(maxsize=1)
def _turkish_to() -> re.Pattern[str]:
    return re.compile(rf"\w{any_of(words.TURKISH_TO)}$")


@lru_cache(maxsize=1)
def _dear() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.DEAR)}\s+(?P<who>[^,:\n]{{2,40}}?)\s*[,:]?$")


@lru_cache(maxsize=1)
def _nobody() -> frozenset[str]:
    return frozenset(words.DEAR_NOBODY.split("|"))
