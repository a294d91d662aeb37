"""`kashf letters`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, answering, more_elsewhere, tell_waiting
from kashf.cli.letters.corrected_fields import Corrected, correct_fields, list_corrections, no_option
from kashf.cli.letters.learnt_words import AskedWords, about_words
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.instructions import SpeechAct
from kashf.show.letters.letter_lines import left_out_of_letters, letter_answer, letter_lines_of, letters_answer

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.letters.asked_letter import AskedLetter

EPILOG = (
    "Example: kashf letters leak.case --limit 5; kashf letters leak.case 3f2a --correct number=114 --as Nour. "
    "Fields: number, date, office, addressee, subject, signatory (name; post; office), cites, copies, does, letter, act.2 (the second act) "
    "and act.2.what, .force, .who, .things, .by; act=KIND with --at: an act that was not read."
)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="[DOC]", help="Beginning of the id of one document; 3f2a.2: its second letter.")] = "",
    containing: Annotated[str, typer.Option(help="Words of an office, an addressee, a signatory, the subject, a number or a path.")] = "",
    does: Annotated[SpeechAct | None, typer.Option(help="Only papers that do this.", show_choices=False, metavar="KIND")] = None,
    collection: InCollection = Scope.LEAK,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Letters to print.")] = 20,
    after: Annotated[int, typer.Option(min=0, max=10_000_000, help="Letters to pass over.")] = 0,
    correct: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=VALUE", help="What the paper says: number=114, act.2.who=NAME; several with ;.")
    ] = None,
    confirm: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="This was read right; a date counts as seen then.")] = None,
    not_said: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="The paper does not say this; letter: it is none.")] = None,
    at: Annotated[str, typer.Option(metavar="PLACE", help="Where the words of --correct stand: page:start-end.")] = "",
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take a correction back.", callback=no_option)] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.")] = "",
    learn: Annotated[bool, typer.Option("--learn", help="Print what corrections teach; with --as, read letters by it.")] = False,
    lexicon: Annotated[Path | None, typer.Option(metavar="FILE", help="Read letters by the lexicon of this TOML file.")] = None,
    lexicon_out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the case's lexicon to this file; - prints it.")] = None,
    corrections: Annotated[bool, typer.Option("--corrections", help="List what people corrected in the case.")] = False,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a letter.")] = False,
) -> int:
    """Letters and orders: number, date, from whom to whom, what they cite and tell people to do; exits with 1 when there are none."""
    from kashf.services.letters.enclosed_papers import all_enclosed
    from kashf.services.letters.list_letters import LetterQuery, list_letters

    told = Corrected(tuple(correct or ()), tuple(confirm or ()), tuple(not_said or ()), undo, at, why, as_person)
    words = AskedWords(learn, lexicon, lexicon_out, why, as_person)
    if told.is_decided:
        return correct_fields(case, document, told, as_json=as_json)
    if words.is_asked:
        return about_words(case, words, as_json=as_json)
    if corrections:
        return list_corrections(case, as_json=as_json)
    with answering(case) as open_case:
        asked, nth = _asked(open_case, document) if document else (None, 0)
        query = LetterQuery(containing, does, collection)
        found = list_letters(open_case, query, document=asked, nth=nth, after=after, limit=limit)
        enclosed = all_enclosed(open_case, found.letters)
    if as_json:
        emit_json(letters_answer(found, enclosed))
    elif as_jsonl:
        emit_jsonl(letter_answer(each, enclosed.get(each.id, ())) for each in found.letters)
    else:
        for each in found.letters:
            for line in letter_lines_of(each, enclosed.get(each.id, ())):
                emit(line)
    say(left_out_of_letters(found))
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    if found.after is not None:
        say(f"more: --after {found.after}")
    return 0 if found.letters else 1


def _asked(case: OpenCase, document: str) -> AskedLetter:
    """Return the document, or the letter of it, that somebody names, after making sure that it holds such a letter."""
    from kashf.services.letters.asked_letter import asked_letter, letters_asked

    asked = asked_letter(case.view, document)
    if asked.nth:
        letters_asked(case, *asked)
    return asked
