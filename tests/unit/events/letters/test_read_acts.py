"""Acts in the manner of many offices: those that no table names, those of items, and polite words to a superior."""

from __future__ import annotations

from kashf.domain.letters.instructions import Force, SpeechAct
from tests.unit.events.letters.other_hands import DAMS, DECISION, MINISTRY, MINUTES, ORCHARDS, PASS, REGIMENT, read


def acts(letter: str) -> list[tuple[Force, str]]:
    return [(act.force, act.kind) for act in read(letter).acts]


def test_what_no_table_names_is_an_act_all_the_same() -> None:
    assert [(Force.FORBID, "other"), (Force.ORDER, "other")] == acts(ORCHARDS)
    assert (Force.REQUEST, "other") in acts(REGIMENT)


def test_items_have_the_force_of_the_sentence_that_leads_to_them() -> None:
    assert [(Force.REQUEST, "other"), (Force.REQUEST, "committee")] == acts(MINUTES)
    assert [(Force.ORDER, "dismiss"), (Force.ORDER, "appoint")] == acts(DECISION)


def test_an_article_that_counts_in_digits_is_nobody() -> None:
    assert [None, None] == [act.who for act in read(DECISION).acts]


def test_polite_words_to_a_superior_ask() -> None:
    assert [(Force.REQUEST, "pay")] == acts(MINISTRY)


def test_an_approval_from_above_orders_and_its_days_are_counted_in_words() -> None:
    (act,) = read(DAMS).acts

    assert (Force.ORDER, "transfer") == (act.force, act.kind)
    assert act.by_when is not None
    assert ("within-letter", 10) == (act.by_when.rule, act.by_when.days)


def test_a_pass_names_who_may_go_and_asks_others_to_let_him() -> None:
    letter = read(PASS)

    assert SpeechAct.PERMIT is letter.speech_act
    assert ["الأخ سليم نوري البزاز"] == [each.text for each in letter.acts[0].people]


def test_the_post_that_somebody_is_relieved_of_is_told() -> None:
    post = read(DECISION).acts[0].post

    assert post is not None
    assert "رئيس بلدية تل النخيل" == post.text
