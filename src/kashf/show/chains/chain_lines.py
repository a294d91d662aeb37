"""Chains of letters as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.ids import DocumentId, short_id
from kashf.domain.letters.said import Said
from kashf.events.chains.chain import Chain, ChainLink, MissingBecause, MissingPaper, WhichLater
from kashf.events.chains.link_weights import LinkFeature
from kashf.events.chains.linked_letter import LinkedLetter
from kashf.language.words.visible import isolate
from kashf.services.chains.list_chains import ChainList, OperationTotal
from kashf.show.counted import many
from kashf.show.dates.first_to_last import days_between
from kashf.show.forms.spreadsheets import Cell
from kashf.show.letters.letter_lines import not_letters
from kashf.show.plain import plain

#: Columns of the table of papers in chains; of what is missing, the last three say why and when to look for it.
HEADER: Final = (
    *("chain", "names", "document", "path", "date", "does", "number", "from", "to", "follows", "link", "bits", "order", "missing"),
    *("look_from", "look_to"),
)
#: How sure it is which of two letters came later, in words.
_ORDERS: Final[Mapping[WhichLater, str]] = {
    WhichLater.CERTAIN: "certainly later",
    WhichLater.POSSIBLE: "perhaps later: their days overlap",
    WhichLater.BY_REFERENCE: "later, since it cites the other; one of them has no day",
    WhichLater.UNSAID: "which came later cannot be said by their days",
    WhichLater.AGAINST_DATES: "its date lies before that of the other",
}


def chains_answer(found: ChainList, chains: Sequence[Chain]) -> dict[str, Any]:
    """Return some of the chains of a list as JSON values, with what was left out."""
    answer = {name: plain(getattr(found, name)) for name in found.__slots__ if name not in {"chains", "paths"}}
    return {"chains": [chain_answer(each, found.paths) for each in chains], **answer}


def chain_answer(chain: Chain, paths: Mapping[DocumentId, str]) -> dict[str, Any]:
    """Return one chain as JSON values: its papers, what links them, and what is missing."""
    return {
        "id": chain.id,
        "names": plain(chain.names),
        "letters": [_letter_answer(each, paths) for each in chain.letters],
        "links": [_link_answer(each) for each in chain.links],
        "missing": [_missing_answer(each) for each in chain.missing],
    }


def _letter_answer(letter: LinkedLetter, paths: Mapping[DocumentId, str]) -> dict[str, Any]:
    said = letter.letter
    return {
        "document": letter.document,
        "paths": {str(each): paths.get(each, "") for each in letter.documents},
        "does": letter.act.value if letter.act else None,
        "number": plain(said.number),
        "written": plain(said.written),
        "offices": plain(said.offices),
        "addressees": plain(said.addressees),
        "subject": plain(said.subject),
        "acts": plain(said.acts),
    }


def _link_answer(link: ChainLink) -> dict[str, Any]:
    return {
        "later": link.later.document,
        "earlier": link.earlier.document,
        "kind": link.kind.value,
        "order": link.order.value,
        "bits": round(link.bits, 2),
        "prior_bits": round(link.prior_bits, 2),
        "features": [{**plain(each), "bits": round(each.bits, 2)} for each in link.features],
    }


def _missing_answer(missing: MissingPaper) -> dict[str, Any]:
    told = {name: plain(getattr(missing, name)) for name in missing.__slots__ if name != "follows"}
    return {**told, "follows": missing.follows.document if missing.follows else None, "is_derived": True}


def operation_line(operation: OperationTotal) -> str:
    """Return one operation as a line: its name, how many papers, when, and how many are missing."""
    chains = f" in {many(operation.chains, 'chain')}" if operation.chains > 1 else ""
    days = days_between(operation.first, operation.last) or "no date"
    return f"{isolate(operation.name)}: {many(operation.letters, 'paper')}{chains}, {days}; missing {operation.missing}"


def chain_lines(chain: Chain, paths: Mapping[DocumentId, str]) -> Iterator[str]:
    """Yield one chain as lines: a paper a line, what it does to an earlier one and what speaks for that, and what is missing."""
    names = ", ".join(isolate(each.text) for each in chain.names)
    yield f"{f'operation {names}' if names else 'no code name'}: {many(len(chain.letters), 'paper')}, {len(chain.missing)} missing"
    links = {link.later.document: link for link in chain.links}
    for letter in chain.letters:
        yield _paper_line(letter, paths)
        yield from (f"    {each.force.value}: {each.kind} [{isolate(each.said.text)}] {_place(each.said)}" for each in letter.letter.acts)
        if link := links.get(letter.document):
            yield from _link_lines(link)
    yield from (_missing_line(each) for each in chain.missing)


def chain_rows(chain: Chain, paths: Mapping[DocumentId, str]) -> Iterator[Sequence[Cell]]:
    """Yield a row for each paper of a chain, then for each that is missing: see `HEADER`."""
    names, links = "; ".join(each.text for each in chain.names), {link.later.document: link for link in chain.links}
    for letter in chain.letters:
        said, link = letter.letter, links.get(letter.document)
        yield (
            *(chain.id, names, letter.document, paths.get(letter.document, ""), said.written.date.edtf() if said.written else ""),
            *(letter.act.value if letter.act else "", said.number.normal if said.number else ""),
            *("; ".join(each.text for each in said.offices), "; ".join(each.said.text for each in said.addressees)),
            *((link.earlier.document, link.kind.value, round(link.bits, 2), link.order.value) if link else ("", "", "", "")),
            *("", "", ""),
        )
    for missing in chain.missing:
        what = " or ".join(each.value for each in missing.acts)
        yield (
            *(chain.id, names, "", "", "", what, "", "; ".join(missing.senders), "; ".join(missing.addressees)),
            *(missing.follows.document if missing.follows else "", "", "", "", missing.why.value),
            *(missing.earliest.isoformat() if missing.earliest else "", missing.latest.isoformat() if missing.latest else ""),
        )


def left_out_of_chains(found: ChainList) -> str:
    """Return in one line what the chains leave out."""
    masked = f", {many(found.masked, 'letter is', 'letters are')} sealed in part" if found.masked else ""
    return (
        f"{many(found.of, 'chain')}; {found.linked} of {many(found.letters, 'letter')} linked, "
        f"{many(found.copies, 'copy')} folded{masked}; "
        f"{not_letters(found.no_letters, found.unsure, found.partly_read, found.beyond)}"
    )


def _paper_line(letter: LinkedLetter, paths: Mapping[DocumentId, str]) -> str:
    said = letter.letter
    day = (said.written.date.edtf() or isolate(said.written.said.text)) if said.written else "no date"
    sender = isolate(said.offices[-1].text) if said.offices else "-"
    to = ", ".join(isolate(each.said.text) for each in said.addressees) or "-"
    unseen = " (not confirmed)" if said.number and said.number.is_unseen else ""
    number = f" no. {isolate(said.number.normal)}{unseen}" if said.number else ""
    copies = f" (+{many(len(letter.documents) - 1, 'copy')})" if len(letter.documents) > 1 else ""
    does = letter.act.value if letter.act else "letter"
    return f"  {day}  {does}{number}  {sender} to {to}  {short_id(letter.document)}{copies}  {isolate(paths.get(letter.document, ''))}"


def _link_lines(link: ChainLink) -> Iterator[str]:
    worth = f"{link.bits:+.1f} bits ({link.prior_bits:+.1f} before)"
    yield f"    {link.kind.value} {short_id(link.earlier.document)}: {worth}; {_ORDERS[link.order]}"
    yield f"      {'; '.join(_feature(each) for each in link.features)}"


def _feature(feature: LinkFeature) -> str:
    detail = f" ({feature.detail})" if feature.detail else ""
    return f"{feature.name.value} {feature.state.value}{detail} {feature.bits:+.1f}"


def _missing_line(missing: MissingPaper) -> str:
    what = " or ".join(each.value for each in missing.acts) or "paper"
    if missing.why is MissingBecause.CITED:
        cited = "; ".join(f"[{isolate(each.text)}] {_place(each)}" for each in missing.cited)
        how = f"cited and not here: {cited}"
    else:
        how = f"expected{f' after {short_id(missing.follows.document)}' if missing.follows else ''}, not here"
    days = ""
    if missing.earliest or missing.latest:
        days = f"; derived: to be looked for from {missing.earliest or '..'} to {missing.latest or '..'}"
    share = f", between which {missing.share} of 10 such papers come" if missing.share else ""
    ways = [f"{word} {', '.join(map(isolate, names))}" for word, names in (("from", missing.senders), ("to", missing.addressees)) if names]
    return f"  missing {what}: {how}{days}{share}{'; ' if ways else ''}{' '.join(ways)}"


def _place(said: Said) -> str:
    return f"{short_id(said.span.document)}#{said.span.page}:{said.span.start}-{said.span.end}"
