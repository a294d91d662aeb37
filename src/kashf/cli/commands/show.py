"""`kashf show`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened, unseen_words
from kashf.cli.output import emit, emit_json, say
from kashf.domain.document import Origin, OwnHash
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, visible_name, visible_text
from kashf.show.answers import custody_answer, document_answer
from kashf.show.copy_words import summary, ways_line
from kashf.show.counted import many
from kashf.show.told_text import told_text
from kashf.show.transcription.transcription_answers import brought_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kashf.domain.document import Capture, Page
    from kashf.domain.entity import PlacedMention
    from kashf.language.recognising.language_runs import LanguageRun
    from kashf.ports.views import DocumentRecord
    from kashf.services.case.conversations import SaidMessage
    from kashf.services.case.documents import Shown
    from kashf.services.case.open import OpenCase
    from kashf.services.transcription.credits import PageCredit
    from kashf.services.translated.page_translations import ShownTranslation
    from kashf.services.twins.twins import TwinPair

EPILOG = "Example: kashf show leak.case 3fa9c1#2"

_OWN_HASH = {
    OwnHash.MATCHES: "its own hash matches",
    OwnHash.DIFFERS: "its own hash DIFFERS: these are not the bytes that were archived",
    OwnHash.NOT_GIVEN: "no hash of its own, or of a kind that is not known here",
}
#: More than any document has pages, and fewer than a database takes for a number.
_PAGE_DIGITS = 9
#: Copies that are told with what differs.
_TWINS = 5


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="DOC[#PAGE]", help="Beginning of a document's id, and a page.")],
    all_text: Annotated[bool, typer.Option("--all-text", help="With the ranges that are passed over otherwise.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """One document: where it came from, what it is, what it says, and its copies."""
    from kashf.services.case.documents import show
    from kashf.services.transcription.credits import page_credits
    from kashf.show.translated_words import translation_answer

    beginning, page = _parts(document)
    with opened(case) as open_case:
        shown = show(open_case, beginning, page=page)
        found_twins = () if as_json or not shown.copies else _compared(open_case, shown)
        typists = page_credits(open_case, shown.record.id)
        translations = _translations(open_case, shown)
    if as_json:
        emit_json(document_answer(shown, [translation_answer(each) for each in translations], typists.values()))
    else:
        if shown.is_aside:
            say("set aside or excluded: in no answer, and here because it is asked for by its id")
        _print(shown, translations, found_twins, typists, all_text=all_text)
    return 0


def _parts(document: str) -> tuple[str, int | None]:
    beginning, hash_mark, page = document.partition("#")
    if hash_mark and not (page.isdecimal() and len(page) <= _PAGE_DIGITS and int(page) > 0):
        raise UsageError("a page is a number from 1 to 999,999,999, as in 3fa9c1#2")
    return beginning, int(page) if page else None


def _compared(case: OpenCase, shown: Shown) -> Sequence[TwinPair]:
    from kashf.services.twins.twins import compared_with

    return compared_with(case, shown.record.id, [each.id for each in shown.copies[:_TWINS]])


def _translations(case: OpenCase, shown: Shown) -> Sequence[ShownTranslation]:
    """Return its translations as far as the reader may see them; who reads is asked only where there are any."""
    from kashf.services.translated.page_translations import document_translations, reader_called, standing_translations

    if not standing_translations(case, document=shown.record.id):
        return ()
    from kashf.settings import load_settings

    return document_translations(case, shown.record.id, reader=reader_called(case, load_settings().actor), pages=shown.pages)


def _names(mentions: Sequence[PlacedMention]) -> Iterator[str]:
    """Yield a line for each type: its names in the order in which they first come, each with how often."""
    from kashf.services.names.list import mentions_by_type

    for type, found in mentions_by_type(mentions).items():
        texts = {each.key: each.mention.text for each in reversed(found)}
        counts = Counter(each.key for each in found)
        yield f"  names, {type}: " + ", ".join(f"{isolate(texts[key])} {count}" for key, count in counts.items())


def _facts(found: DocumentRecord) -> Iterator[str]:
    """Yield what the file says about itself: its own date, which is no proof of the day on which the paper says it was written."""
    if found.file_date.is_known:
        yield f"  file date (metadata): {found.file_date.edtf()}"
    if found.metadata.get("opened-with"):
        yield "  opened with a password"
    for key in ("title", "author", "device", "taken"):
        if value := found.metadata.get(key):
            yield f"  {key}: {isolate(value)}"
    place = [found.metadata[key] for key in ("latitude", "longitude") if found.metadata.get(key)]
    if place:
        yield f"  latitude, longitude: {isolate(', '.join(place))}"


def _languages(runs: Sequence[LanguageRun], *, least: int = 1) -> str:
    """Return the languages of some text with their shares, the largest first; "" where there are fewer than `least`."""
    from kashf.language.recognising.language_runs import language_shares

    shares = language_shares(runs)
    return "languages: " + ", ".join(f"{language} {share:.2f}" for language, share in shares.items()) if len(shares) >= least else ""


def _captured(capture: Capture) -> str:
    """Return what the archive of the web in which it lay says of it, and whether its bytes are still what that archive hashed."""
    parts = (("from", capture.url), ("at", capture.time), ("by", capture.tool))
    said = " ".join(f"{word} {isolate(value)}" for word, value in parts if value)
    return f"archived {said}; {_OWN_HASH[capture.own_hash]}" if said else _OWN_HASH[capture.own_hash]


def _custody_lines(shown: Shown) -> Iterator[str]:
    """Yield where it was seen and who passed it on."""
    for custody in shown.custody:
        facts = custody_answer(custody)
        origin = (
            f"from {isolate(facts['channel'])}, recorded {facts['recorded']} by {isolate(facts['by'])}" if facts["receipt"] else "inside"
        )
        yield f"  {isolate(facts['path'])}  {origin}{'' if facts['receipt'] else ' ' + facts['container'][:12]}"
        if custody.sighting.capture:
            yield f"    {_captured(custody.sighting.capture)}"


def _twin_lines(found: Sequence[TwinPair], *, more: int) -> Iterator[str]:
    """Yield a line for each copy: why it is one, and in what it differs."""
    for each in found:
        yield f"  has a twin{_why(each)}: {each.right.id[:12]} {isolate(each.right.name)} {summary(each.comparison)}"
    if more:
        yield f"  has {more} more; `kashf copies CASE DOC` compares them"


def _why(each: TwinPair) -> str:
    return f" ({ways_line(each)})" if each.links else ""


def _print(
    shown: Shown,
    translations: Sequence[ShownTranslation],
    found_twins: Sequence[TwinPair],
    typists: Mapping[int, PageCredit],
    *,
    all_text: bool,
) -> None:
    found = shown.record
    state = f"{found.status or 'waiting'}{f' ({found.reason}: {found.detail})' if found.reason else ''}"
    emit(
        f"{found.id}\n{found.type or 'not read yet'}, {many(found.size_bytes, 'byte')}, {many(found.pages, 'page')}, {visible_name(state)}"
    )
    for line in _custody_lines(shown):
        emit(line)
    for line in _twin_lines(found_twins, more=len(shown.copies) - len(found_twins)):
        emit(line)
    for member in shown.members:
        emit(f"  holds: {(member.document or 'nothing')[:12]} {isolate(member.path)} {visible_name(member.reason)}")
    for line in _facts(found):
        emit(line)
    if photo := shown.photo:
        emit(f"  photo {photo.number} of {photo.of} of a session, {photo.first} to {photo.last} by the camera's clock")
    languages = shown.languages()
    if told := _languages([run for runs in languages.values() for run in runs]):
        emit(f"  {told}")
    for line in _names(shown.mentions or ()):
        emit(line)
    for page in shown.pages:
        _print_page(shown, page, typists.get(page.number), all_text=all_text, languages=_languages(languages.get(page.number, ()), least=2))
        for line in _translated(translations, page.number):
            emit(line)


def _print_page(shown: Shown, page: Page, credit: PageCredit | None, *, all_text: bool, languages: str) -> None:
    doubt = "" if page.is_sure or not page.text else ": not counted, most words may be wrong"
    emit(f"\n--- page {page.number} ({page.origin.value}, confidence {page.confidence:.2f}{doubt})")
    if languages:
        emit(f"  {languages}")
    if credit:
        emit(f"  {_credited(credit)}")
    emit(visible_text(told_text(page, all_text=all_text)))
    for beneath in _beneath(shown, page):
        emit(f"  a machine read: {visible_text(beneath.text)}")
    for line in _conversation([each for each in shown.messages if each.page == page.number]):
        emit(line)
    for number in shown.unseen().get(page.number, ()):
        emit(f"  {unseen_words(number)}")


def _credited(credit: PageCredit) -> str:
    """Return who typed a page, or brought it in, in a sentence."""
    checked = f", checked by {', '.join(map(isolate, credit.checked_by))}" if credit.checked_by else ", checked by nobody yet"
    second = "with names, dates or numbers typed by one person, {} for a second"
    waits = f"; {many(credit.waits, 'line')} {second.format('waits' if credit.waits == 1 else 'wait')}" if credit.waits else ""
    waits += f"; {credit.disagreed} that two typed differently, to settle" if credit.disagreed else ""
    typed = [f"transcribed by {', '.join(map(isolate, credit.typed_by))}"] if credit.typed_by else []
    brought = [brought_words(each.by, each.file, each.sha256, each.creator) for each in credit.brought]
    said = f"{'; '.join(typed + brought)}{checked}, on {credit.when:%Y-%m-%d}"
    return f"{said}: {credit.keyed} of {many(credit.lines, 'line')}{waits}"


def _beneath(shown: Shown, page: Page) -> Sequence[Page]:
    """Return a page as machines read it, where people typed it."""
    is_typed = page.origin is Origin.TRANSCRIPTION
    return [each for each in shown.second_readings if each.number == page.number and each.text.strip()] if is_typed else ()


def _conversation(messages: Sequence[SaidMessage]) -> Iterator[str]:
    """Yield what has to be known of the messages on a page: what is in doubt, and the files that hang on them."""
    if any(each.is_zone_in_doubt for each in messages):
        yield "  times are written without their zone, which is in doubt"
    if any(each.date.unresolved for each in messages):
        yield "  which number of the dates is the day is in doubt: both are searched"
    files = [file for each in messages for file in each.files]
    for file in files:
        yield f"  file of a message: {(file.document or 'not here')[:12]} {isolate(file.name)}"
    if missing := sum(file.document is None for file in files):
        yield f"  files that messages name and that are not here: {missing} of {len(files)}"


def _translated(translations: Sequence[ShownTranslation], page: int) -> Iterator[str]:
    """Yield what of a page is translated, each quote beside its original."""
    from kashf.show.translated_words import translated_words

    for shown in translations:
        if shown.translation.place.page == page:
            yield f"--- page {page}, translation {shown.translation.version} of {isolate(shown.translation.by)}"
            yield from map(translated_words, shown.quotes)
