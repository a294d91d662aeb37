"""What every Learner must do: the same texts give the same model, which finds only what it was asked for, and nothing else is a model."""

from __future__ import annotations

import pytest

from kashf.adapters.taggers.crf import CrfLearner
from kashf.domain.entity import Mention, MentionType
from kashf.errors import UsageError
from kashf.language.measures.tagger import MeasureTagger
from kashf.ports.taggers import LabelledText, Learner

ALL = frozenset(MentionType)
NAMES = ("سالم الفخاري", "ماجد الزمردي", "هاني العقيقي", "رامي السوسني", "نادر القرنفلي", "بشار الياقوتي")


def labelled(before: str, name: str, after: str) -> LabelledText:
    start = len(before)
    return LabelledText(before + name + after, (Mention(start, start + len(name), name, MentionType.PERSON, "person", 1.0),), "ar")


class LearnerContract:
    @pytest.fixture(scope="class")
    @classmethod
    def texts(cls) -> tuple[LabelledText, ...]:
        sentences = (("وصل المدعو ", " إلى الحاجز"), ("سلم المدعو ", " الرسالة"))
        return tuple(labelled(before, name, after) for name in NAMES for before, after in sentences)

    @pytest.fixture(scope="class")
    @classmethod
    def model(cls, learner: Learner, texts: tuple[LabelledText, ...]) -> bytes:
        return learner.train(texts)

    def test_a_name_nobody_decided_on_is_found_where_such_names_stand(self, learner: Learner, model: bytes) -> None:
        found = learner.tagger(model, types=ALL, precisions={}).tag("وصل المدعو جابر المرمري إلى الحاجز", language="ar")

        assert [("جابر المرمري", MentionType.PERSON)] == [(mention.text, mention.type) for mention in found]

    def test_the_same_texts_give_the_same_model(self, learner: Learner, texts: tuple[LabelledText, ...], model: bytes) -> None:
        assert model == learner.train(texts)

    def test_taggers_of_one_model_have_one_version_and_those_of_another_another(self, learner: Learner, model: bytes) -> None:
        other = learner.train([labelled("ثم عاد ", "سالم الفخاري", " في المساء")])
        versions = [learner.tagger(each, types=ALL, precisions={}).version for each in (model, model, other)]

        assert (versions[0], 2) == (versions[1], len(set(versions)))

    def test_what_was_measured_is_kept_and_part_of_the_version(self, learner: Learner, model: bytes) -> None:
        measured = {("rules:title", MentionType.PERSON): 0.75}
        tagger = learner.tagger(model, types=ALL, precisions=measured)

        assert measured == tagger.precisions
        assert tagger.version != learner.tagger(model, types=ALL, precisions={}).version

    def test_types_that_nobody_asked_for_are_not_reported(self, learner: Learner, model: bytes) -> None:
        tagger = learner.tagger(model, types=frozenset({MentionType.PLACE}), precisions={})

        assert [] == list(tagger.tag("وصل المدعو سالم الفخاري إلى الحاجز", language="ar"))

    def test_texts_without_a_mention_teach_nothing(self, learner: Learner) -> None:
        with pytest.raises(UsageError):
            learner.train([LabelledText("وصلت الشاحنات", ())])

    @pytest.mark.parametrize("data", [b"", b"lCRF", b"not a model at all, but long enough to hold a header of its size"])
    def test_bytes_that_are_no_model_are_refused_with_the_first_text(self, learner: Learner, data: bytes) -> None:
        tagger = learner.tagger(data, types=ALL, precisions={})

        with pytest.raises(UsageError):
            tagger.tag("", language="")


class TestCrfLearner(LearnerContract):
    @pytest.fixture(scope="class")
    @classmethod
    def learner(cls) -> Learner:
        return CrfLearner((MeasureTagger(),))
