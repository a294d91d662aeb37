"""How a delivery came and what it says of itself: its JSON, and the lines of the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from kashf.language.words.visible import isolate
from kashf.show.counted import many
from kashf.show.plain import plain

if TYPE_CHECKING:
    from kashf.services.case.brought.archive_tally import ArchiveSigns, ArchiveTally, LetterOrigin
    from kashf.services.case.brought.pile_order import FolderOrder, NumberSeries, PileOrder, TimeSpan
    from kashf.services.case.brought.pile_report import PileReport
    from kashf.services.case.photo_sessions import PhotoSession
    from kashf.services.ledger.handover import Handover

Answer = dict[str, Any]

#: Folders, letters, gaps and sessions that are printed; JSON has all.
_NAMED: Final = 20
_SIDES: Final = {
    "received": "seem to be the addressee's (received)",
    "outgoing": "seem to be copies that the sender kept",
    "draft": "seem to be drafts",
    "disagree": "undecided: their signs speak for more than one",
    "weak": "undecided: their signs stand on copies of either side",
    "no_sign": "without any sign",
}
_WHOSE: Final = {
    "received": "seems received",
    "outgoing": "seems the sender's copy",
    "draft": "seems a draft",
    "disagree": "undecided, signs disagree",
    "weak": "undecided, weak",
}
_LISTED: Final = {
    "archive": "in the order of the archive's own list",
    "folder": "in the order in which its file system listed it",
    "not-kept": "by name; in what order it was listed is not known",
}


def handover_answer(report: PileReport, handovers: Sequence[Handover]) -> Answer:
    """Return what is recorded of how a delivery came, and what it says of itself."""
    told: Answer = plain({"archive": report.archive, "order": report.order})
    for folder, of in zip(told["order"]["folders"], report.order.folders, strict=True):
        for series, counted in zip(folder["series"], of.series, strict=True):
            series["missing"] = counted.missing
    return {"receipt": report.addition.number, "handovers": plain(handovers), **told}


def archive_lines(found: ArchiveSigns) -> Iterator[str]:
    """Yield whose archive a delivery seems to come from."""
    yield f"of {many(found.tally.letters, 'letter')}, by what is stamped and typed on them, never more than seems:"
    yield from (f"{getattr(found.tally, side):8} {words}" for side, words in _SIDES.items())
    others = (("message", found.messages), ("table", found.tables), ("document read too unsurely", found.unsure))
    told = [many(count, *_plural(thing)) for thing, count in others if count]
    told += [many(found.without_text, "document without text", "documents without text")] if found.without_text else []
    if told:
        yield f"no letters, of {many(found.documents, 'document')}: {', '.join(told)}"
    if found.waiting:
        yield f"{many(found.waiting, 'document')} of the case not looked at yet: kashf process CASE"
    if len(found.by_folder) > 1:
        yield "by folder"
        yield from _cut([f"  {isolate(folder or '.')}  {_tally(tally)}" for folder, tally in found.by_folder.items()])
    if found.letters:
        yield f"letters with a sign ({len(found.letters)})"
        yield from _cut([line for each in found.letters for line in _letter(each)])


def order_lines(order: PileOrder) -> Iterator[str]:
    """Yield in what order a delivery came."""
    yield "order, as file systems, archives, names and cameras say; whoever handed it over may have set any of it:"
    yield from _cut([line for folder in order.folders for line in _folder(folder)])
    if order.pictures:
        sessions = many(len(order.sessions), "session of photographs", "sessions of photographs")
        yield f"{order.photos} of {many(order.pictures, 'picture')} say when they were taken: {sessions}"
        yield from _cut([f"  {_session(each)}" for each in order.sessions])


def _tally(tally: ArchiveTally) -> str:
    told = (f"{count} {side.replace('_', ' ')}" for side in _SIDES if (count := getattr(tally, side)))
    return f"{many(tally.letters, 'letter')}: {', '.join(told)}"


def _letter(each: LetterOrigin) -> Iterator[str]:
    yield f"  {each.document[:12]}  {_WHOSE[each.whose]}  {isolate(each.path)}"
    for sign in each.signs:
        weight = "" if sign.is_strong else ", weak"
        yield f"      page {sign.span.page}, {sign.stamp.value}{weight}: {isolate(' '.join(sign.text.split()))}"


def _folder(folder: FolderOrder) -> Iterator[str]:
    back = f"; {folder.names_back} called lower than the one before" if folder.names_back else ""
    yield f"  {isolate(folder.folder or '.')}  {many(folder.files, 'file')}, {_LISTED[folder.listed_by]}{back}"
    yield from (f"      {_series(each)}" for each in folder.series)
    for word, span in (("last changed", folder.modified), ("taken", folder.taken)):
        if span:
            yield f"      {word} {_span(span, folder.files)}"


def _series(series: NumberSeries) -> str:
    name = isolate(f"{series.before}N{series.after}")
    told = f"numbers {name} {series.first} to {series.last}: {many(series.files, 'file')}"
    gaps = ", ".join(f"{first}" if first == last else f"{first} to {last}" for first, last in series.gaps[:_NAMED])
    more = f" and {many(len(series.gaps) - _NAMED, 'more gap')}" if len(series.gaps) > _NAMED else ""
    missing = f"; {many(series.missing, 'number')} missing: {gaps}{more}" if series.missing else "; none missing"
    twice = f"; {many(series.files - series.numbers, 'file')} with a number that another has" if series.files > series.numbers else ""
    back = f"; {series.steps_back} listed behind a higher one" if series.steps_back else ""
    return told + missing + twice + back


def _span(span: TimeSpan, files: int) -> str:
    back = f"; {span.steps_back} listed behind a later one" if span.steps_back else ""
    return f"{span.first} to {span.last} ({span.known} of {files}{back})"


def _session(each: PhotoSession) -> str:
    return f"{each.first} to {each.last}  {many(len(each.photos), 'photograph')}"


def _cut(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_NAMED]
    if len(lines) > _NAMED:
        yield f"  ... and {many(len(lines) - _NAMED, 'more line')}; --json has all"


def _plural(thing: str) -> tuple[str, str]:
    return thing, thing.replace("document", "documents") if "document" in thing else f"{thing}s"
