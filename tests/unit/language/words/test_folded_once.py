"""A word of a query goes through `fold` once, however many parts of the search look at it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

import pytest

from kashf.language.sounds.heard import heard
from kashf.language.sounds.similarity import compare_words, similarity, skeleton, skeletons
from kashf.language.sounds.units import units
from kashf.language.words.folding import Folded, fold
from kashf.search.expand import expand
from kashf.search.parse import parse

#: What a case has written.
WRITTEN = ("الزنبركي", "زنبركي", "zanbaraki", "zenberki", "zunbarki")


def words_with(codes: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(word for word in WRITTEN if skeleton(Folded(word)) == code) for code in codes}


def folded_by(work: Callable[[], object]) -> Counter[str]:
    """Return how often each text went through `fold`, whoever called it, with nothing remembered from before."""
    for remembered in (heard, units, skeleton, skeletons, similarity):
        remembered.cache_clear()  # type: ignore[union-attr]  # the type of `remembered` hides it
    counted: Counter[str] = Counter()

    def profile(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code is fold.__code__:
            counted[frame.f_locals["text"]] += 1

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("query", ["Zanbarakī", "الزّنبركي", "Zenberki", "zanbarki Zenberki الزنبركي"])
def test_each_word_of_a_query_is_folded_once(query: str) -> None:
    questions = []
    folded = folded_by(lambda: questions.append(expand(parse(query), words_with)))

    assert all(questions[0].spellings.values())
    assert dict.fromkeys(query.split(), 1) == {word: folded[word] for word in query.split()}


def test_comparing_a_word_with_many_folds_it_once() -> None:
    folded = folded_by(lambda: [compare_words("Zanbarakī", other) for other in WRITTEN])

    assert {1} == {folded["Zanbarakī"], *(folded[word] for word in WRITTEN)}
