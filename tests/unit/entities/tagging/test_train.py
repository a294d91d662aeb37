"""A model is used only where held-out decisions show that it helps."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from kashf.domain.entity import Mention, MentionType
from kashf.entities.tagging.train import LEAST_MENTIONS, exact_f1, learn
from kashf.errors import UsageError
from kashf.ports.taggers import LabelledText, LearntTagger, Precisions

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE


@dataclass(frozen=True)
class Finds:
    """Finds one word wherever it stands."""

    word: str
    type: MentionType
    kind: str = "rules"
    name: str = "rules:fake"
    version: str = "1"
    precisions: Precisions = field(default_factory=dict)

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        start = text.find(self.word)
        return [Mention(start, start + len(self.word), self.word, self.type, f"{self.kind}:fake", 0.9)] if start >= 0 else []


@dataclass
class FakeLearner:
    """A learner whose model finds one word."""

    found: Finds
    learnt: int = 0

    def train(self, texts: Sequence[LabelledText]) -> bytes:
        self.learnt = len(texts)
        return b"model"

    def tagger(self, model: bytes, *, types: frozenset[MentionType], precisions: Precisions) -> LearntTagger:
        assert (model, precisions) == (b"model", {})
        assert self.found.type in types
        return self.found


def texts(count: int) -> list[LabelledText]:
    lines = [f"In message {number} they said that he came Omar" for number in range(count)]
    return [LabelledText(line, (Mention(len(line) - 4, len(line), "Omar", PERSON, "person", 1.0),)) for line in lines]


def test_a_model_that_repairs_what_rules_miss_is_used() -> None:
    learner = FakeLearner(Finds("Omar", PERSON, "model"))
    learned = learn(texts(300), taggers=[Finds("came", PLACE)], learner=learner)
    (line,) = learned.report

    assert (line.rules, line.both, line.broken, line.used) == (0.0, 1.0, 0, True)
    assert line.repaired == line.mentions == learned.held_out >= LEAST_MENTIONS
    assert (learned.model, learned.types) == (b"model", {PERSON})
    assert (learned.learnt_from, learned.learnt_from + learned.held_out) == (learner.learnt, 300)


def test_a_model_that_adds_nothing_to_the_rules_is_not_used() -> None:
    learned = learn(texts(300), taggers=[Finds("Omar", PERSON)], learner=FakeLearner(Finds("Omar", PERSON, "model")))
    (line,) = learned.report

    assert (line.rules, line.both, line.repaired, line.used, learned.model) == (1.0, 1.0, 0, False, None)


def test_a_model_that_is_mostly_wrong_breaks_nothing_and_is_not_used() -> None:
    learned = learn(texts(300), taggers=[Finds("Omar", PERSON)], learner=FakeLearner(Finds("came", PERSON, "model")))
    (line,) = learned.report

    assert (line.rules, line.both, line.broken, line.used) == (1.0, 1.0, 0, False)
    assert (learned.model, learned.types, dict(learned.precisions)) == (None, frozenset(), {})


def test_a_rule_that_is_mostly_wrong_where_the_model_disagrees_is_measured_and_gives_way() -> None:
    learned = learn(texts(300), taggers=[Finds("came", PERSON)], learner=FakeLearner(Finds("Omar", PERSON, "model")))
    (line,) = learned.report

    assert (line.rules, line.both, line.broken, line.used) == (0.0, 1.0, 0, True)
    assert learned.precisions[("rules:fake", PERSON)] < 0.1
    assert learned.precisions[("model:fake", PERSON)] > 0.9


def test_too_few_held_out_mentions_give_no_verdict() -> None:
    learned = learn(texts(40), taggers=[], learner=FakeLearner(Finds("Omar", PERSON, "model")))
    (line,) = learned.report

    assert 0 < line.mentions < LEAST_MENTIONS
    assert (line.used, learned.model) == (False, None)
    assert "are needed" in line.why


def test_a_text_that_is_there_twice_is_never_learnt_from_and_tested_on() -> None:
    learned = learn([*texts(100), *texts(100)], taggers=[], learner=FakeLearner(Finds("Omar", PERSON, "model")))

    assert learned.learnt_from + learned.held_out == 100


@pytest.mark.parametrize("given", [[], texts(1), [LabelledText(str(n), ()) for n in range(100)]])
def test_nothing_to_learn_from_or_to_hold_out_is_said(given: list[LabelledText]) -> None:
    with pytest.raises(UsageError, match="Too few"):
        learn(given, taggers=[], learner=FakeLearner(Finds("Omar", PERSON, "model")))


def test_f1_of_nothing_in_nothing_is_one() -> None:
    assert (exact_f1(0, 0, 0), exact_f1(10, 0, 0), exact_f1(10, 10, 5)) == (1.0, 0.0, 0.5)
