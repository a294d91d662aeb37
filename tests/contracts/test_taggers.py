"""What every tagger promises: places that hold, in order, without overlap, the same each time, whatever the text."""

from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.gazetteer import GazetteerTagger, PlacesTagger, case_entries
from kashf.adapters.taggers.spacy import SpacyTagger
from kashf.domain.entity import Mention, MentionType
from kashf.language.correspondence.correspondents import CorrespondentTagger
from kashf.language.grammar.rules import RuleTagger
from kashf.language.measures.tagger import MeasureTagger
from kashf.ports.taggers import LabelledText, Tagger

NAMES = ("places", "case", "rules", "measures", "correspondents", "spacy", "crf")
PIECES = (
    *(
        "الرقة",
        "للرقة",
        "أبو محمد",
        "الشمالي",
        "كتيبة",
        "مدينة",
        "الباب",
        "رقم",
        "العدد:",
        "٢٠",
        "بندقية",
        "آلية",
        "عدد",
        "دولار",
        "ﷺ",
        "ـ",
        "َ",
    ),
    *(
        "Raqqa",
        "al-",
        "U.S.",
        "the city of",
        "Abu",
        "John Smith",
        "\nFrom: ",
        "\nCc: ",
        "<john@example.org>",
        "DE89370400440532013000",
        "36.2021, 37.1343",
        "plate 34 ABC 123",
        "No.",
        "$",
        "5,000",
        "12/3",
        "+963 944 123 456",
        "rifles",
        "x",
        "'s",
        "(",
        ")",
    ),
    *(" ", " ", " ", "\n", "\n\n", "\t", "\r\n", ".", "،", "\u202e", "\u200f", "\u0000", "\ufffd", "-", "%", "«", "»"),
)


@lru_cache(maxsize=1)
def taggers() -> dict[str, Tagger]:
    learner = CrfLearner((MeasureTagger(),))
    learnt = [LabelledText("وصل سالم الفخاري", (Mention(4, 16, "سالم الفخاري", MentionType.PERSON, "person", 1.0),), "ar")]
    model = learner.tagger(learner.train(learnt), types=frozenset(MentionType), precisions={})
    case = GazetteerTagger(case_entries([("أبو محمد الشمالي", MentionType.PERSON), ("Raqqa", MentionType.PLACE)]), table="case")
    every: tuple[Tagger, ...] = (PlacesTagger(), case, RuleTagger(), MeasureTagger(), CorrespondentTagger(), SpacyTagger(), model)
    return dict(zip(NAMES, every, strict=True))


@pytest.mark.parametrize("name", NAMES)
@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60), language=st.sampled_from(("ar", "en", "")))
@settings(max_examples=60, deadline=None)
def test_mentions_lie_in_the_text_in_order_without_overlap(name: str, text: str, language: str) -> None:
    tagger = taggers()[name]
    mentions = tagger.tag(text, language=language)

    assert [mention.text for mention in mentions] == [text[mention.start : mention.end] for mention in mentions]
    assert all(mention.text.strip() and 0 < mention.score <= 1 for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert list(tagger.tag(text, language=language)) == list(mentions)


@pytest.mark.parametrize("name", NAMES)
def test_a_tagger_has_a_name_a_version_of_its_data_and_sources_that_say_their_kind(name: str) -> None:
    tagger = taggers()[name]
    mentions = tagger.tag(
        "وصل سالم الفخاري إلى الرقة ومعه ٢٠ بندقية. John Smith came to Raqqa. أبو محمد الشمالي Karl Weiss <k@example.org>", language="en"
    )

    assert tagger.name.partition(":")[0] in {"gazetteer", "rules", "model"}
    assert (tagger.version == "") == tagger.name.startswith("rules")
    assert mentions
    assert {mention.source.partition(":")[0] for mention in mentions} == {tagger.name.partition(":")[0]}
