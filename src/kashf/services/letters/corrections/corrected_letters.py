"""Letters as people corrected them: a field says what a person says of it, and what was read is told beside that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import (
    LETTER_CORRECTIONS,
    CorrectionWords,
    FieldOfLetter,
    LetterCorrection,
    LetterField,
    Saying,
    correction_words,
    corrections_in,
    last_of_each,
)
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import Quote
from kashf.errors import UsageError
from kashf.ports.forms import SealedPlaces, is_sealed
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.ledger.word_blobs import entries_about, read_words
from kashf.services.letters.corrections.typed_fields import act_at, confirmed, span_in, with_words, words_of
from kashf.services.letters.kept_letters import letters_of_documents


class CorrectionState(StrEnum):
    """What becomes of a correction."""

    FOLLOWED = "followed"
    #: Two people say two things: what was read stands until one of them takes theirs back.
    CONTESTED = "contested"
    #: The act or the letter that it is about is not read there any more, or it says what the field cannot have.
    ADRIFT = "adrift"
    #: Something on the paper is sealed, and nothing tells that the correction does not say it.
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """What a person says of a field of a letter, beside what was read.

    Args:
        id: The ledger entry.
        about: Which field.
        saying: What the person says of it.
        said: What the paper says, in the person's spelling; () where it does not say.
        read: What kashf reads there; () where it reads nothing.
        place: The words on the page as it reads now; None where nobody pointed at any, or they cannot be told there.
        by: Who.
        when: When it was written down.
        why: Words of the person.
        state: What becomes of it.
    """

    id: EntryId
    about: FieldOfLetter
    saying: Saying
    said: tuple[str, ...]
    read: tuple[str, ...]
    place: Span | None
    by: str
    when: dt.datetime
    why: str
    state: CorrectionState


@dataclass(frozen=True, slots=True)
class CorrectedLetter:
    """A letter with what people say of it.

    Args:
        letter: As it stands; None where it is no letter.
        corrections: What people say of its fields, oldest first.
        nth: Which letter of its document, from 1, where that holds several; 0 where it has it for itself.
    """

    letter: Letter | None
    corrections: tuple[FieldCorrection, ...]
    nth: int = 0


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a person said last of a field, and where its words and those of its act stand now."""

    told: LetterCorrection
    words: CorrectionWords
    place: Span | None
    act: Span | None

    @property
    def says(self) -> tuple[str, ...]:
        """What the paper says by it."""
        return self.words.was if self.told.saying is Saying.CONFIRMED else self.words.said

    @property
    def about_now(self) -> FieldOfLetter:
        """Which field it is about, by where its act stands now."""
        about, act = self.told.about, self.act
        return replace(about, act=(act.page, act.start, act.end)) if act else about


def corrections_by_document(view: CaseView, document: DocumentId | str = "") -> Mapping[DocumentId, tuple[LetterCorrection, ...]]:
    """Return the corrections that stand, what each person said last of a field, by document; of one document, or of all."""
    found: dict[DocumentId, list[LetterCorrection]] = {}
    entries = entries_about(view, LETTER_CORRECTIONS.kinds, document)
    for (of, _, _), told in last_of_each(corrections_in(entries)).items():
        found.setdefault(of, []).extend(told)
    return {of: tuple(sorted(told, key=lambda each: (each.signed.when, each.signed.id))) for of, told in found.items()}


def corrected_documents(case: OpenCase) -> tuple[tuple[DocumentId, CorrectedLetter], ...]:
    """Return the letters of which people corrected something, by document and place in it, also those that they say are none."""
    told = corrections_by_document(case.view)
    known = [record.id for record in case.view.records(sorted(told))]
    read, sealed = letters_of_documents(case.view, known), case.shown.sealed_in(known)
    masked = {document for document, _ in sealed}
    found = ((id, correct_each(case, read.get(id, ()), told[id], sealed=sealed if id in masked else None)) for id in known)
    return tuple((id, each) for id, letters in found for each in letters if each.corrections)


def correct_each(
    case: OpenCase, letters: Sequence[Letter], told: Sequence[LetterCorrection], *, sealed: SealedPlaces | None = None
) -> tuple[CorrectedLetter, ...]:
    """Return each letter of a document as it stands, with what people say of it; where none was read, what they say is one.

    Args:
        case: Which case.
        letters: As they were read, in order.
        told: What each person said last of each field of each of them.
        sealed: As `correct_read` takes it.
    """
    of: dict[int, list[LetterCorrection]] = {}
    for each in told:
        of.setdefault(_nth(case, letters, each), []).append(each)
    first, adrift = of.get(1, []), of.get(0, [])
    if not letters:
        return (correct_read(case, None, first, sealed=sealed, adrift=adrift),)
    found = [correct_read(case, letters[0], first, sealed=sealed, adrift=adrift)]
    found += (correct_read(case, letter, of.get(nth, []), sealed=sealed) for nth, letter in enumerate(letters[1:], start=2))
    return tuple(replace(each, nth=letter.part.nth if letter.part else 0) for each, letter in zip(found, letters, strict=True))


def correct_read(
    case: OpenCase,
    letter: Letter | None,
    told: Sequence[LetterCorrection],
    *,
    sealed: SealedPlaces | None = None,
    adrift: Sequence[LetterCorrection] = (),
) -> CorrectedLetter:
    """Return a letter as it stands, with what people say of it.

    Args:
        case: Which case.
        letter: As it was read; None where none was.
        told: What each person said last of each of its fields.
        sealed: What is sealed on its pages: what a correction says is not shown there unless its place is apart from that.
        adrift: What they said of a letter that is not read any more in its document: told beside this one, and not followed.

    Raises:
        BrokenCustodyError: Words are missing or were changed.
    """
    statements: dict[FieldOfLetter, list[_Statement]] = {}
    for each in told:
        statements.setdefault(each.about, []).append(_statement(case, each))
    now, corrections = letter or Letter(), list[FieldCorrection]()
    is_letter = letter is not None
    for about in sorted(statements, key=lambda about: _order(about, statements[about][-1].told.saying)):
        now, state = _after(now, statements[about], sealed or {})
        if state is CorrectionState.FOLLOWED:
            says = statements[about][-1].told.saying
            is_letter = says is not Saying.NOT_SAID if about.field is LetterField.LETTER else is_letter or says is Saying.SAID
        corrections += [_shown(each, letter or Letter(), state) for each in statements[about]]
    for lost in (_statement(case, each) for each in adrift):
        state = CorrectionState.WITHHELD if _is_withheld(lost, sealed or {}) else CorrectionState.ADRIFT
        corrections.append(_shown(lost, Letter(), state))
    return CorrectedLetter(now if is_letter else None, tuple(sorted(corrections, key=lambda each: (each.when, each.id))))


def _after(letter: Letter, told: Sequence[_Statement], sealed: SealedPlaces) -> tuple[Letter, CorrectionState]:
    """Return a letter after what people say of one field, and what becomes of that."""
    last = told[-1]
    if len({each.says for each in told}) > 1:
        return letter, CorrectionState.CONTESTED
    if _is_withheld(last, sealed):
        return letter, CorrectionState.WITHHELD
    if last.told.about.field is LetterField.LETTER:
        return letter, CorrectionState.FOLLOWED
    changed = _changed(letter, last)
    return (letter, CorrectionState.ADRIFT) if changed is None else (changed, CorrectionState.FOLLOWED)


def _is_withheld(said: _Statement, sealed: SealedPlaces) -> bool:
    return bool(sealed) and said.told.saying is Saying.SAID and (said.place is None or is_sealed(sealed, said.place))


def _statement(case: OpenCase, told: LetterCorrection) -> _Statement:
    words = correction_words(read_words(case.blobs, told.words))
    return _Statement(told, words, _place(case.view, words.place), _place(case.view, words.act, is_clause=True))


def _nth(case: OpenCase, letters: Sequence[Letter], told: LetterCorrection) -> int:
    """Return of which letter of its document a correction is, from 1, by where the first line of that stands now; 0 where it is gone."""
    if told.begins is None:
        return 1
    quoted = correction_words(read_words(case.blobs, told.words)).begins
    line = _place(case.view, quoted, is_clause=True) or Span(told.document, *told.begins)
    parts = (each.part for each in letters if each.part and each.part.page == line.page)
    return next((each.nth for each in parts if each.start < line.end and line.start < each.end), 0)


def _changed(letter: Letter, told: _Statement) -> Letter | None:
    """Return a letter as somebody says it is; None where it has no such act, or the field cannot have what they say."""
    about, saying = told.about_now, told.told.saying
    is_new_act = saying is Saying.SAID and not about.part
    if about.act and (told.act is None or (act_at(letter, about) is None and not is_new_act)):
        return None
    if saying is Saying.CONFIRMED and words_of(letter, about) == told.words.was:
        return confirmed(letter, about)
    try:
        return with_words(letter, about, told.says, told.place or _beside(told.told.document, letter, about))
    except UsageError:  # An earlier kashf took it for a value of the field.
        return None


def _beside(document: DocumentId, letter: Letter, about: FieldOfLetter) -> Span:
    """Return where the letter says something else in that field, or where it begins, for what is said without pointing at words."""
    return span_in(letter, about) or Span(document, 1, 0, 1)


def _place(view: CaseView, quoted: Quote | None, *, is_clause: bool = False) -> Span | None:
    """Return where quoted words stand now."""
    if quoted is None:
        return None
    page = view.pages_at([(quoted.document, quoted.page)]).get((quoted.document, quoted.page))
    return anchor(quoted, page, alone=1 if is_clause else None)


def _shown(each: _Statement, read: Letter, state: CorrectionState) -> FieldCorrection:
    signed, told = each.told.signed, each.told
    if state is CorrectionState.WITHHELD:
        return FieldCorrection(signed.id, told.about, told.saying, (), (), None, signed.who, signed.when, "", state)
    was = words_of(read, each.about_now)
    return FieldCorrection(signed.id, told.about, told.saying, each.says, was, each.place, signed.who, signed.when, told.why, state)


def _order(about: FieldOfLetter, saying: Saying) -> tuple[bool, bool, bool, bool, FieldOfLetter]:
    """Acts that are none go before missing ones come, and these before what is said of parts; whether it is a letter is last."""
    is_act = about.field is LetterField.ACT
    return about.field is LetterField.LETTER, is_act, bool(about.part), is_act and saying is Saying.SAID, about
