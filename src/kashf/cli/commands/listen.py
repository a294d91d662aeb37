"""`kashf listen`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, checked_words, opened
from kashf.cli.output import emit, emit_json, say
from kashf.domain.pages.time_code import TimeRange
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.ids import DocumentId

EPILOG = "Example: kashf listen leak.case 3fa9c1 --at 00:01:23-00:01:31 --text 'bring the fuel at night' --as 'Layla Haddad'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="Beginning of a recording's id.")],
    at: Annotated[str, typer.Option(metavar="FROM-TO", help="From when to when, as in 00:01:23-00:01:31.5.")] = "",
    text: Annotated[str, typer.Option(help="What is said; [word?] is uncertain, [...] cannot be understood.")] = "",
    confirm: Annotated[str, typer.Option(metavar="ENTRY", help="You listened: what a program's draft says --at, --text verbatim.")] = "",
    model: Annotated[str, typer.Option(help="Let a speech model of yours listen; what it hears is a draft.")] = "",
    language: Annotated[str, typer.Option(help="What is spoken, for --model: ar, en...")] = "",
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take back what was heard.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """What is said in a recording: typed by people with its time, as text that is found, counted and cited; machines only draft."""
    words = checked_record(text, what="--text")
    if bool(at) != bool(words.strip()) or (confirm and not at) or sum(map(bool, (at, model, undo))) > 1:
        raise UsageError("give --at with --text, or --model, or --undo; --confirm goes with --at and --text")
    with opened(case) as reading:
        id = reading.view.resolve(document)
    if at:
        _hear(case, id, _stretch(at), words, output=confirm, as_person=as_person)
    elif model:
        _draft(case, id, checked_words(model, what="--model"), language=language, as_person=as_person)
    elif undo:
        _undo(case, id, undo, as_person=as_person)
    return _list(case, id, as_json=as_json)


def _stretch(at: str) -> TimeRange:
    try:
        return TimeRange.read(at)
    except ValueError as error:
        raise UsageError(f"--at {isolate(at[:40])}: {error}") from error


def _hear(case: Path, id: DocumentId, stretch: TimeRange, words: str, *, output: str, as_person: str | None) -> None:
    from kashf.bootstrap import make_taggers, open_to_decide
    from kashf.services.transcription.heard_lines import confirm_heard, hear

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        taggers = make_taggers(writable.reading)
        if output:
            entry = confirm_heard(writable, id, stretch, words, output=output, taggers=taggers)
        else:
            entry = hear(writable, id, stretch, words, taggers=taggers)
    say(f"kept: {entry[:12]}; take back with --undo {entry[:12]}")


def _draft(case: Path, id: DocumentId, name: str, *, language: str, as_person: str | None) -> None:
    from kashf.bootstrap import model_room, open_to_decide
    from kashf.services.models.add_model import find_model
    from kashf.services.models.machine_listening import hear_by_model

    settings = acting(case, as_person)
    room = model_room(settings)
    with open_to_decide(case, settings=settings) as writable:
        entry = hear_by_model(writable, room, find_model(room.store, name), id, language=language)
    say(f"kept as a machine's draft: {entry[:12]}; whoever listened says so with --confirm {entry[:12]} --at FROM-TO --text WORDS")


def _undo(case: Path, id: DocumentId, entry: str, *, as_person: str | None) -> None:
    from kashf.bootstrap import make_taggers, open_to_decide
    from kashf.services.transcription.heard_lines import take_back_heard

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        back = take_back_heard(writable, id, entry, taggers=make_taggers(writable.reading))
    say(f"taken back: {back.stretch}; that it was heard stays on record")


def _list(case: Path, id: DocumentId, *, as_json: bool) -> int:
    from kashf.services.transcription.heard_lines import listened
    from kashf.show.transcription.heard_words import heard_line, listened_answer, output_lines

    with opened(case) as reading:
        found = listened(reading, id)
    if as_json:
        emit_json(listened_answer(found))
        return 0 if found.lines or found.outputs else 1
    emit(f"{id[:12]}  {found.duration or 'of unknown length'}")
    for line in found.lines:
        emit(heard_line(line))
    for output in found.outputs:
        emit(output_lines(output))
    if not found.lines:
        say("nobody has typed what is said in it")
    return 0 if found.lines or found.outputs else 1
