"""Writes down what a person says of a field of a letter, signed and with why, and takes it back; what is told follows at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import (
    LETTER_CORRECTIONS,
    ActPart,
    CorrectionWords,
    FieldOfLetter,
    LetterCorrection,
    LetterField,
    Saying,
    correction_body,
    correction_bytes,
    corrections_in,
    span_of,
)
from kashf.domain.pages.quote import quote
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.correcting.corrected_dates import dates_anew
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import entries_about, keep_words, new_salt
from kashf.services.letters.asked_letter import AskedLetter, is_within, letters_asked, nth_of
from kashf.services.letters.corrections.typed_fields import LONGEST, MOST, SEVERAL, span_in, with_words, words_of
from kashf.services.letters.kept_letters import letters_of_documents
from kashf.services.letters.list_letters import ListedLetter


@dataclass(frozen=True, slots=True)
class SaidOfField:
    """What a person says of a field.

    Args:
        about: Which field.
        saying: What of it.
        said: What the paper says; () but for `Saying.SAID`.
        place: The words on the page; None where nobody points at any: they are looked for, and taken where they stand once.
        why: In the person's own words.
        nth: Of which letter of its document, from 1; 0 of the one that has it for itself.
    """

    about: FieldOfLetter
    saying: Saying
    said: tuple[str, ...] = ()
    place: Span | None = None
    why: str = ""
    nth: int = 0


def correct_letter(case: WritableCase, document: DocumentId, told: SaidOfField) -> LetterCorrection:
    """Write down what a person says of a field of a letter.

    Raises:
        UsageError: The field cannot have that, there is nothing to confirm, the place is in another letter of the document, or nobody
            says which of several is meant.
        NotFoundError: The document has no text, no such letter or act, or the place is not on its pages.
    """
    about, pages = told.about, case.reading.view.pages(document)
    if not pages:
        raise NotFoundError(f"document {document[:12]} has no text", code="no-text-to-correct", document=document[:12])
    letters = letters_asked(case.reading, document, told.nth)
    letter = _nth(letters, told.nth)
    said = _checked(told, letter, document)
    if told.place and not is_within(told.place, letters, told.nth):
        raise UsageError("the place is in another letter of the document", code="place-in-another-letter")
    place = told.place
    if place is None and len(said) == 1 and told.saying is Saying.SAID:
        standing = [each for each in _standing(document, pages, said[-1]) if is_within(each, letters, told.nth)]
        place = standing[0] if len(standing) == 1 else None
    if told.saying is Saying.CONFIRMED:
        place = span_in(letter, about)
    act, begins = span_of(document, about), _begins(case.reading, document, letters, told.nth)
    words = CorrectionWords(
        said,
        words_of(letter, about),
        quote(_page(pages, place), place) if place else None,
        quote(_page(pages, act), act) if act else None,
        quote(_page(pages, begins), begins) if begins else None,
    )
    with case.store.unit() as uow:
        blob = keep_words(case, correction_bytes(words, salt=new_salt()))
        at = (begins.page, begins.start, begins.end) if begins else None
        body = correction_body(document, about, told.saying, blob, why=checked_why(told.why).strip(), begins=at)
        entry = record_entry(case, uow, EntryKind.LETTER_CORRECTED, body)
        uow.commit()
    if about.field in {LetterField.DATE, LetterField.LETTER}:
        dates_anew(case, [document])
    (decided,) = corrections_in([(entry, entry.id)])
    return decided


def take_correction_back(case: WritableCase, entry: str) -> LetterCorrection:
    """Take a correction back, by the beginning of its ledger entry; what stood before it stands again.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        standing = corrections_in(entries_about(case.reading.view, LETTER_CORRECTIONS.kinds))
        decided, _ = take_back_entry(case, uow, standing, entry, what="corrections of letters")
        uow.commit()
    if decided.about.field in {LetterField.DATE, LetterField.LETTER}:
        dates_anew(case, [decided.document])
    return decided


def read_now(case: OpenCase, document: DocumentId, nth: int = 0) -> Letter:
    """Return a letter as it stands, corrected; an empty one where there is none.

    Args:
        case: Which case.
        document: Which document.
        nth: Which letter of it, from 1; 0 for the one that has it for itself.

    Raises:
        NotFoundError: The document does not hold so many.
        UsageError: It holds several, and nobody says which is meant.
    """
    return _nth(letters_asked(case, document, nth), nth)


def _nth(letters: Sequence[ListedLetter], nth: int) -> Letter:
    return next((each.letter for each in letters if nth_of(each) == max(nth, 1)), Letter())


def _begins(case: OpenCase, document: DocumentId, letters: Sequence[ListedLetter], nth: int) -> Span | None:
    """Return the first line of a letter that is not the first of its document, also of what somebody says is none; else None."""
    read = letters_of_documents(case.view, [document]).get(document, ()) if nth > 1 else ()
    parts = (each.part for each in (*(each.letter for each in letters), *read))
    part = next((each for each in parts if nth > 1 and each and each.nth == nth), None)
    return Span(document, part.page, part.start, part.end) if part else None


def place_on_page(case: OpenCase, document: DocumentId, asked: str) -> Span:
    """Return a place on a page of a document that somebody gives as "2:10-14": page, first code point, and the one past the last.

    Raises:
        UsageError: It is written otherwise.
        NotFoundError: There is no such place.
    """
    found = re.fullmatch(r"(\d{1,6}):(\d{1,9})-(\d{1,9})", asked)
    if not found:
        raise UsageError(f"{asked} is no place on a page, such as 1:20-24", code="place-badly-written", asked=asked)
    page, start, end = map(int, found.groups())
    there = case.view.page(document, page)
    if there is None or not 0 <= start < end <= len(there.text):
        raise NotFoundError(f"there is no place {asked} in the document", code="place-not-there", asked=asked)
    return Span(document, page, start, end)


def said_of_field(
    case: OpenCase, letter: AskedLetter, name: str, saying: Saying, *, typed: str = "", place: Span | None = None
) -> SaidOfField:
    """Return what somebody says of a field that is named in words: "number", "act", "act.2.who"; acts are counted from 1 as they stand.

    Args:
        case: Which case.
        letter: Of which letter.
        name: Of the field; "act" alone is an act that was not read, at `place`.
        saying: What is said of it.
        typed: What the paper says; several values of a field that has several are divided by semicolons; "" for the words at `place`.
        place: The words on the page.

    Raises:
        UsageError: There is no such field, nobody says which of several letters is meant, or an act is said to be missing and no place
            is given.
        NotFoundError: The letter has no such act.
    """
    about = _field_named(read_now(case, letter.document, letter.nth), name, place)
    there = case.view.page(letter.document, place.page) if place else None
    words = there.text[place.start : place.end] if there and place else ""
    if saying is not Saying.SAID:
        return SaidOfField(about, saying, place=place, nth=letter.nth)
    if about.field is LetterField.ACT and not about.part:
        return SaidOfField(about, saying, (typed or "other", words), place, nth=letter.nth)
    return SaidOfField(about, saying, _values(about, typed or words), place, nth=letter.nth)


def _field_named(letter: Letter, name: str, place: Span | None) -> FieldOfLetter:
    first, *rest = name.split(".")
    if first not in {each.value for each in LetterField} or (rest and first != LetterField.ACT.value):
        known = ", ".join(each.value for each in LetterField)
        raise UsageError(f"a letter has no field {name}; fields: {known}, act.2.who", code="no-such-letter-field", name=name, known=known)
    if first != LetterField.ACT.value:
        return FieldOfLetter(LetterField(first))
    if not rest:
        if place is None:
            raise UsageError("an act that was not read needs its place: --at PAGE:START-END", code="act-without-place")
        return FieldOfLetter(LetterField.ACT, (place.page, place.start, place.end))
    parts = {each.value for each in ActPart}
    if not rest[0].isdecimal() or len(rest) > 2 or (len(rest) == 2 and rest[1] not in parts):
        known = ", ".join(each.value for each in ActPart)
        raise UsageError(f"an act is named by its place in the letter: act.2, act.2.who; parts: {known}", code="no-such-part", known=known)
    acts, nth = letter.acts, int(rest[0])
    if not 1 <= nth <= len(acts):
        raise NotFoundError(f"the letter has {len(acts)} acts", code="no-such-act-there", count=len(acts))
    span = acts[nth - 1].said.span
    return FieldOfLetter(LetterField.ACT, (span.page, span.start, span.end), ActPart(rest[1]) if len(rest) == 2 else "")


def _values(about: FieldOfLetter, typed: str) -> tuple[str, ...]:
    is_several = about.field in SEVERAL or about.part == ActPart.THINGS
    return tuple(" ".join(each.split()) for each in (re.split("[;؛]", typed) if is_several else [typed]))


def _checked(told: SaidOfField, letter: Letter, document: DocumentId) -> tuple[str, ...]:
    """Return what a person says, its white space made even, after making sure that the field can have it."""
    about = told.about
    if told.saying is Saying.CONFIRMED:
        if not words_of(letter, about):
            raise UsageError("nothing was read there that could be confirmed", code="nothing-to-confirm")
        return ()
    if told.saying is Saying.NOT_SAID:
        return ()
    kept = tuple(" ".join(each.split()) for each in told.said)
    said = kept if about.field is LetterField.SIGNATORY else tuple(each for each in kept if each)
    if not any(said):
        raise UsageError("nothing was said of what the paper says", code="nothing-said")
    if len(said) > MOST or any(len(each) > LONGEST for each in said[: 1 if about.field is LetterField.ACT and not about.part else None]):
        raise UsageError(f"a field has up to {MOST} values of {LONGEST} letters", code="too-much-said", most=MOST, longest=LONGEST)
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for each in said for sign in each):
        raise UsageError("what was typed holds control characters", code="control-characters")
    if about.field is not LetterField.LETTER:
        with_words(letter, about, said, Span(document, 1, 0, 1))
    return said


def _page(pages: Sequence[Page], place: Span) -> Page:
    page = next((each for each in pages if each.number == place.page), None)
    if page is None or place.end > len(page.text):
        asked = f"{place.page}:{place.start}-{place.end}"
        raise NotFoundError(f"there is no place {asked} in the document", code="place-not-there", asked=asked)
    return page


def _standing(document: DocumentId, pages: Sequence[Page], words: str) -> Sequence[Span]:
    """Return where words stand in a document, digits of either kind."""
    spelled = r"\s+".join(map(_either_digits, words.split()))
    pattern = re.compile(rf"(?<!\w){spelled}(?!\w)")
    return [Span(document, page.number, each.start(), each.end()) for page in pages for each in pattern.finditer(page.text)]


def _either_digits(word: str) -> str:
    return "".join(_digit(sign) if sign.isdecimal() else re.escape(sign) for sign in word)


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign)
    return f"[{value}{chr(0x660 + value)}{chr(0x6F0 + value)}]"
