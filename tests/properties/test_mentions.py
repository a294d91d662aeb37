"""What finding names by rules promises for any text at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType
from kashf.entities.tagging.keys import name_key
from kashf.language.grammar.rules import RuleTagger
from tests.counting import steps

_PIECES = st.sampled_from(
    [
        *(
            "أبو",
            "ابن",
            "بن",
            "عبد",
            "الله",
            "القائد",
            "لواء",
            "تل",
            "مدينة",
            "ديوان",
            "العنابي",
            "طلحة",
            "ولأبي",
            "على",
            "قال",
            "، ",
            "\n",
            "«",
            "»",
        ),
        *(
            "Abu",
            "al",
            "-",
            "al-Anbari",
            "bin",
            "Commander",
            "Brigade",
            "the",
            "of",
            "in",
            '"',
            "IS",
            "52nd",
            ";",
            ":",
            "\t",
            "'s",
            "\u202e",
            "ﷺ",
            "ﻻ",
        ),
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=40), st.sampled_from(["", " "]))
def test_mentions_are_in_order_apart_and_cite_the_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    last = 0
    for mention in RuleTagger().tag(text):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert 0 < mention.score <= 1
        last = mention.end


@example("¸", MentionType.NUMBER)
@given(st.text(max_size=60), st.sampled_from(MentionType))
def test_a_key_is_folded_words_joined_by_single_spaces(text: str, type_: MentionType) -> None:
    key = name_key(text, type_)

    assert " ".join(key.split()) == key


@pytest.mark.parametrize(
    "piece",
    [
        "أبو ",
        "بن ",
        "ال",
        "لواء كتيبة ",
        "مدينة قرية تل ",
        "رئيس نائب ",
        "Abu ",
        "al-",
        "Council of the ",
        "«",
        '"',
        "أ" * 5000 + " ",
        "A" * 5000 + " ",
        "a;b\n",
        "\n",
    ],
)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    tagger = RuleTagger()
    tagger.tag("أبو طلحة and Abu Talha")  # the tables are made once

    def taken(length: int) -> int:
        text = piece * (length // len(piece) + 1)
        return steps(lambda: tagger.tag(text))

    assert taken(10_000) < 5 * taken(2_500) + 5_000
