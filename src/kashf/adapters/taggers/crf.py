"""A conditional random field over the words of a text, learnt from the mentions that people accepted in a case.

It sees each word's folded form, its beginnings and endings, its shape, its neighbours, and what the rules and gazetteers say of them; so
it learns where those err in this case's papers. Training is deterministic: L-BFGS from zero, texts in the order given.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final

from kashf.domain.entity import Mention, MentionType
from kashf.errors import UsageError
from kashf.language.person_names.vocabulary import PARTICLES, is_given_name, is_title
from kashf.language.words.clitics import start_behind
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import Word, words
from kashf.ports.taggers import LabelledText, Precisions, Tagger
from kashf.scratch import remove, scratch_folder

#: Weights of the L1 and L2 penalties and the number of passes, chosen on ANERcorp's training part (see benchmarks/accuracy/bench_ner.py).
_PENALTIES: Final = {"c1": 0.1, "c2": 0.05, "max_iterations": 80}
#: Words of one sequence: longer lines are cut, so that one without an end costs no more than others.
_LONGEST: Final = 150
_OUTSIDE: Final = "O"
#: Letters of particles written onto a name: وبال.
_LONGEST_CLITIC: Final = 3
#: Between two words these end a sentence.
_ENDS: Final = re.compile(r"[.!?؟؛;\n]")
_WINDOW: Final = (-2, -1, 1, 2)


class CrfLearner:
    """Trains and loads models over the hints of other taggers."""

    def __init__(self, hints: Sequence[Tagger]) -> None:
        """Take what proposes names already: its proposals are features, so the same must be given when a model is used."""
        self._hints = tuple(hints)

    def train(self, texts: Sequence[LabelledText]) -> bytes:
        """Return a model; see `ports.taggers.Learner`."""
        from pycrfsuite import Trainer

        if not any(text.mentions for text in texts):
            raise UsageError("There is no accepted name to learn from.")
        trainer = Trainer(algorithm="lbfgs", params=_PENALTIES, verbose=False)
        for text in texts:
            page = words(text.text)
            labels = _labels(text.text, page, text.mentions)
            features = _features(text.text, page, _hints(page, text.text, text.language, self._hints))
            for start, end in _sentences(text.text, page):
                trainer.append(features[start:end], labels[start:end])
        folder = scratch_folder()
        try:
            trainer.train(str(folder / "model"))
            return (folder / "model").read_bytes()
        finally:
            remove(folder)

    def tagger(self, model: bytes, *, types: frozenset[MentionType], precisions: Precisions) -> CrfTagger:
        """Return the tagger of a model; see `ports.taggers.Learner`."""
        return CrfTagger(model, hints=self._hints, types=types, precisions=precisions)


class CrfTagger:
    """Finds names by a model that was learnt from a case."""

    name = "model:crf"

    def __init__(self, model: bytes, *, hints: Sequence[Tagger], types: frozenset[MentionType], precisions: Precisions) -> None:
        """Take a model as it is: it is read with the first text, since whoever only asks for the version may stand outside of a box.

        Args:
            model: Made by `CrfLearner.train`.
            hints: The taggers whose proposals it saw when it was trained.
            types: What it may report.
            precisions: How often it and other sources were right; see `ports.taggers.Learner`.
        """
        self.precisions = precisions
        told = "".join(f"{source} {type} {share}\n" for (source, type), share in sorted(precisions.items()))
        self.version = hashlib.sha256(model + told.encode()).hexdigest()[:12]
        self._bytes, self._hints, self._types = model, tuple(hints), types

    @cached_property
    def _model(self) -> Any:
        from pycrfsuite import Tagger as Model

        model = Model()
        try:
            model.open_inmemory(self._bytes)
        except ValueError as fault:
            raise UsageError("This is no model that was learnt here.") from fault
        return model

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return what the model takes for names, each with the least probability of its words as its score.

        Raises:
            UsageError: These bytes are no model.
        """
        model, page = self._model, words(text)
        hints = _hints(page, text, language, self._hints)
        features = _features(text, page, hints)
        found: list[Mention] = []
        for start, end in _sentences(text, page):
            labels = model.tag(features[start:end])
            for first, last, type_ in _spans(labels):
                if type_ in self._types:
                    score = min(model.marginal(labels[index], index) for index in range(first, last + 1))
                    place = _start(text, page[start + first], labels[first]), page[start + last].end
                    if found and place[0] < found[-1].end:
                        continue  # The words of one ligature (ﷺ is four) share its place, which is named once.
                    mention = Mention(*place, text[slice(*place)], type_, f"{self.name}@{self.version}", round(max(score, 0.001), 3))
                    found.append(mention)
        return found


def _labels(text: str, page: Sequence[Word], mentions: Sequence[Mention]) -> list[str]:
    """Return for each word whether a mention begins or goes on in it.

    B0-PER begins with the word, B1-PER behind one letter of it (والشمالي without its و), I-PER goes on, O is outside.
    """
    labels = [_OUTSIDE] * len(page)
    ends = [word.end for word in page]
    for mention in mentions:
        first = bisect_left(ends, mention.start + 1)
        index = first
        while index < len(page) and page[index].start < mention.end:
            labels[index] = f"I-{mention.type.value}"
            index += 1
        if index > first:
            clitic = min(_LONGEST_CLITIC, len(fold(text[page[first].start : mention.start])))
            labels[first] = f"B{clitic}-{mention.type.value}"
    return labels


def _spans(labels: Sequence[str]) -> Iterator[tuple[int, int, MentionType]]:
    """Yield first and last index and type of what labels mark; an I without its B begins a mention."""
    first = 0
    for index, label in enumerate(labels):
        if label == _OUTSIDE:
            continue
        kind = label.partition("-")[2]
        if label[0] == "B" or index == 0 or labels[index - 1].partition("-")[2] != kind:
            first = index
        if index + 1 == len(labels) or labels[index + 1] != f"I-{kind}":
            yield first, index, MentionType(kind)


def _start(text: str, word: Word, label: str) -> int:
    """Return where a mention begins in its first word."""
    clitic = int(label[1]) if label[0] == "B" else 0
    return start_behind(text, word, clitic) if clitic < len(word.folded) else word.start


def _hints(page: Sequence[Word], text: str, language: str, taggers: Sequence[Tagger]) -> list[list[str]]:
    """Return for each word what other taggers say of it."""
    said: list[list[str]] = [[] for _ in page]
    for tagger in taggers:
        kind = tagger.name.partition(":")[0]
        for index, label in enumerate(_labels(text, page, tagger.tag(text, language=language))):
            if label != _OUTSIDE:
                said[index].append(f"{kind}={label}")
    return said


def _sentences(text: str, page: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of the words of each sentence or line."""
    start = 0
    for index in range(len(page)):
        is_last = index + 1 == len(page)
        if is_last or index + 1 - start >= _LONGEST or _ENDS.search(text, page[index].end, page[index + 1].start):
            yield start, index + 1
            start = index + 1


def _features(text: str, page: Sequence[Word], hints: Sequence[Sequence[str]]) -> list[list[str]]:
    own = [_word_features(word.folded, text[word.start]) for word in page]
    features: list[list[str]] = []
    for index in range(len(page)):
        row = [*own[index], *hints[index]]
        for offset in _WINDOW:
            other = index + offset
            if 0 <= other < len(page):
                row.append(f"{offset}:{page[other].folded[:24]}")
                row.extend(f"{offset}:{hint}" for hint in hints[other])
                row.extend(f"{offset}:{feature}" for feature in own[other] if feature[0] == "*")
        if index + 1 < len(page):
            row.append(f"gap>{_gap_kind(text[page[index].end : page[index + 1].start])}")
        if index:
            row.append(f"gap<{_gap_kind(text[page[index - 1].end : page[index].start])}")
        features.append(row)
    return features


@lru_cache(maxsize=1 << 15)
def _word_features(folded: Folded, first: str) -> tuple[str, ...]:
    """Return what a word is by itself; what begins with "*" its neighbours see too."""
    word = Folded(folded[:24])
    found = [f"w={word}", f"length={min(len(word), 9)}", f"*shape={_shape(word, first)}"]
    found.extend(f"begin={word[:size]}" for size in (1, 2, 3, 4) if len(word) > size)
    found.extend(f"end={word[-size:]}" for size in (1, 2, 3, 4) if len(word) > size)
    if is_given_name(word):
        found.append("*given")
    if is_title(word):
        found.append("*title")
    if word in PARTICLES:
        found.append(f"*{PARTICLES[word]}")
    if word.startswith("ال") and word.endswith("ي"):
        found.append("*nisba")
    return tuple(found)


def _shape(word: str, first: str) -> str:
    if word[0].isdigit():
        return "digit"
    if not word.isascii():
        return "article" if word.startswith("ال") else "arabic"
    return "capital" if first.isupper() else "small"


def _gap_kind(gap: str) -> str:
    mark = gap.strip()
    return mark[:1] or ("line" if "\n" in gap else "space")
