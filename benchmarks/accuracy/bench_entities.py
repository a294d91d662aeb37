"""How many of the names on a page are found: ``python -m benchmarks.accuracy.bench_entities [--seeds 1,2] [--casts 0,1] [--show]``.

Makes pages of the example leak, whose truth knows every person, group, place, rank and code name, and holds against it what
`settle.find_mentions` finds with the taggers of a case. A name counts as found where a mention of the same type lies on it, one
mention for one name; as found *exactly* where both ends are the same, but for what is a matter of taste: the particle written onto a name
(و ف ب ل ك), an article before it, the word for what a place is (market of, town of). Scanned pages (`--scans N`, read by `kashf add`)
allow two letters more or less at either end. What the truth calls optional (roads, posts without a man, a gate called after the north) is
neither asked for nor held against anybody. Precision, recall and F1 are over persons, groups, places and ranks together, then by type.

Casts other than 0 have people, places and units that nobody looked at while building; of those `--show` tells no names, but how many words
they have and what stands before them.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from benchmarks.accuracy.siege_pages import Leak, Name, NamedPage, digital_pages, scanned_pages
from examples.siege.world import GROUPS
from kashf.bootstrap import make_taggers
from kashf.domain.entity import Mention
from kashf.entities.tagging.settle import find_mentions

SCORED = ("PER", "ORG", "LOC", "ROLE")
#: What a place's name may begin with or lack: it tells what the place is.
_WHAT_IT_IS = frozenset(
    ("سوق", "محطة", "مستودع", "بلدة", "قرية", "مدينة", "نقطة", "صوامع", "خزان", "مولدة", "مضخة", "مدارس", "بيادر", "موقع", "مواقع", "the")
)
#: Code points that either end of a mention on a scan may be off.
_SCAN_SLACK = 2
#: How like the name of a group, of 100, a mention on a scan must be to come from letterhead or stamp, of which the truth says nothing.
_LETTERHEAD = 65


@dataclass(slots=True)
class Tally:
    """What was found, and how much of it rightly."""

    true: int = 0
    found: int = 0
    hit: int = 0
    exact: int = 0

    def add(self, other: "Tally") -> None:
        """Take in another."""
        self.true += other.true
        self.found += other.found
        self.hit += other.hit
        self.exact += other.exact

    def row(self) -> dict[str, Any]:
        """Return precision, recall and F1, by overlap and exactly."""
        return {"true": self.true, "found": self.found, **_rates("", self.hit, self), **_rates("exact_", self.exact, self)}


def _rates(prefix: str, right: int, tally: Tally) -> dict[str, float]:
    precision, recall = right / max(tally.found, 1), right / max(tally.true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {f"{prefix}p": round(precision, 4), f"{prefix}r": round(recall, 4), f"{prefix}f1": round(f1, 4)}


@dataclass(frozen=True, slots=True)
class Error:
    """A miss or a false alarm: its class, its words with those around it, and its shape, which gives no name away."""

    kind: str
    words: str
    shape: str


@dataclass(slots=True)
class Score:
    """Tallies by type, and the errors."""

    by_type: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[Error] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Take in another."""
        for kind, tally in other.by_type.items():
            self.by_type[kind].add(tally)
        self.errors += other.errors

    def rows(self) -> dict[str, Any]:
        """Return the figures in all and by type."""
        everything = Tally()
        for kind in SCORED:
            everything.add(self.by_type[kind])
        return {"all": everything.row()} | {kind: self.by_type[kind].row() for kind in (*SCORED, "CODE")}


def score_page(page: NamedPage, mentions: Sequence[Mention]) -> Score:
    """Return how the mentions found on a page compare with the names on it."""
    score = Score()
    known = {*SCORED, "CODE"}
    found = [mention for mention in mentions if mention.type.value in known]
    firm = [name for name in page.names if not name.optional]
    pairs = paired(firm, found)
    for name in firm:
        tally, mention = score.by_type[name.type], pairs.get(id(name))
        tally.true += 1
        if mention is None:
            score.errors.append(_miss(page, name, found))
        else:
            tally.hit += 1
            exact = _is_exact(page, name, mention)
            tally.exact += exact
            if not exact:
                score.errors.append(_other_ends(page, name, mention))
    taken = {id(mention) for mention in pairs.values()}
    for mention in found:
        if id(mention) in taken:
            score.by_type[mention.type.value].found += 1
        elif not _is_excused(page, mention):
            score.by_type[mention.type.value].found += 1
            score.errors.append(_false_alarm(page, mention))
    return score


def paired(names: Sequence[Name], found: Sequence[Mention]) -> dict[int, Mention]:
    """Return identity of a name -> the mention of its type that lies on it, the widest common stretch first."""
    common = [
        (min(name.end, mention.end) - max(name.start, mention.start), -abs(name.start - mention.start), number, place)
        for number, name in enumerate(names)
        for place, mention in enumerate(found)
        if name.type == mention.type.value and mention.start < name.end and name.start < mention.end
    ]
    pairs: dict[int, Mention] = {}
    used: set[int] = set()
    for _, _, number, place in sorted(common, reverse=True):
        if id(names[number]) not in pairs and place not in used:
            pairs[id(names[number])] = found[place]
            used.add(place)
    return pairs


def _is_exact(page: NamedPage, name: Name, mention: Mention) -> bool:
    slack = _SCAN_SLACK if page.origin == "scan" else 0
    if abs(mention.end - name.end) > slack:
        return False
    lead = page.text[min(mention.start, name.start) : max(mention.start, name.start)].split()
    inside = mention.start - name.start == len(name.clitic)
    return abs(mention.start - name.start) <= slack or inside or (len(lead) == 1 and not {lead[0], lead[0][1:]}.isdisjoint(_WHAT_IT_IS))


def _is_excused(page: NamedPage, mention: Mention) -> bool:
    """Say whether nobody can hold a mention against the finder: the truth leaves it open, or it is the letterhead of a scan."""
    kind = mention.type.value
    if any(name.optional and name.type == kind and mention.start < name.end and name.start < mention.end for name in page.names):
        return True
    return page.origin == "scan" and kind == "ORG" and any(fuzz.ratio(mention.text, group.arabic) >= _LETTERHEAD for group in GROUPS)


def _miss(page: NamedPage, name: Name, found: Sequence[Mention]) -> Error:
    over = sorted({mention.type.value for mention in found if mention.start < name.end and name.start < mention.end})
    how = "lost in reading" if name.end == 0 else f"taken for {'+'.join(over)}" if over else "not found"
    half = f" half ({name.part})" if name.part else ""
    shown = _around(page, name.start, name.end) if name.end else name.text
    return Error(f"{page.origin} {page.language} {name.type}{half}: {how}", shown, _shape(page, name.start, name.text))


def _other_ends(page: NamedPage, name: Name, mention: Mention) -> Error:
    shape = f"{len(name.text.split())} words, found {len(mention.text.split())}"
    return Error(f"{page.origin} {page.language} {name.type}: ends differ", f"{name.text!r} as {mention.text!r}", shape)


def _false_alarm(page: NamedPage, mention: Mention) -> Error:
    over = sorted({name.type for name in page.names if mention.start < name.end and name.start < mention.end})
    what = f"false {mention.type.value}{' on ' + '+'.join(over) if over else ''} ({mention.source})"
    shape = _shape(page, mention.start, mention.text)
    return Error(f"{page.origin} {page.language} {what}", _around(page, mention.start, mention.end), shape)


def _shape(page: NamedPage, start: int, text: str) -> str:
    """Return how many words, and the word before them, which is a template's and no name's as a rule."""
    named = any(name.start < start <= name.end + 1 for name in page.names)
    before = "a name" if named else (page.text[:start].split() or ["the beginning"])[-1]
    return f"{len(text.split())} words after {before}"


def _around(page: NamedPage, start: int, end: int) -> str:
    shown = f"{page.text[max(start - 25, 0) : start]}[[{page.text[start:end]}]]{page.text[end : end + 20]}"
    return " ".join(shown.split())


def measure(pages: Iterable[NamedPage], taggers: Sequence[Any]) -> tuple[Score, float, int]:
    """Return the score over pages, the seconds of processor time that finding took, and how many code points there were."""
    total, seconds, letters = Score(), 0.0, 0
    for page in pages:
        began = time.process_time()
        mentions = find_mentions(page.text, taggers=taggers, language=page.language)
        seconds += time.process_time() - began
        letters += len(page.text)
        total.add(score_page(page, mentions))
    return total, seconds, letters


def report(errors: Sequence[Error], *, examples: bool, limit: int) -> Iterator[str]:
    """Yield the classes of errors, the largest first, where allowed with examples."""
    classes = Counter(error.kind for error in errors)
    for kind, number in classes.most_common(limit):
        yield f"- {number} x {kind}"
        words = Counter(error.words if examples else error.shape for error in errors if error.kind == kind)
        yield from (f"    - {count} x {text}" for text, count in words.most_common(8))


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(word) for word in words.split(","))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=_numbers, default=(1, 2, 3))
    parser.add_argument("--casts", type=_numbers, default=(0, 1, 2))
    parser.add_argument("--files", type=int, default=150, help="of each leak, for born-digital pages")
    parser.add_argument("--scans", type=int, default=0, help="scanned letters of each leak")
    parser.add_argument("--language", default="", help="only pages in it, by its ISO 639-1 code")
    parser.add_argument("--english-model", action="store_true", help="spaCy's model reads along, as KASHF_ENGLISH_MODEL has it in a case")
    parser.add_argument("--cache", type=Path, help="keeps what was read from scans, for the next run")
    parser.add_argument("--show", action="store_true", help="print the classes of errors, with examples of cast 0")
    parser.add_argument("--limit", type=int, default=25, help="classes of errors to print")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def main() -> None:
    """Print a line for each cast and origin, and one for each type below it."""
    options = _options()
    taggers, results = make_taggers(english_model=options.english_model), []
    for cast in options.casts:
        for origin in ("digital", "scan")[: 2 if options.scans else 1]:
            pages = (page for page in _all_pages(options, cast, origin) if options.language in {"", page.language})
            score, seconds, letters = measure(pages, taggers)
            rows = score.rows()
            results.append(
                {"cast": cast, "origin": origin, "seeds": options.seeds, "cpu_s_per_million": round(seconds / letters * 1e6, 2), **rows}
            )
            print(f"\n## cast {cast}, {origin}: {letters:,} code points, {seconds / letters * 1e6:.2f} s of CPU a million")
            for kind, row in rows.items():
                print(f"{kind:5}", json.dumps(row))
            if options.show:
                print("\n".join(report(score.errors, examples=cast == 0, limit=options.limit)))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")


def _all_pages(options: argparse.Namespace, cast: int, origin: str) -> Iterator[NamedPage]:
    for seed in options.seeds:
        if origin == "digital":
            yield from digital_pages(Leak(seed, cast, options.files))
        else:
            yield from scanned_pages(Leak(seed, cast, options.scans * 5, "full"), options.scans, cache=options.cache)


if __name__ == "__main__":
    main()
