"""Names of one post are one man's where all agrees; else it is asked, or they are two."""

from __future__ import annotations

from kashf.events.posts.holders import MOST_NAMES, MayBe, names_of_post


def test_two_scripts_of_one_name_are_one() -> None:
    found = names_of_post([("Saad al-Sinjabi", False), ("سعد السنجابي", False)])

    assert found.holder["Saad al-Sinjabi"] == found.holder["سعد السنجابي"]


def test_two_known_names_are_two_men_and_nothing_is_asked() -> None:
    found = names_of_post([("ثائر السنجابي", False), ("سعد السنجابي", False)])

    assert (2, {}) == (len(set(found.holder.values())), dict(found.may_be))


def test_a_name_that_lacks_a_part_is_asked() -> None:
    found = names_of_post([("سعد فارس السنجابي", False), ("سعد السنجابي", False)])

    assert MayBe.ALIKE is found.why_one("سعد فارس السنجابي", "سعد السنجابي")


def test_a_kunya_and_a_name_are_never_joined_and_may_be_one() -> None:
    found = names_of_post([("أبو ناصر", False), ("سعد السنجابي", False)])

    assert MayBe.KUNYA_AND_NAME is found.why_one("سعد السنجابي", "أبو ناصر")


def test_a_third_name_that_has_both_is_said_and_joins_nobody() -> None:
    found = names_of_post([("أبو ناصر السنجابي", False), ("سعد فارس", False), ("سعد فارس أبو ناصر السنجابي", False)])

    assert MayBe.BOTH_WRITTEN is found.why_one("أبو ناصر السنجابي", "سعد فارس")
    assert 3 == len(set(found.holder.values()))


def test_whom_people_decided_to_be_two_are_not_asked_about() -> None:
    apart = {("أبو ناصر", "سعد السنجابي"), ("سعد السنجابي", "أبو ناصر")}

    assert {} == dict(names_of_post([("أبو ناصر", False), ("سعد السنجابي", False)], told_apart=apart).may_be)


def test_whom_one_paper_calls_two_men_are_not_asked_about() -> None:
    found = names_of_post([("أبو ناصر", False), ("سعد السنجابي", False)], two_men=[("أبو ناصر", "سعد السنجابي")])

    assert {} == dict(found.may_be)


def test_what_the_case_knows_as_one_is_one() -> None:
    found = names_of_post([("أبو ناصر", False), ("سعد السنجابي", False)], known_as=lambda _name: "one")

    assert 1 == len(set(found.holder.values()))


def test_names_beyond_the_limit_are_counted() -> None:
    names = [(f"سعد {'ا' * number}ب", False) for number in range(1, MOST_NAMES + 6)]

    assert 5 == names_of_post(names).uncompared
