"""`kashf translate`."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say
from kashf.cli.translation_input import page_named
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, visible_text
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.document import Page
    from kashf.domain.transcription.signed_words import PagePlace
    from kashf.services.case.open import OpenCase
    from kashf.services.translated.page_translations import PageTranslations

EPILOG = "Example: kashf translate leak.case 3fa9c1#2 --to en --segment 4 --text 'The martyr Omar fell' --as 'Layla Haddad'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="[DOC[#PAGE]]", help="Beginning of a document's id, and a page.")] = "",
    to: Annotated[str, typer.Option(metavar="LANGUAGE", help="Into which language: en, fr, ar...")] = "",
    segment: Annotated[str, typer.Option(help="What is translated: number of a segment, START-END, or its words.")] = "",
    text: Annotated[str, typer.Option(help="What the segment says; empty takes its translation away.")] = "",
    file: Annotated[Path | None, typer.Option("--from", metavar="FILE", help="Segments and renderings, TSV or JSONL; - for stdin.")] = None,
    type: Annotated[bool, typer.Option("--type", help="Ask for each segment at the terminal.")] = False,
    machine: Annotated[str, typer.Option(metavar="MODEL", help="Let a translation model of yours do it, marked as a machine's.")] = "",
    blind: Annotated[bool, typer.Option("--blind", help="Translate without seeing others' translations of the page until --done.")] = False,
    done: Annotated[bool, typer.Option("--done", help="A blind translation is whole.")] = False,
    differences: Annotated[bool, typer.Option("--differences", help="Two persons' translations side by side.")] = False,
    contested: Annotated[bool, typer.Option("--contested", help="List the contested words of the case.")] = False,
    contest: Annotated[str, typer.Option(metavar="WORDS", help="Mark words of the page as contested: words, or START-END.")] = "",
    rendering: Annotated[list[str] | None, typer.Option(help="How they are rendered; several may be given, and one with --settle.")] = None,
    settle: Annotated[str, typer.Option(metavar="ID", help="Settle contested words, by the beginning of their id.")] = "",
    why: Annotated[str, typer.Option(help="The reason; it stays on record.")] = "",
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take back a version, a mark, or what was settled.")] = "",
    export: Annotated[bool, typer.Option("--export", help="Print translated quotes with their originals as TSV.")] = False,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Translate pages line by line beside their originals, signed and versioned; compare two translators; settle contested words."""
    renderings = [checked_record(each, what="--rendering") for each in rendering or ()]
    reason, words = checked_record(why, what="--why"), checked_record(text, what="--text")
    if undo:
        return _undo(case, undo, as_person=as_person)
    if contested or settle:
        if settle:
            _settle(case, settle, renderings, reason, as_person=as_person)
        return _list_contested(case, to, as_person=as_person, as_json=as_json)
    place = page_named(case, document)
    if contest:
        return _contest(case, place, contest, language=to, renderings=renderings, why=reason, as_person=as_person)
    if machine:
        _by_machine(case, place, to, machine, as_person=as_person)
    if segment or file or type or blind or done:
        given = {"segment": segment, "text": words, "file": file, "type": type}
        _write(case, place, to, given, state=(blind, done), as_person=as_person)
    if differences:
        return _differences(case, place, to, as_person=as_person, as_json=as_json)
    return _show(case, place, to, as_person=as_person, how=(as_json, export))


def _reader(case: OpenCase, as_person: str | None) -> str:
    from kashf.services.translated.page_translations import reader_called
    from kashf.settings import load_settings

    return reader_called(case, as_person or load_settings().actor)


def _write(
    case: Path, place: PagePlace, language: str, given: Mapping[str, object], *, state: tuple[bool, bool], as_person: str | None
) -> None:
    from kashf.bootstrap import open_to_decide
    from kashf.services.translation.write_translation import Draft, translate

    if not language:
        raise UsageError("say into which language: --to en")
    is_blind, is_done = state
    with opened(case) as reading:
        renderings = _given(reading, place, given)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        made = translate(writable, Draft(place, language, renderings, is_blind, is_done))
    state_told = "" if made.is_done else "; blind: nobody else sees it, and you see nobody else's, until --done"
    number = many(made.segments, "segment")
    say(f"version {made.version} of {isolate(made.by)}: {number}{state_told}; take back with --undo {made.signed.id[:12]}")


def _undo(case: Path, entry: str, *, as_person: str | None) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.translation.take_back import take_back_translated

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        back = take_back_translated(writable, entry)
    say(f"taken back: {back.id[:12]}; that it was written down stays on record")
    return 0


def _by_machine(case: Path, place: PagePlace, language: str, name: str, *, as_person: str | None) -> None:
    from kashf.bootstrap import model_room, open_to_decide
    from kashf.services.models.add_model import find_model
    from kashf.services.models.machine_translation import translate_by_model

    settings = acting(case, as_person)
    room = model_room(settings)
    with open_to_decide(case, settings=settings) as writable:
        made = translate_by_model(writable, room, find_model(room.store, name), place, language)
    say(
        f"version {made.version} of {isolate(made.by)}, a machine: {many(made.segments, 'segment')}; it is never one of the two translators"
    )


def _given(case: OpenCase, place: PagePlace, given: Mapping[str, object]) -> dict[tuple[int, int], str]:
    """Return what is to be written down, by where its original stands."""
    from kashf.cli.translation_input import renderings_in, segment_named, typed
    from kashf.services.translated.page_translations import page_translations
    from kashf.services.translation.write_translation import checked_page

    page = checked_page(case, place, "und")
    lines = page_translations(case, place, reader="").lines
    if given["segment"]:
        return {segment_named(page, lines, str(given["segment"])): str(given["text"])}
    if isinstance(given["file"], Path):
        return renderings_in(given["file"], page, lines)
    return typed(lines) if given["type"] else {}


def _show(case: Path, place: PagePlace, language: str, *, as_person: str | None, how: tuple[bool, bool]) -> int:
    from kashf.services.translated.page_translations import page_translations
    from kashf.show.translated_words import COLUMNS, page_answer, quote_rows

    as_json, export = how
    with opened(case) as reading:
        found = page_translations(reading, place, reader=_reader(reading, as_person), language=language)
    if as_json:
        emit_json(page_answer(found))
    elif export:
        for row in (COLUMNS, *quote_rows(quote for shown in found.translations for quote in shown.quotes)):
            line = io.StringIO()
            csv.writer(line, delimiter="\t", lineterminator="").writerow(row)
            emit(visible_text(line.getvalue()) if sys.stdout.isatty() else line.getvalue())
    else:
        _print(found)
    if found.hidden:
        say(f"{many(found.hidden, 'translation')} not shown: blind until done")
    return 0 if found.translations else 1


def _print(found: PageTranslations) -> None:
    from kashf.show.translated_words import one_line, translated_words

    for number, line in enumerate(found.lines, start=1):
        if not line.quotes:
            emit(f"{number:4} {isolate(one_line(line.original.text))}\n    not translated")
        for quote in line.quotes:
            emit(f"{number:4} {translated_words(quote)}")
    for quote in found.to_look_at:
        emit(f"   ? {translated_words(quote)}")


def _differences(case: Path, place: PagePlace, language: str, *, as_person: str | None, as_json: bool) -> int:
    from kashf.services.translation.differences import differences
    from kashf.show.translated_words import difference_words, differences_answer, translated_words

    with opened(case) as reading:
        found = differences(reading, place, reader=_reader(reading, as_person), language=language)
    if as_json:
        emit_json(differences_answer(found))
        return 0 if found else 1
    for pair in found:
        names = pair.left.translation.by, pair.right.translation.by
        number = f"{pair.differing} of {len(pair.compared)} differ"
        emit(f"{isolate(names[0])} and {isolate(names[1])}, {pair.left.translation.language}: {number}")
        for each in pair.compared:
            if not each.difference.is_same:
                emit(difference_words(each, names=names))
        for quote in (*pair.only_left, *pair.only_right):
            emit(f"translated by one alone: {translated_words(quote)}")
    if not found:
        say("no two persons have translated this page, or not as far as you may see")
    return 0 if found else 1


def _contest(case: Path, place: PagePlace, words: str, *, language: str, renderings: list[str], why: str, as_person: str | None) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.cli.translation_input import segment_named
    from kashf.domain.document import Span
    from kashf.services.translated.page_translations import page_translations
    from kashf.services.translation.contested_words import mark_contested
    from kashf.services.translation.write_translation import checked_page
    from kashf.show.translated_words import contested_line

    with opened(case) as reading:
        page: Page = checked_page(reading, place, language)
        lines = page_translations(reading, place, reader="").lines
    start, end = segment_named(page, lines, checked_record(words, what="--contest"))
    span = Span(place.document, place.page, start, end)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        emit(contested_line(mark_contested(writable, place, span, language=language, renderings=renderings, why=why)))
    return 0


def _settle(case: Path, id: str, renderings: list[str], why: str, *, as_person: str | None) -> None:
    from kashf.bootstrap import open_to_decide
    from kashf.services.translation.contested_words import settle_contested

    if len(renderings) != 1:
        raise UsageError("--settle needs the one --rendering that stands, and --why")
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        reader = _reader(writable.reading, as_person)
        settled = settle_contested(writable, id, rendering=renderings[0], why=why, reader=reader)
    say(f"settled: {settled.id[:12]}")


def _list_contested(case: Path, language: str, *, as_person: str | None, as_json: bool) -> int:
    from kashf.services.translation.contested_words import contested_words
    from kashf.show.translated_words import contested_answer, contested_line

    with opened(case) as reading:
        found = contested_words(reading, reader=_reader(reading, as_person), language=language)
    if as_json:
        emit_json({"contested": [contested_answer(each) for each in found], "open": sum(each.settled is None for each in found)})
    else:
        for each in found:
            emit(contested_line(each))
    if not found:
        say("nothing is contested: no two persons render a page differently, and nobody marked anything")
    return 0 if found else 1
