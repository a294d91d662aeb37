"""What a person says of fields of a letter, for `kashf letters CASE DOC --correct` and its like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kashf.cli.common import acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say
from kashf.domain.ids import short_id
from kashf.errors import UsageError
from kashf.language.words.visible import shell_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kashf.domain.ids import EntryId
    from kashf.services.case.open import OpenCase
    from kashf.services.correcting.correct_letter import SaidOfField
    from kashf.services.letters.asked_letter import AskedLetter


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person says.

    Args:
        correct: "number=114": what the paper says.
        confirm: Fields that were read right.
        not_said: Fields that the paper does not have.
        undo: Beginning of the ledger entry of a correction to take back.
        at: Where the words stand, as page:start-end.
        why: The reason.
        by: Who.
    """

    correct: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    not_said: tuple[str, ...] = ()
    undo: str = ""
    at: str = ""
    why: str = ""
    by: str | None = None

    @property
    def is_decided(self) -> bool:
        """Whether anything is to be written down."""
        return bool(self.correct or self.confirm or self.not_said or self.undo)

    def check_once(self) -> None:
        """Check that one thing alone is said of each field.

        Raises:
            UsageError: A field is named twice, or the paper is said to be no letter and to say something.
        """
        named = [*(each.partition("=")[0] for each in self.correct), *self.confirm, *self.not_said]
        fields = [each.strip().lower() for each in named]
        if "letter" in (each.strip().lower() for each in self.not_said) and len(fields) > 1:
            raise UsageError("what is no letter has no fields: --not-said letter stands alone")
        # "act" and a kind is an act that was not read: each of them is another one.
        for field in fields:
            if field != "act" and fields.count(field) > 1:
                raise UsageError(f"two things are said of {field}; several values stand behind one =, with ; between")


def no_option(entry: str) -> str:
    """Return what stands behind --undo.

    Raises:
        typer.BadParameter: It is another option: the entry was forgotten.
    """
    if entry.startswith("-"):
        raise typer.BadParameter("says which correction is taken back: the beginning of its entry, as --corrections lists them")
    return entry


def correct_fields(case: Path, document: str, told: Corrected, *, as_json: bool) -> int:
    """Write down what a person says of fields of a letter, and say what became of each."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.correcting.correct_letter import correct_letter, take_correction_back
    from kashf.services.correcting.lexicon_decisions import lexicons_kept, take_lexicon_back
    from kashf.services.letters.asked_letter import asked_letter

    if told.undo and (told.correct or told.confirm or told.not_said):
        raise UsageError("--undo stands alone")
    if told.at and len((*told.correct, *told.confirm, *told.not_said)) != 1:
        raise UsageError("--at says where the words of one field stand")
    told.check_once()
    if not told.undo and not document:
        raise UsageError("which document? Its id, or a beginning of it, stands behind the case")
    checked_record(told.why, what="--why")
    with open_to_decide(case, settings=acting(case, told.by)) as writable:
        if told.undo:
            if any(each.signed.id.startswith(told.undo) for each in lexicons_kept(writable.reading)):
                lexicon = take_lexicon_back(writable, told.undo)
                say(f"taken back: the lexicon that {lexicon.signed.who} signed")
                say(f"to read letters again: kashf process {shell_word(str(case))}")
                return 0
            taken = take_correction_back(writable, told.undo)
            say(f"taken back: what {taken.signed.who} said of {taken.about.field.value} in {short_id(taken.document)}")
            return 0
        letter = asked_letter(writable.reading.view, document)
        written = {correct_letter(writable, letter.document, each).signed.id for each in list(_said(writable.reading, letter, told))}
    return _show(case, letter, written, as_json=as_json)


def list_corrections(case: Path, *, as_json: bool) -> int:
    """Print what people said of fields of letters in a case; returns 1 where nobody said anything."""
    from kashf.services.letters.corrections.corrected_letters import corrected_documents
    from kashf.show.letters.told_corrections import correction_line
    from kashf.show.plain import plain

    with opened(case) as reading:
        found = [(id, told.nth, one) for id, told in corrected_documents(reading) for one in told.corrections]
    if as_json:
        emit_json({"corrections": [{"document": id, "letter": nth or None, **plain(one)} for id, nth, one in found]})
    else:
        for id, nth, one in found:
            emit(f"{short_id(f'{id}.{nth}' if nth else id)}  {correction_line(one)}")
    return 0 if found else 1


def _show(case: Path, letter: AskedLetter, written: set[EntryId], *, as_json: bool) -> int:
    from kashf.services.letters.enclosed_papers import all_enclosed
    from kashf.services.letters.list_letters import list_letters
    from kashf.show.letters.letter_lines import letters_answer
    from kashf.show.letters.told_corrections import correction_line

    with opened(case) as reading:
        found = list_letters(reading, document=letter.document, nth=letter.nth)
        enclosed = all_enclosed(reading, found.letters)
    if as_json:
        emit_json(letters_answer(found, enclosed))
        return 0
    for each in found.letters:
        for one in each.corrections:
            if one.id in written:
                emit(correction_line(one))
    if not found.letters:
        emit("the document is no letter")
    return 0


def _said(case: OpenCase, letter: AskedLetter, told: Corrected) -> Iterator[SaidOfField]:
    from kashf.domain.letters.letter_corrections import Saying
    from kashf.services.correcting.correct_letter import place_on_page, said_of_field

    place = place_on_page(case, letter.document, told.at) if told.at else None
    for each in told.correct:
        name, _, value = checked_record(each, what="--correct").partition("=")
        yield replace(said_of_field(case, letter, name.strip(), Saying.SAID, typed=value, place=place), why=told.why)
    for saying, names in ((Saying.CONFIRMED, told.confirm), (Saying.NOT_SAID, told.not_said)):
        for name in names:
            yield replace(said_of_field(case, letter, name, saying, place=place), why=told.why)
