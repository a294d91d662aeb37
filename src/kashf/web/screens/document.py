"""One document as the browser shows it: picture beside text, what the query found in it, where it came from, how to cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Sighting
from kashf.domain.entity import Mention, NameKey
from kashf.domain.forms.form_families import Family, RecordId
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry
from kashf.errors import NotFoundError, UnfinishedError
from kashf.language.recognising.language_runs import language_shares
from kashf.language.words.other_readings import UnseenNumber
from kashf.ports.stages import LETTERS
from kashf.ports.views import DocumentRecord
from kashf.services.cards.show_card import open_sentences
from kashf.services.case.documents import Custody, Shown, show
from kashf.services.case.open import OpenCase
from kashf.services.dates.keep_dates import KeptDate
from kashf.services.dates.list_dates import kept_dates
from kashf.services.letters.asked_letter import asked_letter, letters_asked
from kashf.services.names.list import mentions_by_type
from kashf.services.registers.letterhead import letterhead
from kashf.services.search.occurrences import Occurrences, occurrences
from kashf.services.transcription.credits import PageCredit, page_credits
from kashf.services.translated.page_translations import ShownTranslation, document_translations
from kashf.services.twins.twins import compared_with
from kashf.show.answers import document_answer
from kashf.show.dates.date_answers import kept_date_answer
from kashf.show.transcription.playable import PLAYED, is_film, is_recording
from kashf.show.translated_words import translation_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State, address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import InPath, Number, Query, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit
from kashf.web.screens.search import params_in
from kashf.web.screens.translation import reader_at_work
from kashf.web.text.message_blocks import message_blocks
from kashf.web.text.page_view import Citation, PageView, cite, is_drawn, page_view

#: Members and sightings that are listed on the page; the JSON and CSV have all.
LISTED: Final = 200
#: Copies of which it is told what differs.
COMPARED: Final = 10


class DocumentParams(ScreenParams):
    """One document.

    Args:
        document: Its id; of a shortened one, the screen says where the document is.
        page: Which page.
        part: Which part of a very long page; the one with what was asked for when not said.
        q: Query whose occurrences are highlighted.
        mode: Other spellings too, or exactly these words.
        aside: Whether text that is not the writer's own is dimmed or hidden.
        kept: What the search that led here said beside its query, as the part of an address.
        at: A place to cite, start-end, in code points of the page.
        t: Where a recording is played from, in seconds.
    """

    document: InPath
    page: Number = 1
    part: Number | None = None
    q: Query = ""
    mode: Literal["variants", "exact"] = "variants"
    aside: Literal["dim", "hide"] = "dim"
    kept: Annotated[str, Field(max_length=4000)] = ""
    at: Annotated[str, Field(pattern=r"^(\d{1,9}-\d{1,9})?$")] = ""
    t: Annotated[str, Field(pattern=r"^(\d{1,7}(\.\d{1,3})?)?$")] = ""

    def place(self) -> tuple[int, int] | None:
        """Return the place to cite."""
        start, _, end = self.at.partition("-")
        return (int(start), int(end)) if self.at else None


@dataclass(frozen=True, slots=True)
class NamedHere:
    """A name on this page: how it is first written there, how often, its dossier, and whether numbers in it are unseen."""

    text: str
    number: int
    href: str
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """How the bytes came into the case, as the page shows it."""

    sighting: Sighting
    receipt: Entry | None
    channel: str
    received: FuzzyDate


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """A document as it was asked for.

    Args:
        shown: With one of its pages, or none when it has none.
        found: What the query found on the page.
        citation: What is cited of it.
        typists: Who typed pages off their pictures, by page.
        translations: What of the page is translated, as far as whoever is at work may see it.
        dates: Of all of its pages, in order of place.
    """

    shown: Shown
    found: Occurrences
    citation: Citation | None
    translations: tuple[ShownTranslation, ...] = ()
    typists: Mapping[int, PageCredit] = field(default_factory=dict)
    dates: tuple[KeptDate, ...] = ()

    @property
    def page(self) -> Page | None:
        """The page that was asked for."""
        return self.shown.pages[0] if self.shown.pages else None


def view(context: Context, params: DocumentParams) -> DocumentSeen:
    """Return a document with one of its pages.

    Raises:
        MovedError: The id is shortened, or that of one of several letters in a document; each document has one address.
        NotFoundError: There is no such document, letter or page, or the place to cite is not on the page.
        QuerySyntaxError: The query is malformed.
        UsageError: What stands behind the dot of an id is no number.
    """
    if "." in params.document:
        raise MovedError(_of_letter(context.case, params.document))
    shown = find_document(context.case, params.document, page=params.page)
    record, page = shown.record, shown.pages[0] if shown.pages else None
    if record.id != params.document:
        raise MovedError(State(f"/document/{record.id}", params.state()))
    citation = cite(record.id, page, params.place()) if page else None
    reader = reader_at_work(context)
    translations = document_translations(context.case, record.id, reader=reader, pages=shown.pages)
    dates = kept_dates(context.case, [record.id]).get(record.id, ())
    found = _find(context.case, record, page, params)
    return DocumentSeen(shown, found, citation, translations, page_credits(context.case, record.id), dates)


def page(visit: Visit[DocumentParams, DocumentSeen]) -> dict[str, object]:
    """Return what the page shows."""
    case, params, shown, found = visit.case, visit.params, visit.answer.shown, visit.answer.found
    record, page = shown.record, visit.answer.page
    state = State(f"/document/{record.id}", params.state())

    def leaf(number: int | None) -> str:
        is_there = number is not None and 1 <= number <= record.pages
        return state.address(page=number if number != 1 else "", at="", part="") if is_there else ""

    return {
        "record": record,
        "is_aside": shown.is_aside,
        "view": (seen := _leaf(visit)),
        "photo": shown.photo,
        "languages": language_shares(shown.languages().get(page.number, ())) if page else {},
        "shown_messages": len(shown.messages),
        "zone_in_doubt": any(each.is_zone_in_doubt for each in shown.messages),
        "day_in_doubt": any(each.date.unresolved for each in shown.messages),
        "files_not_here": sum(file.document is None for each in shown.messages for file in each.files),
        "blocks": message_blocks(seen.lines if seen else (), shown.messages),
        "citation": visit.answer.citation,
        "used_at": f"{params.page}:{params.at}",
        "sentences": open_sentences(case) if visit.answer.citation else (),
        "letterhead": letterhead(case, record.id, page=params.page, at=(params.place() or (0, 0))[0]),
        "drawn": is_drawn(record),
        "translations": visit.answer.translations,
        "typist": visit.answer.typists.get(page.number) if page else None,
        "is_letter": bool(case.view.stage_rows(LETTERS, [record.id])),
        "is_recording": is_recording(record),
        "plays": record.type in PLAYED,
        "is_film": is_film(record),
        "before": leaf(params.page - 1),
        "following": leaf(params.page + 1),
        "found_before": f"{leaf(found.before)}#last" if found.before else "",
        "found_following": leaf(found.following),
        "results": _way_back(params),
        "custody": tuple(_custody(custody) for custody in shown.custody),
        "copies": shown.copies,
        "twins": compared_with(case, record.id, [each.id for each in shown.copies[:COMPARED]]),
        "members": shown.members,
        "forms": _forms_in(case, record.id),
        "named": named_on(case, record.id, page.number, shown.unseen().get(page.number, ())) if page else (),
        "written": next((each for each in visit.answer.dates if each.is_own), None),
        "dates": [(each, _at(state, each)) for each in visit.answer.dates if each.page == params.page],
        "query": params.q,
        "listed": LISTED,
    }


def data(visit: Visit[DocumentParams, DocumentSeen]) -> object:
    """Return the document with the page that was asked for, as `kashf show --json` does, and what the query found on it."""
    translations = [translation_answer(each) for each in visit.answer.translations]
    return document_answer(visit.answer.shown, translations, visit.answer.typists.values()) | {
        "found": visit.answer.found,
        "citation": visit.answer.citation,
        "dates": [kept_date_answer(each) for each in visit.answer.dates],
    }


def rows(visit: Visit[DocumentParams, DocumentSeen]) -> Spreadsheet:
    """Return all pages as rows."""
    id = visit.answer.shown.record.id
    found = ((id, page.number, page.origin.value, f"{page.confidence:.2f}", page.text) for page in show(visit.case, id).pages)
    return Spreadsheet(f"document-{id[:12]}", ("document", "page", "origin", "confidence", "text"), found)


def _of_letter(case: OpenCase, id: str) -> State:
    """Return where one of several letters in a document begins: its id is that of the document, a dot, and which it is."""
    document, nth = asked_letter(case.view, id)
    parts = (each.letter.part for each in letters_asked(case, document, nth))
    part = next((each for each in parts if each and each.nth == nth), None)
    where = {"page": str(part.page) if part.page > 1 else "", "at": f"{part.start}-{part.end}"} if part else {}
    return State(f"/document/{document}", where)


def find_document(case: OpenCase, beginning: str, *, page: int) -> Shown:
    """Return a document with one of its pages, or with none when it has none.

    Raises:
        NotFoundError: No such document, or no such page of it.
    """
    try:
        return show(case, beginning, page=page)
    except NotFoundError:
        whole = show(case, beginning) if page == 1 else None
        if whole is None or whole.pages:
            raise
        return whole


def named_on(
    case: OpenCase, document: DocumentId, page: int, unseen: Sequence[UnseenNumber]
) -> tuple[tuple[str, tuple[NamedHere, ...]], ...]:
    """Return who and what is named on a page, by type; nothing for a case that was not searched for names yet."""
    try:
        found = mentions_by_type(case.view.mentions_in(document, page=page))
    except UnfinishedError:
        return ()
    groups = []
    for type, places in found.items():
        here: dict[NameKey, list[Mention]] = {}
        for place in places:
            here.setdefault(place.key, []).append(place.mention)
        groups.append((type.value, tuple(_named(some, name_address(type, key), unseen) for key, some in here.items())))
    return tuple(groups)


def _forms_in(case: OpenCase, document: DocumentId) -> tuple[tuple[RecordId, Family], ...]:
    """Return the filled-in forms that stand in a document with their families; nothing for a case of which forms were never looked for."""
    try:
        records = case.view.form_records(case.view.records_in([document]).get(document, ()))
        families = {each.family.id: each.family for each in case.view.kept_families()} if records else {}
    except UnfinishedError:
        return ()
    return tuple((each.form.id, families[each.form.family]) for each in records)


def _named(mentions: Sequence[Mention], href: str, unseen: Sequence[UnseenNumber]) -> NamedHere:
    is_unseen = any(number.start < each.end and each.start < number.end for each in mentions for number in unseen)
    return NamedHere(mentions[0].text, len(mentions), href, is_unseen)


def _at(state: State, each: KeptDate) -> str:
    """Return the address of the page with a date marked."""
    return f"{state.address(at=f'{each.start}-{each.end}', part='')}#at-{each.start}"


def _leaf(visit: Visit[DocumentParams, DocumentSeen]) -> PageView | None:
    seen, params = visit.answer, visit.params
    if seen.page is None:
        return None
    shown = seen.shown
    return page_view(
        seen.page, shown.record, seconds=shown.second_readings, found=seen.found.places, cited=params.place(), part=params.part
    )


def _find(case: OpenCase, record: DocumentRecord, page: Page | None, params: DocumentParams) -> Occurrences:
    if page is None or not params.q.strip():
        return Occurrences((), None, None)
    return occurrences(case, params.q, document=record.id, page=page, exact=params.mode == "exact")


def _way_back(params: DocumentParams) -> str:
    """Return the address of the search that led here, with its filters; "" where none did.

    Raises:
        MalformedRequestError: What it is said to have been is no search.
    """
    if not params.q and not params.kept:
        return ""
    kept = params_in(f"/search?{params.kept}").state()
    return address("/search", q=params.q, mode=params.mode if params.mode != "variants" else "", **kept)


def _custody(custody: Custody) -> CustodyLine:
    receipt = custody.receipt
    channel, received = (str(receipt.body.get(key) or "") if receipt else "" for key in ("channel", "received"))
    return CustodyLine(custody.sighting, receipt, channel, FuzzyDate.read(received))


DOCUMENT: Final = Screen("/document/{document}", DocumentParams, view, "document.html", page, data, rows)
