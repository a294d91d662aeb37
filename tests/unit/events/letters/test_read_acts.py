"""Acts in the manner of many offices: those that no table names, those of items, and polite words to a superior."""

from __future__ import annotations

from kashf.domain.letters.instructions import Force, SpeechAct
from tests.unit.events.letters.other_hands import (
    COMPLAINT,
    DAMS,
    DECISION,
    MAYOR,
    MINISTRY,
    MINUTES,
    ORCHARDS,
    PASS,
    REGIMENT,
    ROADS,
    STORE,
    TRANSFERS,
    read,
)


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


def test_courtesies_and_what_is_certified_are_no_acts() -> None:
    assert [] == acts(MAYOR)
    assert [] == acts(COMPLAINT)
    assert [(Force.ORDER, "report")] == acts(ROADS)


def test_amounts_stand_before_their_things_too() -> None:
    (act,) = read(STORE).acts

    assert [("لغما", "20", ""), ("بنزين", "5", "براميل")] == [(each.thing, each.amount, each.unit) for each in act.things]


def test_a_day_that_something_begins_on_is_no_place_to_come_from() -> None:
    moved, done = read(TRANSFERS).acts

    assert ["الموظفة هدى كامل سلمان"] == [each.text for each in moved.people]
    assert (None, "الأقسام المعنية") == (done.origin, done.who and done.who.text)


def test_a_paper_is_no_place() -> None:
    closing = read(
        "ديوان الجسور\nالعدد: ٤/٢٢\nإلى / كافة المكاتب\nتقرر ما يلي:\nأولا: على مكتب الطرق تنفيذ ما جاء في هذا الكتاب.\n"
        "ثانيا: على مكتب الطرق تنفيذ الصيانة في تل الورد."
    )

    assert [None, "تل الورد"] == [act.place and act.place.text for act in closing.acts]


def body(sentences: str, *, title: str = "أمر إداري") -> list[tuple[Force, str]]:
    return acts(f"قيادة قاطع الوادي\nالعدد: 41/7\nالتاريخ: 12/3/2014\n{title}\n{sentences}\nآمر القاطع\nسالم عودة الدرويش\n")


def test_items_of_verbal_nouns_and_what_and_adds_to_them_are_acts() -> None:
    found = body("تقرر ما يأتي:\n1- تحصين نقاط المراقبة.\n2- حفر خندق بطول خمسين مترا وردم الحفر القديمة.")
    assert [(Force.ORDER, "other")] * 3 == found


def test_passives_and_their_second_verb_order() -> None:
    found = body("يعفى السيد ناصر جميل الحداد من رئاسة القسم ويعين السيد وليد كامل الصائغ بدلا عنه.")
    assert [(Force.ORDER, "dismiss"), (Force.ORDER, "appoint")] == found


def test_a_report_tells_what_was_done_in_each_of_its_verbs() -> None:
    told = "قمنا صباح اليوم بتفقد مخفر التل، وعثرنا على مخزن ذخيرة."
    assert [(Force.DONE, "inspect"), (Force.DONE, "other")] == body(told, title="تقرير")


def test_who_does_it_all_the_same_is_forbidden_to() -> None:
    assert [(Force.FORBID, "photograph")] == body("كل من يقوم بتصوير المقرات يعاقب بالحبس.")


_STATION = "Valley Water Board\nNo. 41/7\nDate: 12 March 2014\nTo: Foreman, Bridge Works\n"


def test_what_is_forbidden_behind_and_is_an_act_of_its_own() -> None:
    order = f"{_STATION}Wardens will hand the keys to the foreman and shall not open the gate.\nSecretary of the Board\n"

    assert [(Force.ORDER, "deliver"), (Force.FORBID, "open")] == acts(order)


def test_a_telegram_is_divided_by_its_stops() -> None:
    telegram = f"{_STATION}MOVE TWO BOATS TO LOWER LOCK STOP REPORT ARRIVAL\nSecretary of the Board\n"

    assert [(Force.ORDER, "transfer"), (Force.ORDER, "report")] == acts(telegram)
