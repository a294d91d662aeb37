"""A quote in translation as every door shows it: never without the words of the original; no other module prints `rendering`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kashf.domain.ledger import format_time
from kashf.language.words.visible import isolate
from kashf.show.plain import Answer

if TYPE_CHECKING:
    from kashf.domain.pages.quote import Quote
    from kashf.domain.transcription.signed_words import Signed
    from kashf.domain.translation.translated_quote import TranslatedQuote
    from kashf.services.search.in_translations import FoundQuote, TranslatedHit
    from kashf.services.translated.page_translations import PageTranslations, ShownTranslation
    from kashf.services.translation.contested_words import Contested
    from kashf.services.translation.differences import Compared, ComparedTranslations
    from kashf.services.translation.word_difference import RenderedPiece

#: Columns of a list of translated quotes.
COLUMNS = ("document", "page", "start", "end", "original", "rendering", "language", "by", "machine", "needs_look")

#: Columns of a list of contested words.
CONTESTED_COLUMNS = ("id", "language", "places", "original", "renderings", "why", "settled", "settled_why", "settled_by")


def translated_words(quote: TranslatedQuote) -> str:
    """Return a quote in translation as lines of a terminal: the original, then what it says, by whom."""
    told = f"{quote.language}, {'MACHINE ' if quote.is_machine else ''}{isolate(quote.by)}"
    look = "  (the page was read anew and these words are not where they can be told: needs a look)" if quote.needs_look else ""
    return f"{isolate(one_line(quote.original.text))}\n    {told}: {isolate(one_line(quote.rendering))}{look}"


def quote_answer(quote: TranslatedQuote) -> Answer:
    """Return a quote in translation: where the original stands, or stood when it was translated, its words, and what they say."""
    span = quote.place or quote.original.span
    return {
        "document": span.document,
        "page": span.page,
        "start": span.start,
        "end": span.end,
        "original": quote.original.text,
        "rendering": quote.rendering,
        "language": quote.language,
        "by": quote.by,
        "machine": quote.is_machine,
        "needs_look": quote.needs_look,
    }


def found_words(hit: TranslatedHit) -> str:
    """Return a translation that answers a search as lines of a terminal: each original, then what it says with what answers in brackets."""
    made = hit.translation
    by = f"{made.language}, in the translation of {'MACHINE ' if made.model else ''}{isolate(made.by)}, {_checked_by(hit)}"
    lines = [f"{made.place.document[:12]}#{made.place.page}  {isolate(hit.path)}  {by}"]
    for each in hit.quotes:
        look = "  (needs a look)" if each.quote.needs_look else ""
        pieces = "".join(f"[{text}]" if is_found else text for text, is_found in marked_pieces(each))
        lines.append(f"    {isolate(one_line(each.quote.original.text))}\n        {isolate(one_line(pieces))}{look}")
    more = [f"    {hit.more} more {'line' if hit.more == 1 else 'lines'} of it"] if hit.more else []
    return "\n".join(lines + more)


def found_translation_answer(hit: TranslatedHit) -> Answer:
    """Return a translation that answers a search: whose it is, whether anybody checked it, and its segments with their originals."""
    made = hit.translation
    return {
        "entry": made.signed.id,
        "document": made.place.document,
        "page": made.place.page,
        "language": made.language,
        "by": made.by,
        "machine": made.model is not None,
        "checked": "blind-second" if hit.second_by else "unverified",
        "second_by": hit.second_by,
        "quotes": [quote_answer(each.quote) | {"highlights": each.places} for each in hit.quotes],
        "more": hit.more,
        "path": hit.path,
        "type": hit.type,
    }


def found_translation_rows(hits: Iterable[TranslatedHit]) -> Iterable[tuple[str | int, ...]]:
    """Yield a row for each segment that answers: document, page, where the original stands, path, type, both texts, and whose it is."""
    for hit in hits:
        for answer in (quote_answer(each.quote) for each in hit.quotes):
            said = f"{answer['original']} = {answer['rendering']}"
            place = (answer["page"], answer["start"], answer["end"], hit.path, hit.type)
            checked = "blind-second" if hit.second_by else "unverified"
            by = f"{'MACHINE ' if hit.translation.model else ''}{hit.translation.by}"
            yield (answer["document"], f"translation {hit.translation.language}", *place, said, f"{by} ({checked})")


def marked_pieces(found: FoundQuote) -> tuple[tuple[str, bool], ...]:
    """Return what a segment says in the other language, in pieces, each with whether it answers."""
    text, pieces, position = found.quote.rendering, list[tuple[str, bool]](), 0
    for start, end in found.places:
        pieces += [(text[position:start], False), (text[start:end], True)]
        position = end
    return tuple(piece for piece in (*pieces, (text[position:], False)) if piece[0])


def translation_answer(shown: ShownTranslation) -> Answer:
    """Return a translation with all of its quotes."""
    made = shown.translation
    return {
        "entry": made.signed.id,
        "document": made.place.document,
        "page": made.place.page,
        "language": made.language,
        "version": made.version,
        "by": made.by,
        "person": made.signed.person,
        "made": format_time(made.signed.when),
        "blind": made.is_blind,
        "done": made.is_done,
        "machine": {"name": made.model.name, "sha256": made.model.sha256, "asked_by": made.signed.who} if made.model else None,
        "quotes": [quote_answer(each) for each in shown.quotes],
    }


def page_answer(found: PageTranslations) -> Answer:
    """Return a page line by line with its translations."""
    lines = [
        {"segment": number, "start": each.original.start, "end": each.original.end, "original": each.original.text}
        | {"quotes": [quote_answer(quote) for quote in each.quotes]}
        for number, each in enumerate(found.lines, start=1)
    ]
    return {
        "document": found.place.document,
        "page": found.place.page,
        "segments": lines,
        "translations": [translation_answer(each) for each in found.translations],
        "to_look_at": [quote_answer(each) for each in found.to_look_at],
        "hidden": found.hidden,
    }


def differences_answer(found: Sequence[ComparedTranslations]) -> Answer:
    """Return translations side by side."""
    return {"differences": [_compared_answer(each) for each in found]}


def difference_words(each: Compared, *, names: tuple[str, str]) -> str:
    """Return words that two persons render otherwise as lines of a terminal: the original, then both, what differs in brackets."""
    sides = zip(names, (each.difference.left, each.difference.right), strict=True)
    return "\n".join(
        [isolate(one_line(each.original.text)), *(f"    {isolate(name)}: {isolate(_bracketed(pieces))}" for name, pieces in sides)]
    )


def contested_answer(each: Contested) -> Answer:
    """Return contested words with where they stand, how they are rendered, and how they are settled."""
    settled = each.settled
    return {
        "id": each.id,
        "language": each.language,
        "originals": [
            {"document": one.document, "page": one.page, "start": one.start, "end": one.end, "text": one.text} for one in each.originals
        ],
        "places": each.places,
        "narrowed": each.is_narrowed,
        "renderings": each.renderings,
        "why": each.why,
        "marked": _signed(each.marked) if each.marked else None,
        "settled": {"rendering": settled.rendering, "why": settled.why, **_signed(settled.signed)} if settled else None,
    }


def contested_line(each: Contested) -> str:
    """Return contested words as lines of a terminal."""
    where = f"{each.places} {'place' if each.places == 1 else 'places'}"
    words = isolate(one_line(each.originals[0].text)) if each.originals else "?"
    told = f"{each.id[:12]}  {'settled' if each.settled else 'open'}  {each.language}  {where}  {words}"
    if not each.is_narrowed:
        told += "  (the word itself cannot be told)"
    lines = [f"    {isolate(one_line(one.text)) if one.text.strip() else 'nothing'}{_by(one.by)}" for one in each.renderings]
    lines += [f"    why: {isolate(one_line(each.why))}"] if each.why else []
    if each.settled:
        settled = each.settled
        lines.append(
            f"    settled: {isolate(one_line(settled.rendering))}, because {isolate(one_line(settled.why))}{_by((settled.signed.who,))}"
        )
    return "\n".join([told, *lines])


def quote_rows(quotes: Iterable[TranslatedQuote]) -> Iterable[tuple[object, ...]]:
    """Yield quotes in translation as rows under `COLUMNS`."""
    return (tuple(answer[column] for column in COLUMNS) for answer in map(quote_answer, quotes))


def contested_rows(contested: Iterable[Contested]) -> Iterable[tuple[str, ...]]:
    """Yield contested words as rows under `CONTESTED_COLUMNS`."""
    for each in contested:
        renderings = "; ".join(f"{one.text} ({', '.join(one.by)})" if one.by else one.text for one in each.renderings)
        settled = (each.settled.rendering, each.settled.why, each.settled.signed.who) if each.settled else ("", "", "")
        yield (each.id, each.language, str(each.places), each.originals[0].text if each.originals else "", renderings, each.why, *settled)


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _compared_answer(found: ComparedTranslations) -> Answer:
    return {
        "document": found.place.document,
        "page": found.place.page,
        "language": found.left.translation.language,
        "left": found.left.translation.by,
        "right": found.right.translation.by,
        "compared": [
            {
                "original": each.original.text,
                "start": each.original.start,
                "end": each.original.end,
                "left": each.difference.left,
                "right": each.difference.right,
                "pairs": each.difference.pairs,
                "same": each.difference.is_same,
            }
            for each in found.compared
        ],
        "differing": found.differing,
        "only_left": [quote_answer(each) for each in found.only_left],
        "only_right": [quote_answer(each) for each in found.only_right],
    }


def _bracketed(pieces: Iterable[RenderedPiece]) -> str:
    return one_line("".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces))


def _place(original: Quote) -> Answer:
    return {"document": original.document, "page": original.page, "start": original.start, "end": original.end, "text": original.text}


def _checked_by(hit: TranslatedHit) -> str:
    return f"blind second: {', '.join(map(isolate, hit.second_by))}" if hit.second_by else "unverified"


def _by(people: Sequence[str]) -> str:
    return f"  ({', '.join(map(isolate, people))})" if people else ""


def _signed(signed: Signed) -> Answer:
    return {"entry": signed.id, "by": signed.who, "when": format_time(signed.when)}
