"""A model learnt from accepted mentions."""

import pytest

from kashf.adapters.taggers.crf import CrfLearner, CrfTagger
from kashf.domain.entity import Mention, MentionType
from kashf.ports.taggers import LabelledText

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
    (mention,) = CrfTagger(model, hints=(), types=ALL, precisions={}).tag(text, language="ar")

    assert (mention.text, mention.type) == ("جابر المرمري", MentionType.PERSON)
    assert text[mention.start : mention.end] == mention.text
    assert 0 < mention.score <= 1
    assert mention.source.startswith("model:crf@")


def test_particles_written_onto_a_name_are_left_out_as_they_were_when_learning(model: bytes) -> None:
    mentions = CrfTagger(model, hints=(), types=ALL, precisions={}).tag("ثم عاد وسالم الفخاري في المساء", language="ar")

    assert [mention.text for mention in mentions] == ["سالم الفخاري"]


@pytest.mark.parametrize("text", ["", "\n", "x" * 5000, "a " * 20_000, "\u202e\ud800"])
def test_hostile_texts_do_no_harm(model: bytes, text: str) -> None:
    assert CrfTagger(model, hints=(), types=frozenset(), precisions={}).tag(text, language="") == []
