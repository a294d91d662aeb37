"""The fields of a letter as people look at them: what is read, what stands, the words on the page, and what was said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import ActPart, FieldOfLetter, LetterField
from kashf.services.case.open import OpenCase
from kashf.services.letters.corrections.corrected_letters import FieldCorrection
from kashf.services.letters.corrections.typed_fields import ACT_KINDS, span_in, words_of
from kashf.services.letters.list_letters import ListedLetter
from kashf.web.rendering import address
from kashf.web.text.page_view import box_of, is_drawn

#: Fields that are no part of an act, in the order of a paper.
_FIELDS = (
    *(LetterField.NUMBER, LetterField.DATE, LetterField.OFFICE, LetterField.ADDRESSEE, LetterField.SUBJECT),
    *(LetterField.SIGNATORY, LetterField.CITES, LetterField.COPIES, LetterField.DOES),
)
#: Acts of one letter that are shown.
_MOST_ACTS = 30


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field.

    Args:
        name: By which it is corrected: "number", "act.2.who".
        field: Which.
        part: Which part of an act; "" for other fields and for the act itself.
        nth: Of the act, from 1; 0 for other fields.
        stands: What it says now.
        read: What was read; () where nothing was, or where that stands.
        href: Where the words stand; "" where they stand nowhere.
        crop: Address of the picture of the words; "" where there is none.
        options: What it can say, where that is one of a few codes.
        is_open: Whether a machine read it from a picture and nobody looked at it.
        told: What people say of it.
    """

    name: str
    field: LetterField
    part: str
    nth: int
    stands: tuple[str, ...]
    read: tuple[str, ...]
    href: str
    crop: str
    options: tuple[str, ...]
    is_open: bool
    told: tuple[FieldCorrection, ...]

    @property
    def typed(self) -> str:
        """What stands, as it is typed."""
        return "; ".join(self.stands)


def letter_rows(case: OpenCase, document: DocumentId, listed: ListedLetter | None) -> tuple[FieldRow, ...]:
    """Return the fields of a letter and of its acts; of a document that is none, its fields alone, which say nothing."""
    return tuple(_rows(case, document, listed))


def _rows(case: OpenCase, document: DocumentId, listed: ListedLetter | None) -> Iterator[FieldRow]:
    letter = listed.letter if listed else Letter()
    asked = [(each.value, FieldOfLetter(each), 0) for each in _FIELDS]
    for nth, act in enumerate(letter.acts[:_MOST_ACTS], 1):
        place = (act.said.span.page, act.said.span.start, act.said.span.end)
        asked.append((f"act.{nth}", FieldOfLetter(LetterField.ACT, place), nth))
        asked += [(f"act.{nth}.{part.value}", FieldOfLetter(LetterField.ACT, place, part), nth) for part in ActPart]
    drawn = any(is_drawn(record) for record in case.view.records([document]))
    for name, about, nth in asked:
        stands, span = words_of(letter, about), span_in(letter, about)
        read = words_of(listed.read, about) if listed and listed.read else stands
        told = tuple(each for each in listed.corrections if _is_same(each.about, about)) if listed else ()
        has_place = span is not None and not about.part and not (told and told[-1].place is None and stands != read)
        href, crop = cited_place(case, span, drawn=drawn) if has_place and span else ("", "")
        options = _options(about)
        yield FieldRow(
            name,
            about.field,
            str(about.part),
            nth,
            stands[1:] if about.field is LetterField.ACT and not about.part else stands,
            () if read == stands else read,
            href,
            crop,
            options,
            _is_open(letter, about),
            told,
        )


def cited_place(case: OpenCase, span: Span, *, drawn: bool) -> tuple[str, str]:
    """Return the address of a place on a page, and of the picture of its words; "" where the page has none."""
    href = address(f"/document/{span.document}", page=span.page, at=f"{span.start}-{span.end}") + "#citation"
    page = case.shown.page(span.document, span.page) if drawn else None
    box = box_of(page, span.start, span.end) if page else ""
    return href, address(f"/document/{span.document}/picture/{span.page}", side=2800, box=box) if box else ""


def _options(about: FieldOfLetter) -> tuple[str, ...]:
    if about.field is LetterField.DOES:
        return tuple(each.value for each in SpeechAct)
    codes: dict[str, Sequence[str]] = {ActPart.WHAT: ACT_KINDS, ActPart.FORCE: [each.value for each in Force]}
    return tuple(codes.get(str(about.part), ()))


def _is_open(letter: Letter, about: FieldOfLetter) -> bool:
    value = {LetterField.NUMBER: letter.number, LetterField.DATE: letter.written}.get(about.field)
    return value is not None and value.is_unseen


def _is_same(told: FieldOfLetter, about: FieldOfLetter) -> bool:
    """Return whether a correction is about a field; of an act, by the place at which it was told or stands now."""
    if (told.field, told.part) != (about.field, about.part):
        return False
    if told.act is None or about.act is None:
        return told.act == about.act
    return told.act[0] == about.act[0] and told.act[1] < about.act[2] and about.act[1] < told.act[2]
