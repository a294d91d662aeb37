"""How far the links of a pile are those of its truth: pairs, which way they go, and what two simple ways of linking find."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kashf.language.words.stemming import stem
from kashf.language.words.tokens import folded_words

Row = Mapping[str, Any]
Pair = tuple[str, str]
#: Links of the truth that are of chains; that two papers are one letter, a translation or twins is told elsewhere.
KINDS: Final = (
    *("acknowledges", "reports", "completes", "cancels", "reminds", "answers", "contradicts", "permits", "uses_expired", "passes_on"),
    *("encloses", "pairs_with"),
)
OPERATIONS: Final = frozenset({"acknowledges", "reports", "completes", "cancels"})
_READ: Final = ("ar", "en")


@dataclass(frozen=True)
class TrueLinks:
    """What the truth of a pile says of links.

    Args:
        kinds: Of each link, later letter first: by what it is one. Where the earlier one is not in the pile, the one before that.
        over_gaps: Those of them that lead over letters that are not in the pile.
        one: For each letter the one that it is a copy or translation of, or itself.
        open: Letters of which the truth does not say what they follow: twins and forgeries, which cite what their models cite.
        foreign: Links left out, since one of the two is in a language that is not read.
    """

    kinds: Mapping[Pair, str]
    over_gaps: frozenset[Pair]
    one: Mapping[str, str]
    open: frozenset[str]
    foreign: int

    @classmethod
    def of(cls, letters: Sequence[Row], chains: Sequence[Row], papers: Sequence[Row]) -> TrueLinks:
        """Return the links of a pile from the rows of its truth."""
        by_id = {row["id"]: row for row in letters}
        one = {id: row["exemplar_of"] or row["translation_of"] or id for id, row in by_id.items()}
        left_open = frozenset(id for id, row in by_id.items() if row["twin_of"] or row["forged"])
        here = {row["id"]: row["in_pile"] for row in papers}
        above = {row["from"]: row for row in chains if row["kind"] in KINDS}
        kinds: dict[Pair, str] = {}
        gaps, foreign = set[Pair](), 0
        for later, row in above.items():
            earlier, steps = str(row["to"]), 0
            while earlier in above and not here[earlier]:
                earlier, steps = str(above[earlier]["to"]), steps + 1
            if not (here[later] and here[earlier]) or later in left_open or not {later, earlier} <= by_id.keys():
                continue
            if not {by_id[later]["language"], by_id[earlier]["language"]} <= set(_READ):
                foreign += 1
                continue
            pair = (one[later], one[earlier])
            kinds[pair] = str(row["kind"])
            gaps |= {pair} if steps else set()
        return cls(kinds, frozenset(gaps), one, left_open, foreign)


@dataclass
class LinkFigures:
    """Counts over several piles."""

    right: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    turned: int = 0
    named_rightly: int = 0

    def add(self, truth: TrueLinks, found: Mapping[tuple[frozenset[str], frozenset[str]], str]) -> None:
        """Count what was found in one pile.

        Args:
            truth: Its links.
            found: Kind of each link that was found, by the letters (copies among them) of the later and of the earlier side.
        """
        told: dict[Pair, str] = {}
        for (later, earlier), kind in found.items():
            if later & truth.open:
                continue
            pairs = [(truth.one[left], truth.one[right]) for left in sorted(later) for right in sorted(earlier)]
            hit = next((pair for pair in pairs if pair in truth.kinds or pair[::-1] in truth.kinds), pairs[0])
            if hit[0] != hit[1]:
                told[hit] = kind
        self.true.update(truth.kinds.values())
        for pair, kind in told.items():
            if pair in truth.kinds:
                self.right[truth.kinds[pair]] += 1
                self.named_rightly += _is_kind(kind, truth.kinds[pair])
            elif pair[::-1] in truth.kinds:
                self.turned += 1
            else:
                self.wrong[kind] += 1

    def scores(self, kinds: Iterable[str] | None = None) -> tuple[float, float, float]:
        """Return precision, recall and F1, of all or of some kinds; of some, what is wrong counts by what it was called."""
        wanted = set(kinds) if kinds is not None else None
        right = sum(count for kind, count in self.right.items() if wanted is None or kind in wanted)
        true = sum(count for kind, count in self.true.items() if wanted is None or kind in wanted)
        wrong = sum(count for kind, count in self.wrong.items() if wanted is None or any(_is_kind(kind, each) for each in wanted))
        precision, recall = right / max(1, right + wrong + (self.turned if wanted is None else 0)), right / max(1, true)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    @property
    def direction(self) -> float:
        """Of links between the right two letters, the share that go the right way."""
        right = sum(self.right.values())
        return right / max(1, right + self.turned)


def _is_kind(told: str, true: str) -> bool:
    return told.replace("-", "_") == {"contradicts": "answers", "uses_expired": "uses"}.get(true, true)


def named_alike(texts: Mapping[str, str], names: Sequence[str], days: Mapping[str, dt.date | None]) -> dict[tuple[str, str], str]:
    """Return links by code name alone: who has a name somewhere follows the earliest dated letter that has it too.

    Args:
        texts: Of the letters.
        names: The true names, which a reader would have to know.
        days: Of the letters, as they show them.
    """
    found: dict[tuple[str, str], str] = {}
    for name in names:
        some = sorted((id for id, text in texts.items() if name in text), key=lambda id: (days.get(id) or dt.date.max, id))
        found.update({(each, some[0]): "name" for each in some[1:]})
    return found


def most_alike(texts: Mapping[str, str], days: Mapping[str, dt.date | None]) -> dict[tuple[str, str], float]:
    """Return links by words alone: each letter with the most similar earlier one, and the cosine of their TF-IDF.

    Args:
        texts: Of the letters.
        days: Of the letters; of two of which one has none the one with the smaller id is taken for the earlier one.
    """
    words = {id: Counter(map(stem, folded_words(text))) for id, text in texts.items()}
    having: dict[str, list[str]] = defaultdict(list)
    for id, counts in words.items():
        for word in counts:
            having[word].append(id)
    weights = {id: {word: n * math.log(len(texts) / len(having[word])) for word, n in counts.items()} for id, counts in words.items()}
    norms = {id: math.sqrt(math.fsum(each * each for each in some.values())) or 1.0 for id, some in weights.items()}
    found: dict[tuple[str, str], float] = {}
    for id, some in weights.items():
        dots: dict[str, float] = defaultdict(float)
        for word, weight in some.items():
            for other in having[word] if weight else ():
                dots[other] += weight * weights[other][word]
        earlier = [(dot / norms[id] / norms[other], other) for other, dot in dots.items() if other != id and _is_before(other, id, days)]
        if earlier:
            cosine, best = max(earlier)
            found[id, best] = cosine
    return found


def _is_before(earlier: str, later: str, days: Mapping[str, dt.date | None]) -> bool:
    first, last = days.get(earlier), days.get(later)
    return first < last if first and last and first != last else earlier < later


def texts_of(pile: Path, letters: Sequence[Row]) -> dict[str, str]:
    """Return the texts of the letters of a pile, copies and translations left out."""
    return {
        row["id"]: (pile / row["text"]).read_text(encoding="utf-8") for row in letters if not (row["exemplar_of"] or row["translation_of"])
    }
