"""An authenticity sheet as lines of the terminal, as JSON values and as rows of a table; its words are those of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.ids import short_id
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessShare, Leaning
from kashf.language.words.visible import isolate
from kashf.services.authenticity.sheet_of_document import SheetOfDocument
from kashf.show.forms.spreadsheets import Cell
from kashf.show.plain import plain
from kashf.show.wording import Wording, wording

#: Columns of the table.
SHEET_COLUMNS: Final = (
    *("mark", "seen", "leaning", "low", "low_rests_on", "high", "high_rests_on", "capped", "unknown"),
    *("honest_having", "honest_of", "same_channel", "unseen", "assumed", "careless_low", "careless_high", "careless_of"),
    *("text", "page", "start", "end"),
)

#: What stands under every sheet, by the keys of its words.
CAVEATS: Final = ("never", "no_product", "honest_means", "careful")


def sheet_text(found: SheetOfDocument) -> Iterator[str]:
    """Yield the sheet: what speaks for, against and neither way, what is unknown and why, and what could be asked for."""
    words = wording("en")
    channels = ", ".join(isolate(each) for each in found.channels) or words.table["sheet.no_channel"]
    yield f"{short_id(found.document)} {isolate(found.path)}: {_told(words, 'sheet.by', channels=channels)}"
    for way in Leaning:
        yield f"{words.table[f'sheet_leaning.{way.value}']}:"
        some = found.sheet.leaning(way)
        for each in some:
            yield f"  {mark_words(each, words)}"
            yield from (f"    {line}" for line in ratio_lines(each, words))
            yield from (f"    {_place(each, nth, found)}" for nth in range(len(each.said)))
        if not some:
            yield f"  {words.table['sheet.nothing']}"
    yield f"{words.table['sheet.unknown']}:"
    yield from (f"  {mark_words(each, words)}: {why_words(each, words)}" for each in found.sheet.unknown)
    yield f"{words.table['sheet.asks']}:"
    yield from (f"  {words.table[f'sheet_ask.{ask.value}']}" for ask in found.sheet.asks)


def sheet_caveats(found: SheetOfDocument) -> Iterator[str]:
    """Yield what stands under every sheet."""
    words = wording("en")
    yield _told(words, "sheet.held", others=found.others, same=found.same)
    yield from (words.table[f"sheet.{each}"] for each in CAVEATS)
    if found.is_masked:
        yield words.table["sheet.masked"]


def mark_words(each: MarkSeen, words: Wording) -> str:
    """Return what a mark is, what was seen of it, and the facts beside it."""
    seen = f": {words.table[f'sheet_seen.{each.mark.value}-{each.seen}']}" if each.seen else ""
    facts = "; ".join(f"{words.table[f'sheet_fact.{name}']} {isolate(fact)}" for name, fact in each.facts.items() if fact)
    return f"{words.table[f'sheet_mark.{each.mark.value}']}{seen}{f' ({facts})' if facts else ''}"


def ratio_lines(each: MarkSeen, words: Wording) -> Iterator[str]:
    """Yield the range of a mark with whose assumption its ends are, and the papers that it rests on; nothing where it is unknown."""
    if each.ratio is None:
        return
    ratio, low, high = each.ratio, *each.ratio.if_careless
    ends = {"low": ratio_number(ratio.low), "high": ratio_number(ratio.high)}
    rests = {"lower": ratio.low_rests_on, "upper": ratio.high_rests_on}
    whose = {name: words.table[f"sheet_rests.{rest.value}"] for name, rest in rests.items()}
    capped = f" {_told(words, 'sheet.capped', cap=f'{ratio.cap:g}')}" if ratio.is_capped else ""
    yield f"{_told(words, 'sheet.ratio', **ends, **whose)}{capped}"
    yield _told(words, "sheet.honest", **_counted(ratio.honest))
    assumed = words.table[f"sheet_careless.{ratio.careless.assumed.value}"]
    counted = f" ({_told(words, 'sheet.counted', **_counted(ratio.careless.counted))})" if ratio.careless.counted else ""
    yield f"{_told(words, 'sheet.careless', low=ratio_number(low), high=ratio_number(high))} {assumed}{counted}"


def why_words(each: MarkSeen, words: Wording) -> str:
    """Return why a mark is unknown; "" where it is not."""
    if each.why is None:
        return ""
    return _told(words, f"sheet_why.{each.why.value}", n=each.same_channel)


def ratio_number(value: float) -> str:
    """Return a ratio with as many digits as it bears.

    >>> [ratio_number(each) for each in (0.1, 0.857, 1.0, 6.18, 10.0)]
    ['0.10', '0.86', '1.0', '6.2', '10']
    """
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def sheet_answer(found: SheetOfDocument) -> dict[str, Any]:
    """Return a sheet as JSON values."""
    words = wording("en")
    return {
        "document": found.document,
        "letter": found.id,
        "path": found.path,
        "channels": list(found.channels),
        "marks": [_answer(each) for each in found.sheet.marks],
        **{way.value: [each.mark.value for each in found.sheet.leaning(way)] for way in Leaning},
        "unknown": [each.mark.value for each in found.sheet.unknown],
        "could_ask": {ask.value: words.table[f"sheet_ask.{ask.value}"] for ask in found.sheet.asks},
        "letters_by_other_channels": found.others,
        "letters_by_its_channels_alone": found.same,
        "masked": found.is_masked,
        "paths": plain(found.paths),
        "caveats": [words.table[f"sheet.{each}"] for each in CAVEATS],
    }


def sheet_rows(found: SheetOfDocument) -> Iterator[Sequence[Cell]]:
    """Yield a row for each mark, with the first place that says it."""
    for each in found.sheet.marks:
        said = each.said[0] if each.said else None
        place: Sequence[Cell] = (said.text, said.span.page, said.span.start, said.span.end) if said else ("", "", "", "")
        yield (each.mark.value, each.seen, *_ratio_cells(each), *place)


def _told(words: Wording, key: str, **values: object) -> str:
    """Return words for a terminal, which needs no escapes of a page."""
    return words.table[key].format(**values)


def _ratio_cells(each: MarkSeen) -> Sequence[Cell]:
    ratio = each.ratio
    if ratio is None:
        why = each.why.value if each.why else ""
        return ("", "", "", "", "", "", why, "", "", each.same_channel, "", "", "", "", "")
    ends = (ratio.low, ratio.low_rests_on.value, ratio.high, ratio.high_rests_on.value, int(ratio.is_capped), "")
    honest, careless = ratio.honest, ratio.careless
    counted = careless.counted.of if careless.counted else ""
    shares = (honest.having, honest.of, honest.same_channel, honest.unseen, careless.assumed.value, careless.low, careless.high, counted)
    return (ratio.leaning.value, *ends, *shares)


def _answer(each: MarkSeen) -> Mapping[str, Any]:
    ratio = each.ratio
    told: dict[str, Any] = {"mark": each.mark.value, "seen": each.seen}
    if ratio is None:
        told |= {"ratio": None, "unknown": each.why.value if each.why else "", "same_channel": each.same_channel}
    else:
        told |= {
            "ratio": {
                "low": ratio.low,
                "low_rests_on": ratio.low_rests_on.value,
                "high": ratio.high,
                "high_rests_on": ratio.high_rests_on.value,
                "capped": ratio.is_capped,
                "if_careless": list(ratio.if_careless),
                "if_careful": 1.0,
                "leaning": ratio.leaning.value,
                "honest": {**_counted(ratio.honest), "bounds": list(ratio.honest.bounds)},
                "careless": _careless(ratio.careless),
            }
        }
    said = [{"text": one.text, "span": plain(one.span)} for one in each.said]
    return {**told, "facts": dict(each.facts), "said": said, "could_ask": [ask.value for ask in each.asks]}


def _careless(share: CarelessShare) -> Mapping[str, Any]:
    counted = _counted(share.counted) if share.counted else None
    return {"assumed": share.assumed.value, "bounds": [share.low, share.high], "counted": counted}


def _counted(share: HonestShare) -> dict[str, int]:
    return {"having": share.having, "of": share.of, "same_channel": share.same_channel, "unseen": share.unseen}


def _place(each: MarkSeen, nth: int, found: SheetOfDocument) -> str:
    said = each.said[nth]
    where = "" if said.span.document == found.document else f"  {isolate(found.paths.get(said.span.document, ''))}"
    return f"{short_id(said.span.document)} page {said.span.page}: {isolate(said.text)}{where}"
