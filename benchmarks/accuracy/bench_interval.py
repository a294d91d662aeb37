"""How often a count's interval holds the truth: ``python -m benchmarks.accuracy.bench_interval [--seeds 50] [--files 400]``.

For each seed a leak of small texts with another cast is made in memory, and the people who are named most in it are searched for by
their first name in Arabic and in English letters, besides the wanted man of every leak. Each count is audited as a person would audit it,
with the truth for a judge: hits and pages in the order that `counting.draw` draws; a hit is right where the truth has a full mention of
that very man; a page that is read shows how often he is named on it in full. The interval covers if it holds the number of full mentions
that truly stand in the leak; halves of names are not counted, since they are undecided until somebody decides.

Since the search finds nearly all of born-digital text, two worse ones are audited as well: only the `exact` hits, which miss other
spellings, and `every` place that has the telling part of the name, most of which are other people. Prints how many of the intervals of each
method cover (as they are, and with the bounds rounded outwards to whole mentions), how wide they are as a share of the truth, and how often
there was none because too few pages were read to see a mention that was found.
"""

import argparse
import json
import math
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.accuracy.siege_pages import Leak, Name, NamedPage, digital_pages
from examples.siege.wanted import CANONICAL
from kashf.domain.document import Page, Span
from kashf.domain.entity import MentionType, Verdict
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance, appearances_on
from kashf.entities.counting.draw import PageRead, drawn, progress
from kashf.entities.counting.interval import Audit, Estimate, by_delta, by_posterior
from kashf.entities.tagging.keys import name_key
from kashf.errors import UsageError
from kashf.language.person_names.finder import Level, NameQuery, prepare_name
from kashf.language.words.tokens import folded_words
from kashf.search.ways.name_spellings import readings

ById = Mapping[DocumentId, NamedPage]
WANTED = "person/Abu Mohammed al-Shamali"
LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class Man:
    """Somebody to be counted: his id, the name he is asked for by, and how often he is truly named in full."""

    id: str
    name: str
    mentions: int


#: Search -> the levels of appearances that it counts as hits.
SEARCHES: dict[str, frozenset[Level]] = {
    "full": frozenset({"exact", "spelling"}),
    "exact": frozenset({"exact"}),
    "every": frozenset({"exact", "spelling", "partial"}),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One audited count; `estimates` are by method, empty where nothing bounded it."""

    man: Man
    search: str
    audit: Audit
    estimates: tuple[Estimate, ...]


def men_of(leak: Leak, pages: Sequence[NamedPage], count: int) -> list[Man]:
    """Return the wanted man and those of the cast who are named most."""
    named = Counter(name.entity for page in pages for name in page.names if _is_full(name))
    cast = {person.id: (person.arabic(), person.latin()) for person in leak.maker.cast.people}
    most = [entity for entity, _ in named.most_common() if entity in cast][:count]
    asked = [(WANTED, (CANONICAL.arabic, CANONICAL.english)), *((entity, cast[entity]) for entity in most)]
    return [Man(entity, name, named[entity]) for entity, names in asked for name in names]


def _is_full(name: Name) -> bool:
    return name.type == "PER" and bool(name.entity) and not name.part and not name.optional


def document_of(page: NamedPage) -> DocumentId:
    """Return a document id for a page: that of its words."""
    return DocumentId(sha256(page.text.encode()).hexdigest())


def audits(man: Man, pages: Sequence[NamedPage], *, hits_looked_at: int, pages_read: float) -> Iterator[Outcome]:
    """Yield an audit of one man's count by each search, if it has a hit at all.

    Args:
        man: Who is counted.
        pages: All of the leak, each of its own document.
        hits_looked_at: At most so many, and no more than half of them.
        pages_read: Share of the pages, in (0..1].
    """
    by_id = {document_of(page): page for page in pages}
    found = list(_appearances(man, by_id))
    for search, levels in SEARCHES.items():
        hits = [hit for hit in found if hit.level in levels]
        if hits:
            audit = _audited(man, by_id, hits, hits_looked_at=hits_looked_at, pages_read=pages_read)
            yield Outcome(man, search, audit, tuple(_estimates(audit)))


def _audited(man: Man, by_id: ById, hits: Sequence[Appearance], *, hits_looked_at: int, pages_read: float) -> Audit:
    key = name_key(man.name, MentionType.PERSON)
    # Which hits come first is for the audit to say: the judge answers until enough were asked.
    judged: dict[Span, Verdict] = {}
    for _ in range(min(hits_looked_at, (len(hits) + 1) // 2)):
        asked = progress(key, hits, pages=(), asked=judged, decided={}, read=()).next_hit
        if asked is None:
            break
        judged[asked.span] = Verdict.SAME if _is_he(by_id[asked.document], asked, man) else Verdict.DIFFERENT
    places = [(document, 1) for document in by_id]
    read = [PageRead(document, 1, _times(by_id[document], man)) for document, _ in drawn(key, places)[: round(pages_read * len(places))]]
    while (asked := progress(key, hits, pages=places, asked=judged, decided={}, read=read)).audit.looked_at < len(hits) and asked.next_hit:
        if (asked.next_hit.document, 1) not in {(page.document, 1) for page in read}:
            break
        judged[asked.next_hit.span] = Verdict.SAME if _is_he(by_id[asked.next_hit.document], asked.next_hit, man) else Verdict.DIFFERENT
    return progress(key, hits, pages=places, asked=judged, decided={}, read=read).audit


def _appearances(man: Man, by_id: ById) -> Iterator[Appearance]:
    query = prepare_name(man.name)
    vocabulary = _vocabulary(query, by_id.values())
    for document, page in by_id.items():
        yield from appearances_on(Page(1, page.text), document, query=query, vocabulary=vocabulary)


def _vocabulary(query: NameQuery, pages: Iterable[NamedPage]) -> frozenset[str]:
    """Return the words of the leak that may be the name's telling part, as a case's word list would give them."""
    telling, words = query.telling, {word for page in pages for word in folded_words(page.text)}
    return frozenset(reading for word in words for reading in readings(word) if query.accepts(telling, reading))


def _is_he(page: NamedPage, hit: Appearance, man: Man) -> bool:
    return any(name.entity == man.id and _is_full(name) and name.start < hit.end and hit.start < name.end for name in page.names)


def _times(page: NamedPage, man: Man) -> int:
    return sum(name.entity == man.id and _is_full(name) for name in page.names)


def _estimates(audit: Audit) -> Iterator[Estimate]:
    for method in (by_posterior, by_delta):
        try:
            estimate = method(audit, level=LEVEL)
        except UsageError:
            continue
        if estimate.is_whole:
            yield estimate


def summary(outcomes: Sequence[Outcome], method: str) -> dict[str, Any]:
    """Return coverage and width of one method's intervals."""
    got = [(outcome, estimate) for outcome in outcomes for estimate in outcome.estimates if estimate.method == method]
    covered = sum(estimate.low <= outcome.man.mentions <= estimate.high for outcome, estimate in got)
    whole = sum(math.floor(estimate.low) <= outcome.man.mentions <= math.ceil(estimate.high) for outcome, estimate in got)
    above = sum(outcome.man.mentions > estimate.high for outcome, estimate in got)
    widths = [(estimate.high - estimate.low) / outcome.man.mentions for outcome, estimate in got]
    return {
        "truth": statistics.median(outcome.man.mentions for outcome in outcomes),
        "hits": statistics.median(outcome.audit.hits for outcome in outcomes),
        "method": method,
        "intervals": len(got),
        "none": len(outcomes) - len(got),
        "coverage": round(covered / max(len(got), 1), 3),
        "coverage_of_whole_numbers": round(whole / max(len(got), 1), 3),
        "truth_above": above,
        "truth_below": len(got) - covered - above,
        "median_width": round(statistics.median(widths), 2) if widths else None,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--people", type=int, default=4, help="of each cast, besides the wanted man")
    parser.add_argument("--hits", type=int, default=60, help="looked at in each audit, at most, and at most half")
    parser.add_argument("--pages", type=float, default=0.3, help="share of the pages that are read")
    parser.add_argument("--show", action="store_true", help="print each count that its interval does not hold")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def main() -> None:
    """Print a line for each method, for the wanted man and for the people of the casts."""
    options = _options()
    began = time.process_time()
    outcomes: list[Outcome] = []
    for seed in range(1, options.seeds + 1):
        leak = Leak(seed, seed, options.files, "text")
        pages = list(digital_pages(leak))
        men = men_of(leak, pages, options.people)
        for man in men:
            outcomes += audits(man, pages, hits_looked_at=options.hits, pages_read=options.pages)
    results = []
    for search in SEARCHES:
        for who in ("the wanted man", "people of the casts"):
            some = [one for one in outcomes if one.search == search and (one.man.id == WANTED) == (who == "the wanted man")]
            for method in ("jeffreys", "delta"):
                results.append({"search": search, "who": who, **summary(some, method)})
                print(json.dumps(results[-1]))
            if options.show:
                print("\n".join(_missed(some)))
    print(f"{options.seeds} seeds, {len(outcomes)} counts, {time.process_time() - began:.0f} s of CPU")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")


def _missed(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        for estimate in outcome.estimates:
            if not estimate.low <= outcome.man.mentions <= estimate.high and estimate.method == "jeffreys":
                interval = f"{estimate.value:.0f} [{estimate.low:.0f}, {estimate.high:.0f}]"
                yield f"{outcome.man.mentions} true, {interval}: {outcome.audit}"


if __name__ == "__main__":
    main()
