"""Reasons are told in both languages, and nothing hangs on how they are told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType, NameKey
from kashf.domain.ids import Json
from kashf.domain.reasons import NO_REASONS, NameReason, ReasonCode, Reasons, as_values, from_values
from kashf.entities.resolving.resolve import join_names, score_pairs
from kashf.ports.mentions import NameTotal
from kashf.show.explain import each_in_english, explain, in_english
from kashf.show.plain import plain
from kashf.show.wording import LANGUAGES, wording

NAMES = (
    "Abu Omar al-Wardi",
    "أبو عمر الوردي",
    "Abu Omar al-Adnani",
    "Omar al-Wardi",
    "Abu Khaled al-Wardi",
    "Salim Khaled al-Wardi",
    "Salim Abu Khaled al-Wardi",
)
#: "family name" is said of a laqab, and is the kind of no part.
PARTS = sorted({key.removeprefix("part.") for key in wording("en").table if key.startswith("part.")} - {"family name"})
MISSING = sorted(key.removeprefix("because.without.") for key in wording("en").table if key.startswith("because.without."))

OTHERWISE = Reasons.of(ReasonCode.IN_WORDS, "x")

texts = st.text(max_size=5)
codes = st.sampled_from(ReasonCode)
#: With reasons of its own, which may have some, too; few in all, so that no example is thrown away for its size.
reason = st.recursive(
    st.builds(NameReason, codes, texts, texts, texts),
    lambda inner: st.builds(NameReason, codes, texts, texts, texts, st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)


def totals() -> list[NameTotal]:
    return [NameTotal(MentionType.PERSON, NameKey(name.lower()), name, 3, 2) for name in NAMES]


def about(code: ReasonCode) -> Reasons:
    """Return a reason of a code with all it may be about."""
    if code is ReasonCode.ANOTHER:
        return Reasons(NameReason(code, left=part) for part in PARTS)
    if code is ReasonCode.WITHOUT:
        return Reasons(NameReason(code, left=part) for part in MISSING)
    return Reasons.of(code, "kunya", "nisba")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_told_in_every_language(code: ReasonCode, language: str) -> None:
    assert explain(wording(language), about(code))


@pytest.mark.parametrize("code", [code for code in ReasonCode if code is not ReasonCode.IN_WORDS])
def test_no_reason_is_told_in_english_to_an_arabic_reader(code: ReasonCode) -> None:
    assert not re.search("[A-Za-z]{3}", explain(wording("ar"), Reasons.of(code, "laqab" if code in {"another", "without"} else "ا", "ب")))


def test_what_is_said_of_one_part_stands_behind_its_name() -> None:
    found = Reasons(
        (
            NameReason(ReasonCode.TWO_SCRIPTS, "kunya"),
            NameReason(ReasonCode.READ_AS, "ism", "ا", "i"),
            NameReason(ReasonCode.NO_COUNTERPART, "", "ي"),
        )
    )

    assert "kunya: one name in two scripts; given name: ا is read as i, ي has no counterpart" == in_english(found)
    assert ("kunya: one name in two scripts", "given name: ا is read as i, ي has no counterpart") == each_in_english(found)


def test_what_a_reason_rests_on_stands_behind_it() -> None:
    assert "every part: one name in two scripts" == in_english(
        Reasons.of(ReasonCode.EVERY_PART, details=Reasons.of(ReasonCode.TWO_SCRIPTS))
    )
    assert "another nisba (one letter apart)" == in_english(
        Reasons.of(ReasonCode.ANOTHER, "nisba", details=Reasons.of(ReasonCode.ONE_LETTER_APART))
    )


def test_json_has_the_sentence_and_nothing_where_there_is_none() -> None:
    assert {"why": "the same word", "warning": ""} == plain({"why": Reasons.of(ReasonCode.SAME_WORD), "warning": NO_REASONS})


def test_words_of_a_person_are_escaped_on_a_page() -> None:
    assert "<b>" not in explain(wording("en"), Reasons.of(ReasonCode.DECIDED_WITH_REASON, "<b>", "<b>"))


@given(st.lists(reason, max_size=3).map(Reasons))
def test_reasons_that_are_kept_come_back(found: Reasons) -> None:
    kept = as_values(found)

    assert found == from_values(kept)


@pytest.mark.parametrize("kept", ["same-word", [3], [[]], [["no such reason"]], [["same-word", 3]], [["same-word", "", "", "", "", ""]]])
def test_what_is_no_reason_is_refused(kept: object) -> None:
    with pytest.raises(ValueError, match=r"reason|code|Reason"):
        from_values(cast("Json", kept))


def test_who_is_one_does_not_hang_on_what_the_sentences_say() -> None:
    pairs = score_pairs(totals())
    before = join_names(MentionType.PERSON, totals(), pairs, ())
    assert {True, False} == {bool(pair.warning) for pair in pairs}

    in_other_words = [replace(pair, why=OTHERWISE, warning=OTHERWISE if pair.warning else NO_REASONS) for pair in pairs]
    after = join_names(MentionType.PERSON, totals(), in_other_words, ())

    assert [(member.key, member.leader) for member in before.members] == [(member.key, member.leader) for member in after.members]
