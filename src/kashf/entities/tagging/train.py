"""Learn to find names from what people accepted, and use what was learnt only where it is proven to help.

A fifth of the texts is held out. On it is measured how often the model is right, and how often each rule and gazetteer is where the model
does not agree; by that what they propose is settled. The rules alone are compared with both so settled, type by type: each half of the
held-out texts by what was measured on the other. The model may find names of a type afterwards only when it repairs so many more faults
than it makes that chance would do it in one of twenty cases.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import comb
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import MentionType
from kashf.entities.tagging.settle import find_mentions, settle, source_of
from kashf.errors import UsageError
from kashf.ports.taggers import LabelledText, Learner, Precisions, Tagger

#: One text in so many is held out, or what one name in so many stands in.
_HELD_OUT: Final = 5
#: Accepted mentions of a type that the held-out texts must have for a verdict on it.
LEAST_MENTIONS: Final = 20
#: How often chance alone may seem to help.
_CHANCE: Final = 0.05

_Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TypeReport:
    """How well names of one type are found in the held-out texts.

    Args:
        type: What is named.
        mentions: Accepted mentions in the held-out texts.
        rules: Exact-span F1 of gazetteers and rules, in [0..1].
        both: The same with the model.
        repaired: Faults of the rules that the model repairs.
        broken: Faults that it adds.
        used: Whether it may find names of this type.
        why: The reason, for a person.
    """

    type: MentionType
    mentions: int
    rules: float
    both: float
    repaired: int
    broken: int
    used: bool
    why: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning.

    Args:
        report: One line for each type that was accepted anywhere.
        learnt_from: Texts that were learnt from.
        held_out: Texts that the report was made on.
        model: What was learnt, from the texts that were not held out; None when it is used for nothing.
        precisions: How often the model and each other source was right there, of the types that the model may find.
    """

    report: tuple[TypeReport, ...]
    learnt_from: int
    held_out: int
    model: bytes | None
    precisions: Precisions = field(default_factory=lambda: MappingProxyType({}))

    @property
    def types(self) -> frozenset[MentionType]:
        """What the model may find."""
        return frozenset(line.type for line in self.report if line.used)


def is_held_out(words: str) -> bool:
    """Return whether a text, or a name, is one of the fifth that nothing is learnt from: by a hash, so the same on every machine."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[0] % _HELD_OUT == 0


def learn(
    texts: Sequence[LabelledText],
    *,
    taggers: Sequence[Tagger],
    learner: Learner,
    held_out: Callable[[LabelledText], bool] = lambda text: is_held_out(text.text),
) -> Learned:
    """Learn from texts in which all mentions were decided on.

    Args:
        texts: Equal texts count once.
        taggers: Gazetteers and rules that find names already.
        learner: What makes a model; it may ask the same taggers for hints.
        held_out: Which texts nothing is learnt from.

    Raises:
        UsageError: There is nothing to learn from, or nothing to hold out.
    """
    single = {text.text: text for text in texts}.values()
    held = [text for text in single if held_out(text)]
    kept = [text for text in single if not held_out(text)]
    types = sorted({mention.type for text in single for mention in text.mentions})
    if not held or not any(text.mentions for text in kept):
        raise UsageError("Too few texts were decided on to learn from some and test on others.")
    model = learner.train(kept)
    trial = _Trial(held, taggers, learner.tagger(model, types=frozenset(types), precisions={}))
    report = tuple(_report(type_, *trial.places(type_)) for type_ in types)
    used = frozenset(line.type for line in report if line.used)
    if not used:
        return Learned(report, len(kept), len(held), None)
    precisions = {(source, type_): share for (source, type_), share in trial.precisions(held).items() if type_ in used}
    return Learned(report, len(kept), len(held), model, MappingProxyType(precisions))


def exact_f1(truth: int, found: int, right: int) -> float:
    """Return the harmonic mean of precision and recall of exact places, in [0..1]; 1 when there was nothing and nothing was found.

    Args:
        truth: Mentions there are.
        found: Mentions that were found.
        right: Mentions found at exactly their place with their type.
    """
    return 2 * right / (truth + found) if truth + found else 1.0


def _report(type_: MentionType, truth: frozenset[_Place], rules: frozenset[_Place], both: frozenset[_Place]) -> TypeReport:
    faults, remaining = truth ^ rules, truth ^ both
    repaired, broken = len(faults - remaining), len(remaining - faults)
    chance = _chance(repaired, broken)
    used = len(truth) >= LEAST_MENTIONS and repaired > broken and chance <= _CHANCE
    if len(truth) < LEAST_MENTIONS:
        why = f"only {len(truth)} held-out mentions; {LEAST_MENTIONS} are needed"
    else:
        why = f"repairs {repaired} faults and makes {broken}; chance alone would do as well in {chance:.0%} of cases"
    f1_rules, f1_both = (exact_f1(len(truth), len(found), len(truth & found)) for found in (rules, both))
    return TypeReport(type_, len(truth), f1_rules, f1_both, repaired, broken, used, why)


def _chance(repaired: int, broken: int) -> float:
    """Return how likely so many or more repairs are among all changes if each were as likely to break (exact one-sided sign test)."""
    changes = repaired + broken
    return sum(comb(changes, count) for count in range(repaired, changes + 1)) / (1 << changes)


class _Trial:
    """What rules and a model find in held-out texts, and how much of it is right."""

    def __init__(self, held: Sequence[LabelledText], taggers: Sequence[Tagger], model: Tagger) -> None:
        self._held = held
        both = (*taggers, model)
        self._proposed = {text.text: [each for tagger in both for each in tagger.tag(text.text, language=text.language)] for text in held}
        self._by_rules = {text.text: find_mentions(text.text, taggers=taggers, language=text.language) for text in held}
        self._by_model = {text.text: model.tag(text.text, language=text.language) for text in held}
        halves = held[::2], held[1::2]
        measured = [self.precisions(half) for half in halves]
        self._both = {
            text.text: settle(self._proposed[text.text], precisions=precisions)
            for half, precisions in zip(halves, reversed(measured), strict=True)
            for text in half
        }

    def places(self, type_: MentionType) -> tuple[frozenset[_Place], frozenset[_Place], frozenset[_Place]]:
        """Return the places of a type: those there are, those by rules, those by rules and model."""
        found: tuple[set[_Place], set[_Place], set[_Place]] = (set(), set(), set())
        for number, text in enumerate(self._held):
            for places, mentions in zip(found, (text.mentions, self._by_rules[text.text], self._both[text.text]), strict=True):
                places.update((number, each.start, each.end) for each in mentions if each.type is type_)
        truth, by_rules, both = map(frozenset, found)
        return truth, by_rules, both

    def precisions(self, texts: Sequence[LabelledText]) -> dict[tuple[str, MentionType], float]:
        """Return how often the model is right in some texts, and each other source where the model does not agree.

        One right and one wrong are added to each, so that few are no proof.
        """
        right: Counter[tuple[str, MentionType]] = Counter()
        every: Counter[tuple[str, MentionType]] = Counter()
        for text in texts:
            truth = {(each.start, each.end, each.type) for each in text.mentions}
            by_model = self._by_model[text.text]
            agreed = {(each.start, each.end, each.type) for each in by_model}
            alone = [each for each in self._by_rules[text.text] if (each.start, each.end, each.type) not in agreed]
            for each in (*by_model, *alone):
                every[source_of(each), each.type] += 1
                right[source_of(each), each.type] += (each.start, each.end, each.type) in truth
        return {key: (right[key] + 1) / (count + 2) for key, count in every.items()}
