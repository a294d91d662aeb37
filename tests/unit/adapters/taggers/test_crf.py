"""A model learnt from accepted mentions."""

import pytest

from kashf.adapters.taggers.crf import CrfLearner, CrfTagger
from kashf.domain.entity import Mention, MentionType
from kashf.errors import UsageError
from kashf.ports.learners import LabelledText

NAMES = ("سالم الفخاري", "ماجد الزمردي", "هاني العقيقي", "رامي السوسني", "نادر القرنفلي", "بشار الياقوتي")
ALL = frozenset(MentionType)


def labelled(before: str, name: str, after: str) -> LabelledText:
    start = len(before)
    return LabelledText(before + name + after, (Mention(start, start + len(name), name, MentionType.PERSON, "person", 1.0),), "ar")


@pytest.fixture(scope="module")
def texts() -> list[LabelledText]:
    sentences = [("وصل المدعو ", " إلى الحاجز"), ("سلم المدعو ", " الرسالة"), ("ثم عاد و", " في المساء")]
    return [labelled(before, name, after) for name in NAMES for before, after in sentences] + [LabelledText("وصلت الشاحنات إلى الحاجز", ())]


@pytest.fixture(scope="module")
def model(texts: list[LabelledText]) -> bytes:
    return CrfLearner(()).train(texts)


def test_what_was_learnt_finds_names_that_were_not_seen(model: bytes) -> None:
    text = "وصل المدعو جابر المرمري إلى الحاجز"
    (mention,) = CrfTagger(model, hints=(), types=ALL).tag(text, language="ar")

    assert (mention.text, mention.type) == ("جابر المرمري", MentionType.PERSON)
    assert text[mention.start : mention.end] == mention.text
    assert 0 < mention.score <= 1
    assert mention.source.startswith("model:crf@")


def test_particles_written_onto_a_name_are_left_out_as_they_were_when_learning(model: bytes) -> None:
    mentions = CrfTagger(model, hints=(), types=ALL).tag("ثم عاد وسالم الفخاري في المساء", language="ar")

    assert [mention.text for mention in mentions] == ["سالم الفخاري"]


def test_the_same_texts_give_the_same_model(texts: list[LabelledText], model: bytes) -> None:
    assert CrfLearner(()).train(texts) == model


def test_only_the_asked_types_are_reported(model: bytes) -> None:
    assert CrfTagger(model, hints=(), types=frozenset({MentionType.PLACE})).tag("وصل المدعو سالم الفخاري", language="ar") == []


def test_there_must_be_something_to_learn_from() -> None:
    with pytest.raises(UsageError, match="no accepted name"):
        CrfLearner(()).train([LabelledText("وصلت الشاحنات", ())])


@pytest.mark.parametrize("data", [b"", b"lCRF", b"not a model at all, but long enough to hold a header of its size"])
def test_bytes_that_are_no_model_are_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="no model"):
        CrfTagger(data, hints=(), types=ALL)


@pytest.mark.parametrize("text", ["", "\n", "x" * 5000, "a " * 20_000, "\u202e\ud800"])
def test_hostile_texts_do_no_harm(model: bytes, text: str) -> None:
    assert CrfTagger(model, hints=(), types=frozenset()).tag(text, language="") == []
