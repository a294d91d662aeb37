"""Fields of letters as people type them: what was read of a field, in its own words, and a letter in which a field says something else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Span
from kashf.domain.letters.instructions import ByWhen, Force, Instruction, Quantity, SpeechAct
from kashf.domain.letters.letter import Addressee, CitedPaper, CopyTo, Letter, Signatory
from kashf.domain.letters.letter_corrections import ActPart, FieldOfLetter, LetterField
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.errors import UsageError
from kashf.events.letters.act_parts import by_when, things
from kashf.events.letters.citations.addressed import addressee_kind
from kashf.events.letters.citations.cited_papers import cited_papers, citing_sentences
from kashf.events.letters.paper_numbers import number_at
from kashf.events.letters.sheet_text import SheetText
from kashf.language.dates.find_dates import find_dates
from kashf.language.tables.letters.deeds.act_phrases import ACTS
from kashf.language.words.folding import fold

#: The rule of what a person said; nothing is surer.
RULE: Final = "corrected"
#: Kinds of act that a person can name.
ACT_KINDS: Final = (*(kind for kind in ACTS if kind not in {*Force, "polite"}), "other")
_Value = TypeVar("_Value")
#: Fields that have several values.
SEVERAL: Final = frozenset({LetterField.OFFICE, LetterField.ADDRESSEE, LetterField.CITES, LetterField.COPIES, LetterField.SIGNATORY})
#: Code points of one value, and values of one field.
LONGEST: Final = 500
MOST: Final = 40


def words_of(letter: Letter, about: FieldOfLetter) -> tuple[str, ...]:
    """Return what a letter says in a field, in its own words; () where it says nothing."""
    if about.field is LetterField.ACT:
        act = act_at(letter, about)
        return _words_of_act(act, about.part) if act else ()
    return _WORDS[about.field](letter)


def span_in(letter: Letter, about: FieldOfLetter) -> Span | None:
    """Return where a letter says what a field has; None where it says nothing, or where that has no place."""
    if about.field is LetterField.ACT:
        act = act_at(letter, about)
        return act.said.span if act else None
    found = _saids([getattr(letter, name) for name in _NAMES[about.field]])
    return found[0].span if found else None


def act_at(letter: Letter, about: FieldOfLetter) -> Instruction | None:
    """Return the act whose clause shares most of the place that a field names; None where there is none."""
    if about.act is None:
        return None
    page, start, end = about.act
    shared = [
        (min(end, each.said.span.end) - max(start, each.said.span.start), each) for each in letter.acts if each.said.span.page == page
    ]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def with_words(letter: Letter, about: FieldOfLetter, said: Sequence[str], span: Span) -> Letter:
    """Return a letter that says something else in a field.

    Args:
        letter: As it was read.
        about: Which field.
        said: What a person typed; () where the paper does not say it.
        span: The words on the page, or what stands for them.

    Raises:
        UsageError: What was typed is nothing that the field can have.
    """
    if about.field is LetterField.ACT:
        return _with_act(letter, about, said, span)
    return replace(letter, **_CHANGES[about.field](tuple(said), span))


def confirmed(letter: Letter, about: FieldOfLetter) -> Letter:
    """Return a letter of which a field was looked at and is right: nothing is surer."""
    if about.field is LetterField.ACT:
        act = act_at(letter, about)
        return replace(letter, acts=tuple(_sure(each) if each is act else each for each in letter.acts))
    names = _NAMES[about.field]
    return _seen(replace(letter, **{name: _sure(getattr(letter, name)) for name in names}), names)


def _with_act(letter: Letter, about: FieldOfLetter, said: Sequence[str], span: Span) -> Letter:
    act = act_at(letter, about)
    if about.part:
        if act is None:
            raise UsageError("the letter has no act there", code="no-act-there")
        changed = _changed_act(act, ActPart(about.part), tuple(said), span)
        return replace(letter, acts=tuple(changed if each is act else each for each in letter.acts))
    others = tuple(each for each in letter.acts if each is not act)
    if not said:
        return replace(letter, acts=others)
    kind, _, force = said[0].partition(" ")
    clause = " ".join(said[1:])
    added = Instruction(_said(clause, span), _kind(kind), _force(force or Force.ORDER.value))
    return replace(letter, acts=tuple(sorted((*others, added), key=lambda each: (each.said.span.page, each.said.span.start))))


def _changed_act(act: Instruction, part: ActPart, said: tuple[str, ...], span: Span) -> Instruction:
    if part is ActPart.WHAT:
        return replace(act, kind=_kind(said[0]) if said else "other")
    if part is ActPart.FORCE:
        return replace(act, force=_force(said[0] if said else ""))
    if part is ActPart.WHO:
        return replace(act, who=_said(said[0], span) if said else None)
    if part is ActPart.THINGS:
        return replace(act, things=tuple(each for text in said for each in _quantities(text, span)))
    return replace(act, by_when=_deadline(said[0], span) if said else None)


def _words_of_act(act: Instruction, part: ActPart | str) -> tuple[str, ...]:
    told = {
        ActPart.WHAT: (act.kind,),
        ActPart.FORCE: (act.force.value,),
        ActPart.WHO: (act.who.text,) if act.who else (),
        ActPart.THINGS: tuple(each.said.text for each in act.things),
        ActPart.BY: (act.by_when.said.text,) if act.by_when else (),
    }
    return told[part] if isinstance(part, ActPart) else (f"{act.kind} {act.force.value}", act.said.text)


def _number(said: tuple[str, ...], span: Span) -> dict[str, Any]:
    if not said:
        return {"number": None}
    sheet = _sheet(said[0], span)
    found, end = number_at(sheet, 0, len(sheet.folded), rule=RULE, score=1.0)
    if found is None or sheet.folded[end:].strip("() .\n"):
        raise UsageError(f"{said[0]} is no number of a paper", code="no-paper-number", said=said[0])
    return {"number": _moved(found, span)}


def _date(said: tuple[str, ...], span: Span) -> dict[str, Any]:
    if not said:
        return {"written": None}
    return {"written": PaperDate(_said(said[0], span), typed_date(said[0]))}


def typed_date(text: str) -> FuzzyDate:
    """Return the date that somebody typed: as ISO 8601 writes it, or as a paper does.

    Raises:
        UsageError: It is none.
    """
    try:
        date = FuzzyDate.parse(text.strip())
    except ValueError:
        found = find_dates(text)
        if len(found) == 1 and found[0].impossible:
            raise UsageError(f"{text} is in no calendar: {found[0].impossible}", code="impossible-date", said=text) from None
        if len(found) != 1 or not found[0].date.is_known:
            raise UsageError(f"{text} is no date of which the year is known", code="no-such-date", said=text) from None
        date = found[0].date
    return replace(date, wording=text)


def _does(said: tuple[str, ...], _: Span) -> dict[str, Any]:
    if not said:
        return {"speech_act": None}
    if said[0] not in {each.value for each in SpeechAct}:
        known = ", ".join(each.value for each in SpeechAct)
        raise UsageError(f"a paper does one of: {known}", code="no-such-speech-act", known=known)
    return {"speech_act": SpeechAct(said[0])}


def _signatory(said: tuple[str, ...], span: Span) -> dict[str, Any]:
    name, post, office = (*said, "", "", "")[:3]
    parts = [_said(text, span) if text else None for text in (name, post, office)]
    return {"signatory": Signatory(*parts) if any(parts) else None}


def _kind(text: str) -> str:
    if text not in ACT_KINDS:
        known = ", ".join(ACT_KINDS)
        raise UsageError(f"an act is one of: {known}", code="corrected-act-kind", known=known)
    return text


def _force(text: str) -> Force:
    if text not in {each.value for each in Force}:
        known = ", ".join(each.value for each in Force)
        raise UsageError(f"an act is one of these: {known}", code="no-such-force", known=known)
    return Force(text)


def _quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    sheet = _sheet(text, span)
    found = things(sheet, 0, len(sheet.folded))
    return tuple(_moved(each, span) for each in found) or (Quantity(_said(text, span), text, ""),)


def _deadline(text: str, span: Span) -> ByWhen:
    sheet = _sheet(text, span)
    found = by_when(sheet, 0, len(sheet.folded))
    return _moved(found, span) if found else ByWhen(_said(text, span), "date", date=PaperDate(_said(text, span), typed_date(text)))


def _cited(text: str, span: Span) -> CitedPaper:
    sheet = _sheet(text, span)
    found = [paper for each in citing_sentences(sheet, 0, len(sheet.folded)) for paper in cited_papers(sheet, each)]
    if found:
        return _moved(replace(found[0], said=_said(text, span)), span)
    digit = next((at for at, sign in enumerate(sheet.folded) if sign.isdigit()), len(sheet.folded))
    number, _ = number_at(sheet, digit, len(sheet.folded), rule=RULE, score=1.0)
    return CitedPaper(_said(text, span), number=_moved(number, span) if number else None)


def _addressee(text: str, span: Span) -> Addressee:
    return Addressee(_said(text, span), addressee_kind(fold(text)))


def _sheet(text: str, span: Span) -> SheetText:
    return SheetText(span.document, [Page(1, text)])


def _said(text: str, span: Span) -> Said:
    return Said(text, span, RULE, 1.0)


def _moved(value: _Value, span: Span) -> _Value:
    """Return a value that was read from what somebody typed, with the place on the page."""
    return _each_said(value, lambda said: _said(said.text, span))


def _seen(letter: Letter, names: Sequence[str]) -> Letter:
    """Return a letter of which somebody looked at some fields: no other reading of them counts."""
    if "number" in names and letter.number:
        return replace(letter, number=replace(letter.number, also_read=(), is_unseen=False))
    if "written" in names and letter.written:
        return replace(letter, written=replace(letter.written, also_read=(), is_unseen=False))
    return letter


def _sure(value: _Value) -> _Value:
    return _each_said(value, lambda said: replace(said, score=1.0))


def _each_said(value: _Value, change: Callable[[Said], Said]) -> _Value:
    """Return a value with every `Said` in it changed."""
    if isinstance(value, Said):
        return cast("_Value", change(value))
    if isinstance(value, tuple):
        return cast("_Value", tuple(_each_said(each, change) for each in value))
    if isinstance(value, PaperNumber | PaperDate | Addressee | Signatory | CopyTo | CitedPaper | Instruction | Quantity | ByWhen):
        told = {field.name: _each_said(getattr(value, field.name), change) for field in dataclasses.fields(value)}
        return cast("_Value", replace(value, **told))
    return value


def _saids(values: Sequence[object]) -> list[Said]:
    found: list[Said] = []

    def keep(said: Said) -> Said:
        found.append(said)
        return said

    for value in values:
        _each_said(value, keep)
    return found


_NAMES: Final = {
    LetterField.NUMBER: ("number",),
    LetterField.DATE: ("written",),
    LetterField.OFFICE: ("offices",),
    LetterField.ADDRESSEE: ("addressees",),
    LetterField.SUBJECT: ("subject",),
    LetterField.SIGNATORY: ("signatory",),
    LetterField.CITES: ("cited",),
    LetterField.COPIES: ("copies",),
    LetterField.DOES: (),
    LetterField.LETTER: (),
}
_WORDS: Final[dict[LetterField, Callable[[Letter], tuple[str, ...]]]] = {
    LetterField.NUMBER: lambda letter: (letter.number.said.text,) if letter.number else (),
    LetterField.DATE: lambda letter: (letter.written.said.text,) if letter.written else (),
    LetterField.OFFICE: lambda letter: tuple(each.text for each in letter.offices),
    LetterField.ADDRESSEE: lambda letter: tuple(each.said.text for each in letter.addressees),
    LetterField.SUBJECT: lambda letter: (letter.subject.text,) if letter.subject else (),
    LetterField.SIGNATORY: lambda letter: _signed(letter.signatory),
    LetterField.CITES: lambda letter: tuple(each.said.text for each in letter.cited),
    LetterField.COPIES: lambda letter: tuple(each.said.text for each in letter.copies),
    LetterField.DOES: lambda letter: (letter.speech_act.value,) if letter.speech_act else (),
    LetterField.LETTER: lambda letter: () if letter == Letter() else ("letter",),
}
_CHANGES: Final[dict[LetterField, Callable[[tuple[str, ...], Span], dict[str, Any]]]] = {
    LetterField.NUMBER: _number,
    LetterField.DATE: _date,
    LetterField.OFFICE: lambda said, span: {"offices": tuple(_said(each, span) for each in said)},
    LetterField.ADDRESSEE: lambda said, span: {
        "addressees": tuple(Addressee(_said(each, span), addressee_kind(fold(each))) for each in said)
    },
    LetterField.SUBJECT: lambda said, span: {"subject": _said(said[0], span) if said else None},
    LetterField.SIGNATORY: _signatory,
    LetterField.CITES: lambda said, span: {"cited": tuple(_cited(each, span) for each in said)},
    LetterField.COPIES: lambda said, span: {"copies": tuple(CopyTo(_said(each, span)) for each in said)},
    LetterField.DOES: _does,
}


def _signed(signatory: Signatory | None) -> tuple[str, ...]:
    return tuple(each.text if each else "" for each in (signatory.name, signatory.post, signatory.office)) if signatory else ()
