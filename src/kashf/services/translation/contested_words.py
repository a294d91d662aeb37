"""The list of contested words of a case: what two translators render otherwise, and what somebody marks; each settled or open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import Page, Span, Status
from kashf.domain.ids import content_id
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.transcription.signed_words import PagePlace, Signed
from kashf.domain.translation.contested import (
    CONTESTED,
    ContestedEntry,
    ContestedWords,
    contest_settled_body,
    contested_body,
    contested_bytes,
    contested_entries,
    contested_in,
    settled_bytes,
    settled_in,
)
from kashf.errors import NotFoundError, UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.language.words.folding import fold
from kashf.language.words.tokens import folded_words, words
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words
from kashf.services.translated.page_translations import standing_translations
from kashf.services.translation.differences import Compared, differences
from kashf.services.translation.write_translation import checked_page

#: Code points of a reason, or of a rendering of contested words.
_LONGEST: Final = 2000
#: Places of one contested word that are told; how many there are is told too.
MOST_PLACES: Final = 20


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendering of contested words, and who has it; nobody for "" where it was named without."""

    text: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettledWords:
    """How contested words are to be rendered, why, and who says so."""

    rendering: str
    why: str
    signed: Signed


@dataclass(frozen=True, slots=True)
class Contested:
    """Words of originals that are contested.

    Args:
        id: That of its ledger entry; of what nobody marked yet, a digest of it.
        language: In translations into which language.
        originals: Where the words stand, each with the text around it: the word, or the whole segment where it cannot be told.
        places: How many places there are.
        is_narrowed: Whether the word itself is told.
        renderings: How they are rendered.
        why: Why somebody marked them; "" where two translations differ.
        marked: Who marked them; None where two translations differ.
        settled: How they are settled; None while they are open.
    """

    id: str
    language: str
    originals: tuple[Quote, ...]
    places: int
    is_narrowed: bool
    renderings: tuple[Rendered, ...]
    why: str = ""
    marked: Signed | None = None
    settled: SettledWords | None = None


def contested_words(case: OpenCase, *, reader: str, language: str = "") -> tuple[Contested, ...]:
    """Return the contested words of a case: what people marked first, then where translations differ, most places first.

    Args:
        case: Which case.
        reader: Who looks: what they may not see yet is not compared.
        language: Into which language; "" for all.
    """
    marked = tuple(_marked(case, each) for each in _entries(case) if language in {"", each.language} and not _is_hidden(case, each, reader))
    differing = {(each.language, _phrases(each.renderings)): each for each in _differing(case, reader, language)}
    both = tuple(_with_places(each, differing.pop((each.language, _phrases(each.renderings)), None)) for each in marked)
    return (*both, *sorted(differing.values(), key=lambda each: (-each.places, each.id)))


def mark_contested(case: WritableCase, place: PagePlace, span: Span, *, language: str, renderings: Sequence[str], why: str) -> Contested:
    """Write down that words of a page are contested.

    Raises:
        NotFoundError: No such page.
        UsageError: No words stand there, or there is no reason.
    """
    page = checked_page(case.reading, place, language)
    if not page.text[span.start : span.end].strip() or span.end > len(page.text):
        raise UsageError("no words stand there on that page", code="no-words-there", start=span.start, end=span.end)
    told = ContestedWords(quote(page, span), tuple((_checked(each), "") for each in renderings), _checked_reason(why))
    with case.store.unit() as uow:
        words = keep_words(case, contested_bytes(told, salt=new_salt()))
        entry = record_entry(case, uow, EntryKind.CONTESTED, contested_body(place, language, words))
        uow.commit()
    (made,) = contested_entries([(entry, entry.id)])
    return _marked(case.reading, made)


def settle_contested(case: WritableCase, beginning: str, *, rendering: str, why: str, reader: str) -> Contested:
    """Write down how contested words are to be rendered, and why; what nobody marked yet is marked with it.

    Args:
        case: Which case.
        beginning: Of `Contested.id`.
        rendering: What they are to say.
        why: The reason, which stays on record.
        reader: As for `contested_words`.

    Raises:
        NotFoundError: Nothing contested begins like that, or more than one.
        UsageError: There is no reason.
    """
    reason, chosen = _checked_reason(why), _checked(rendering)
    found = [each for each in contested_words(case.reading, reader=reader) if beginning and each.id.startswith(beginning)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} contested words begin with {beginning}", code="no-such-contested", entry=beginning)
    with case.store.unit() as uow:
        entry = next((each for each in _entries(case.reading) if each.signed.id == found[0].id), None)
        if entry is None:
            renderings = tuple((each.text, ", ".join(each.by)) for each in found[0].renderings)
            told = ContestedWords(found[0].originals[0], renderings, "")
            place = PagePlace(found[0].originals[0].document, found[0].originals[0].page)
            words = keep_words(case, contested_bytes(told, salt=new_salt()))
            recorded = record_entry(case, uow, EntryKind.CONTESTED, contested_body(place, found[0].language, words))
            (entry,) = contested_entries([(recorded, recorded.id)])
        settled = keep_words(case, settled_bytes(chosen, reason, salt=new_salt()))
        record_entry(case, uow, EntryKind.CONTEST_SETTLED, contest_settled_body(entry, settled))
        uow.commit()
    return next(each for each in contested_words(case.reading, reader=reader) if each.id == entry.signed.id)


def find_words(page: Page, typed: str) -> tuple[int, int]:
    """Return where words first stand on a page, whatever spelling writers mix up.

    Raises:
        NotFoundError: They do not stand there.
    """
    asked, there = folded_words(typed), words(page.text)
    for at in range(len(there) - len(asked) + 1 if asked else 0):
        if [each.folded for each in there[at : at + len(asked)]] == asked:
            return there[at].start, there[at + len(asked) - 1].end
    raise NotFoundError("these words do not stand on that page", code="words-not-on-page")


def _with_places(marked: Contested, differing: Contested | None) -> Contested:
    """Return what somebody marked with all places at which translations differ so."""
    if differing is None:
        return marked
    return replace(marked, originals=differing.originals, places=differing.places, is_narrowed=differing.is_narrowed)


def _entries(case: OpenCase) -> tuple[ContestedEntry, ...]:
    every = contested_entries(case.view.entries(kinds=sorted(CONTESTED.kinds)))
    records = case.view.records(sorted({each.place.document for each in every}))
    gone = {record.id for record in records if record.status is Status.DESTROYED}
    return tuple(each for each in every if each.place.document not in gone)


def _is_hidden(case: OpenCase, entry: ContestedEntry, reader: str) -> bool:
    """Return whether whoever looks translates that page blind and has not done: renderings of others are not for them."""
    own = standing_translations(case, document=entry.place.document, language=entry.language)
    return any(each.translator == reader and each.place == entry.place and not each.is_done for each in own)


def _marked(case: OpenCase, entry: ContestedEntry) -> Contested:
    told = contested_in(read_words(case.blobs, entry.words))
    renderings = tuple(Rendered(text, (by,) if by else ()) for text, by in told.renderings)
    settled = None
    if entry.settled:
        settled = SettledWords(*settled_in(read_words(case.blobs, entry.settled.words)), entry.settled.signed)
    found = Contested(entry.signed.id, entry.language, (told.original,), 1, is_narrowed=True, renderings=renderings)
    return replace(found, why=told.why, marked=entry.signed, settled=settled)


@dataclass(frozen=True, slots=True)
class _Case:
    """One place at which two translators have other words."""

    compared: Compared
    pair: tuple[str, str]


def _differing(case: OpenCase, reader: str, language: str) -> Iterator[Contested]:
    """Yield what translations render otherwise, put together over the case, the word of the original narrowed down where it can be."""
    by_language: dict[str, list[Compared]] = defaultdict(list)
    pages = {(each.place, each.language) for each in standing_translations(case, language=language) if each.model is None}
    for place, into in sorted(pages):
        for found in differences(case, place, reader=reader, language=into):
            by_language[into] += found.compared
    for into, every in by_language.items():
        groups: dict[frozenset[str], list[_Case]] = defaultdict(list)
        for compared in every:
            for pair in compared.difference.pairs:
                groups[frozenset(map(fold, pair))].append(_Case(compared, pair))
        yield from (_of_group(into, phrases, cases, every) for phrases, cases in groups.items())


def _of_group(language: str, phrases: frozenset[str], cases: Sequence[_Case], every: Sequence[Compared]) -> Contested:
    word = _narrowed(cases, every)
    originals = tuple(_word_in(each.compared.original, word) if word else each.compared.original for each in cases)
    by: dict[str, list[str]] = defaultdict(list)
    for each in cases:
        for text, quotes in zip(each.pair, (each.compared.left, each.compared.right), strict=True):
            by[text] += [quotes[0].by]
    renderings = tuple(Rendered(text, tuple(dict.fromkeys(people))) for text, people in by.items())
    id = content_id({"language": language, "phrases": sorted(phrases), "word": word})
    return Contested(id, language, originals[:MOST_PLACES], len(originals), is_narrowed=bool(word), renderings=renderings)


def _narrowed(cases: Sequence[_Case], every: Iterable[Compared]) -> str:
    """Return the one word of the originals that stands wherever the difference does and nowhere else, folded; "" when several do.

    Where both translators agree, or differ otherwise, the words of the original are not what this difference is about.
    """
    own = {id(each.compared) for each in cases}
    left = set.intersection(*(set(folded_words(each.compared.original.text)) for each in cases))
    for compared in every:
        if id(compared) not in own:
            left -= set(folded_words(compared.original.text))
    return next(iter(left)) if len(left) == 1 else ""


def _word_in(original: Quote, folded: str) -> Quote:
    """Return the quote of one word of a quote."""
    word = next(each for each in words(original.text) if each.folded == folded)
    before, text, after = original.text[: word.start], original.text[word.start : word.end], original.text[word.end :]
    return replace(
        original,
        start=original.start + word.start,
        end=original.start + word.end,
        prefix=original.prefix + before,
        text=text,
        suffix=after + original.suffix,
        box=None,
    )


def _phrases(renderings: Collection[Rendered]) -> frozenset[str]:
    return frozenset(fold(each.text) for each in renderings)


def _checked(words: str) -> str:
    if len(words) > _LONGEST:
        raise UsageError(f"a rendering or a reason has at most {_LONGEST} letters", code="contest-too-long", most=_LONGEST)
    return words.strip()


def _checked_reason(why: str) -> str:
    if not says_something(why):
        raise UsageError("words are contested, or settled, for a reason, which stays on record", code="no-reason-for-contest")
    return _checked(why)
