"""`kashf transcribe`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import AsPerson, checked_record, checked_words, opened, tell_left_out
from kashf.cli.exchanged_lines import deciding, draft_words, drafts_of, export_lines, import_files, sandbox_worker
from kashf.cli.output import emit, emit_json, emit_jsonl, say, warn
from kashf.cli.translation_input import page_named
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many
from kashf.show.transcription.transcription_answers import brought_words

if TYPE_CHECKING:
    from kashf.domain.ids import DocumentId
    from kashf.domain.models.measured import LineDraft
    from kashf.domain.transcription.signed_words import PagePlace
    from kashf.services.case.open import WritableCase
    from kashf.services.transcription.keying import Keyed
    from kashf.services.transcription.page_lines import TranscriptLine
    from kashf.services.transcription.waiting import Queue, WaitingPage

EPILOG = "Example: kashf transcribe leak.case --page 3fa9c1#1 --line 4 --text 'send 3 tankers to [Omar?]' --as 'Layla Haddad'"

#: Why a page waits, in words; how many of its lines wait for a second person is told of each page.
_WHY: Final = {
    "disagreed": "two persons typed it differently",
    "begun": "begun",
    "handwriting": "reads like handwriting",
    "low-confidence": "read unsurely",
    "unread-part": "something on it was not read",
    "unseen-numbers": "nobody looked at its numbers",
}
#: Pages that are listed; more on request.
_FIRST: Final = 20


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    page: Annotated[str, typer.Option(metavar="DOC[#PAGE]", help="Show the lines of a page, or say which page is meant.")] = "",
    line: Annotated[int, typer.Option(min=0, help="Number of the line that is typed.")] = 0,
    text: Annotated[str | None, typer.Option(help="What it says: [word?] uncertain, [...] illegible; empty if nothing is written.")] = None,
    field: Annotated[str, typer.Option(help="The line is a field of a form: name, date or number, with : and its label.")] = "",
    type: Annotated[bool, typer.Option("--type", help="Ask for each line at the terminal.")] = False,
    settle: Annotated[bool, typer.Option("--settle", help="Settle a line that two typed differently; needs --why.")] = False,
    why: Annotated[str, typer.Option(help="The reason; it stays on record.")] = "",
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take back what was typed, by the beginning of its entry's id.")] = "",
    disagreements: Annotated[bool, typer.Option("--disagreements", help="List the lines that two persons typed differently.")] = False,
    export: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the lines that people typed, a file a page.")] = None,
    format: Annotated[str, typer.Option(help="Of the export: page-xml, alto or txt.")] = "page-xml",
    files: Annotated[
        list[Path] | None, typer.Option("--import", metavar="FILE", help="Take in PAGE-XML or ALTO; several may be given.")
    ] = None,
    numbers: Annotated[bool, typer.Option("--numbers", help="List, last, pages read surely whose numbers nobody looked at.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help=f"List every page, not the first {_FIRST}.")] = False,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a page or line.")] = False,
) -> int:
    """Type what machines cannot read: which pages wait and why, line by line, two persons for names, dates and numbers."""
    how = (as_json, as_jsonl)
    if files:
        return import_files(case, files, page_named(case, page) if page else None, as_person=as_person, how=how)
    if export is not None:
        return export_lines(case, export, form=format, only=page_named(case, page) if page else None)
    if undo:
        return _undo(case, checked_words(undo, what="--undo"), as_person=as_person)
    if page and text is not None:
        words = (checked_record(text, what="--text"), checked_record(field, what="--field"))
        reason = checked_record(why, what="--why") if settle else None
        return _key(case, page_named(case, page), line, words, why=reason, as_person=as_person, as_json=as_json)
    return _look(case, page, kinds=(disagreements, type, show_all, numbers), as_person=as_person, how=how)


def _look(path: Path, page: str, *, kinds: tuple[bool, bool, bool, bool], as_person: str | None, how: tuple[bool, bool]) -> int:
    """Show what waits, or a page; or ask for its lines."""
    disagreements, type, show_all, numbers = kinds
    if disagreements:
        return _disagreements(path, how=how)
    if not page:
        return _queue(path, show_all=show_all, numbers=numbers, how=how)
    place = page_named(path, page)
    return _type(path, place, as_person=as_person) if type else _show(path, place, as_person=as_person, how=how)


def _queue(path: Path, *, show_all: bool, numbers: bool, how: tuple[bool, bool]) -> int:
    from kashf.services.search.count_left_out import left_out
    from kashf.services.transcription.waiting import queue
    from kashf.show.transcription.transcription_answers import queue_answer, waiting_answer

    with opened(path) as case:
        found, left = queue(case, with_numbers=numbers), left_out(case, of_names=False)
    if how[1]:
        emit_jsonl(waiting_answer(page) for page in found.pages)
    elif how[0]:
        emit_json(queue_answer(found, left))
    else:
        _print_queue(found, path, show_all=show_all)
        tell_left_out(left, path)
    return 0


def _print_queue(found: Queue, path: Path, *, show_all: bool) -> None:
    shown = found.pages if show_all else found.pages[:_FIRST]
    for page in shown:
        emit(_waiting_words(page))
    if len(shown) < len(found.pages):
        say(f"{len(found.pages) - len(shown)} more: --all")
    say(f"{many(len(found.pages), 'page')} to transcribe, {many(found.done, 'page')} done")
    if found.error_rate is not None:
        say(f"two persons typed {found.different} of {many(found.letters, 'letter')} differently (CER {found.error_rate:.1%})")
    if found.pages:
        say(
            f"next: kashf transcribe {shell_word(str(path))} --page {found.pages[0].place.document[:12]}#{found.pages[0].place.page} --type"
        )


def _waiting_words(page: WaitingPage) -> str:
    facts = [_WHY[page.why.value]] if page.why.value in _WHY else []
    if page.lines:
        facts.append(f"{page.keyed} of {many(page.lines, 'line')} typed")
    facts += [f"{many(page.waits, 'line waits', 'lines wait')} for a second person"] if page.waits else []
    facts += [f"{page.disagreed} to settle"] if page.disagreed else []
    return f"{page.place.document[:12]}#{page.place.page}  {isolate(page.name)}  {'; '.join(facts)}"


def _show(path: Path, place: PagePlace, *, as_person: str | None, how: tuple[bool, bool]) -> int:
    from kashf.services.ledger.persons import person_called
    from kashf.services.transcription.page_lines import lines_of
    from kashf.settings import load_settings
    from kashf.show.transcription.transcription_answers import line_answer, lines_answer

    with opened(path) as case:
        reader = person_called(case, as_person or load_settings().actor)
        lines = lines_of(case, place.document, place.page, reader=reader)
        drafts = drafts_of(case, place, lines)
    if how[1]:
        emit_jsonl(line_answer(line) for line in lines)
    elif how[0]:
        emit_json(lines_answer(place, lines, list(drafts.values())))
    else:
        for line in lines:
            _print_line(line, drafts.get(line.region))
        if not lines:
            say("no lines are known of this page yet: --type, or --line N --text, finds them; --text alone types it as a whole")
    return 0


def _print_line(line: TranscriptLine, drafted: LineDraft | None = None) -> None:
    emit(f"{line.number:>3}  {line.state.value}{draft_words(line, drafted)}")
    for each in line.keyings:
        what = "typed; not shown before you have typed it too" if line.is_masked else isolate(each.typed)
        who = brought_words(each.who, each.file, each.source, each.creator) if each.source else isolate(each.who)
        emit(f"     {who} {each.when:%Y-%m-%d}: {what}  ({each.id[:12]})")
    for value in line.values:
        if not value.is_agreed:
            emit(f"     {value.kind.value}: {isolate(value.first or '-')} | {isolate(value.second or '-')}")
    if line.settled:
        emit(f"     settled by {isolate(line.settled.who)}: {isolate(line.settled.typed)}  ({isolate(line.settled.why)})")


def _key(
    path: Path, place: PagePlace, number: int, words: tuple[str, str], *, why: str | None, as_person: str | None, as_json: bool
) -> int:
    """Record a line or, with a reason, what settles it."""
    from kashf.services.transcription.keying import key_line, settle
    from kashf.show.transcription.transcription_answers import line_answer

    with deciding(path, as_person) as (case, taggers):
        line = _line(case, place, number, is_new=why is None)
        if why is not None:
            keyed = settle(case, place, line.region, words[0], why=why, taggers=taggers)
        else:
            keyed = key_line(case, place, line.region, words[0], field=words[1], taggers=taggers)
    if as_json and keyed.line:
        emit_json(line_answer(keyed.line))
    elif keyed.line:
        _print_line(keyed.line)
    _tell(keyed)
    return 0


def _tell(keyed: Keyed) -> None:
    if keyed.is_aside:
        say("its document is set aside, so what was typed is in no answer either, until it is back")
    elif not keyed.brought_up.is_indexed:
        say("it is safe; another process writes to the case just now, and the next `kashf process` lets a search find it")


def _type(path: Path, place: PagePlace, *, as_person: str | None) -> int:
    from kashf.services.transcription.keying import key_line
    from kashf.services.transcription.page_lines import LineState, lines_of

    if not sys.stdin.isatty():
        raise UsageError("--type asks at a terminal; without one, use --line and --text, or --import")
    with deciding(path, as_person) as (case, taggers):
        _find_lines(case, place)
        lines = lines_of(case.reading, place.document, place.page, reader=case.person)
        drafts = drafts_of(case.reading, place, lines)
        mine = [line for line in lines if line.state is LineState.UNKEYED or line.is_masked]
        for line in mine:
            warn(f"{line.number}/{len(lines)}{draft_words(line, drafts.get(line.region))}\n> ", end="")
            answer = sys.stdin.readline()
            if not answer:
                break
            if answer.strip():
                _tell(key_line(case, place, line.region, answer, taggers=taggers))
    return 0


def _find_lines(case: WritableCase, place: PagePlace, *, is_whole: bool = False) -> None:
    """Let a program find the lines on a page's picture, where nobody drew any; or take the page as one line."""
    from kashf.domain.pages.regions import WHOLE_PAGE
    from kashf.services.case.page_images import NoPictureError
    from kashf.services.ledger.passwords import kept_passwords
    from kashf.services.transcription.keying import check_place, draw_lines
    from kashf.services.transcription.line_regions import find_lines, is_read_leftward
    from kashf.services.transcription.typed_readings import transcripts_in

    transcript = transcripts_in(case.reading.view, place.document).get(place)
    if transcript and transcript.drawn:
        return
    if is_whole:
        draw_lines(case, place, [WHOLE_PAGE])
        return
    check_place(case.reading, place)
    with sandbox_worker() as worker:
        passwords = kept_passwords(case.reading).get(place.document, ())
        leftward = is_read_leftward(case.reading, place.document)
        try:
            regions = find_lines(case.reading, worker, place.document, page=place.page, is_leftward=leftward, passwords=passwords)
        except NoPictureError as error:
            raise UsageError(f"{error}, so that no line of it can be found; --text without --line types the page as a whole") from error
    draw_lines(case, place, regions or [WHOLE_PAGE], is_by_hand=False)


def _line(case: WritableCase, place: PagePlace, number: int, *, is_new: bool) -> TranscriptLine:
    """Return the line that is meant; of a page without any, those on its picture are found first, or the page is one without a number."""
    from kashf.services.transcription.page_lines import lines_of

    lines = lines_of(case.reading, place.document, place.page)
    if not lines and is_new:
        _find_lines(case, place, is_whole=not number)
        lines, number = lines_of(case.reading, place.document, place.page), number or 1
    if not 0 < number <= len(lines):
        raise UsageError(f"the page has {many(len(lines), 'line')}; --line NUMBER says which of them is meant, and --page alone lists them")
    return lines[number - 1]


def _undo(path: Path, entry: str, *, as_person: str | None) -> int:
    from kashf.services.transcription.keying import take_back_typed

    with deciding(path, as_person) as (case, taggers):
        place = take_back_typed(case, entry, taggers=taggers)
    say(f"taken back; {place.document[:12]}#{place.page} reads as it did before")
    return 0


def _disagreements(path: Path, *, how: tuple[bool, bool]) -> int:
    from kashf.services.transcription.page_lines import LineState, lines_of
    from kashf.services.transcription.waiting import queue
    from kashf.show.transcription.transcription_answers import lines_answer

    with opened(path) as case:
        places = [page.place for page in queue(case).pages if page.disagreed]
        found = [(place, [line for line in lines_of(case, *_of(place)) if line.state is LineState.DISAGREED]) for place in places]
    if how[1]:
        emit_jsonl(lines_answer(place, lines) for place, lines in found)
    elif how[0]:
        emit_json({"pages": [lines_answer(place, lines) for place, lines in found]})
    else:
        for place, lines in found:
            emit(f"{place.document[:12]}#{place.page}")
            for line in lines:
                _print_line(line)
        say(f"{many(sum(len(lines) for _, lines in found), 'line')} to settle: --page DOC#N --line N --settle --text WORDS --why REASON")
    return 0


def _of(place: PagePlace) -> tuple[DocumentId, int]:
    return place.document, place.page
