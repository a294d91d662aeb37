"""English names by the small model."""

import pytest

from kashf.adapters.taggers.spacy import SpacyTagger, is_installed, pieces
from kashf.domain.entity import MentionType

pytestmark = pytest.mark.slow

TEXT = "Yesterday John Smith of the Red Cross flew from London to Berlin."


@pytest.fixture(scope="module")
def tagger() -> SpacyTagger:
    assert is_installed()
    return SpacyTagger()


def test_persons_groups_and_places_of_an_english_text_are_found(tagger: SpacyTagger) -> None:
    mentions = tagger.tag(TEXT, language="en")

    assert [(mention.text, mention.type) for mention in mentions] == [
        ("John Smith", MentionType.PERSON),
        ("Red Cross", MentionType.GROUP),
        ("London", MentionType.PLACE),
        ("Berlin", MentionType.PLACE),
    ]
    assert [TEXT[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    assert {mention.source for mention in mentions} == {f"model:en_core_web_sm@{tagger.version}"}


def test_a_text_in_another_or_no_known_language_is_left_alone(tagger: SpacyTagger) -> None:
    assert tagger.tag(TEXT, language="ar") == tagger.tag(TEXT, language="") == ()


def test_places_in_a_long_text_are_those_of_the_whole_text(tagger: SpacyTagger) -> None:
    text = "Nothing is here.\n\n" * 1500 + TEXT
    mentions = tagger.tag(text, language="en")

    assert [text[mention.start : mention.end] for mention in mentions][-2:] == ["London", "Berlin"]


def test_long_texts_are_cut_at_blank_lines_then_lines_then_spaces_and_nothing_is_lost() -> None:
    for text in ("word " * 10_000, "word\n" * 10_000, "word\n\n" * 10_000, "x" * 50_000, "", "short"):
        cuts = [text[start:end] for start, end in pieces(text)]

        assert "".join(cuts) == text
        assert max(map(len, cuts), default=0) <= 20_000
    assert all(text[start:end].endswith("\n\n") for text in ["word\n\n" * 10_000] for start, end in list(pieces(text))[:-1])
