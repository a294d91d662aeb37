"""From names to entities."""

import pytest

from kashf.domain.entity import MentionType, NameKey
from kashf.domain.reasons import NO_REASONS, ReasonCode
from kashf.entities.comparing.batch_prefilter import likely_pairs
from kashf.entities.comparing.compare import MAYBE, SAME, compare, prepare
from kashf.entities.resolving.resolve import (
    fit,
    join_names,
    proposed_pairs,
    score_pairs,
    telling_parts,
)
from kashf.entities.tagging.keys import name_key
from kashf.ports.mentions import Membership, NameTotal

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE


def totals(*texts: str, type: MentionType = PERSON) -> list[NameTotal]:
    return [NameTotal(type, name_key(text, type), text, len(texts) - at, 1) for at, text in enumerate(texts)]


def resolve(*texts: str, type: MentionType = PERSON) -> dict[str, Membership]:
    names = totals(*texts, type=type)
    by_key = {name.key: name.text for name in names}
    return {by_key[member.key]: member for member in join_names(type, names, score_pairs(names), ()).members}


def together(members: dict[str, Membership], *texts: str) -> bool:
    return len({members[text].leader for text in texts}) == 1


def test_one_man_in_two_scripts_and_many_spellings_is_one_and_his_namesakes_are_others() -> None:
    his = ("أبو محمد الوردي", "Abu Mohammed al-Wardi", "Abou Mohamed el-Wardi", "Ebu Muhammed Verdi")
    others = ("أبو محمد العنبري", "Abu Khaled al-Wardi")

    members = resolve(*his, *others)

    assert together(members, *his)
    assert not together(members, his[0], others[0])
    assert not together(members, his[0], others[1])
    assert members[his[0]].leader == name_key(his[0], PERSON)


def test_a_kunya_or_a_nisba_alone_stands_apart_and_may_be_asked_about_and_a_kunya_in_two_scripts_too() -> None:
    members = resolve("Abu Omar al-Wardi", "Abu Omar", "أبو عمر", "al-Wardi", "الوردي")

    assert not together(members, "Abu Omar", "أبو عمر")
    assert together(members, "al-Wardi", "الوردي")
    assert not together(members, "Abu Omar", "Abu Omar al-Wardi")
    assert members["Abu Omar"].is_undecided
    assert not members["Abu Omar al-Wardi"].is_undecided
    names = totals("Abu Omar al-Wardi", "Abu Omar")
    assert [True] == [MAYBE <= pair.score < SAME for pair in score_pairs(names)]


def test_a_place_of_one_word_is_whole() -> None:
    members = resolve("Manara", "المنارة", type=PLACE)

    assert together(members, "Manara", "المنارة")
    assert not members["Manara"].is_undecided


def test_the_father_of_a_man_is_not_the_man() -> None:
    for son, father in (("Khaled al-Wardi", "Abu Khaled al-Wardi"), ("خالد سالم الوردي", "الحاج أم خالد سالم الوردي")):
        result = compare(prepare(father), prepare(son))

        assert result.score < SAME
        assert fit(result) < SAME
    assert not together(resolve("Abu Khaled al-Wardi", "Khaled al-Wardi"), "Abu Khaled al-Wardi", "Khaled al-Wardi")


@pytest.mark.parametrize(
    ("left", "right", "are_joined"),
    [
        ("Omar Yusuf al-Wardi", "Omar Khaled al-Wardi", False),
        ("Omar al-Wardi", "Omar Khaled al-Wardi", False),
        ("Omar Khaled al-Wardi", "Omar Khaled Yusuf al-Wardi", True),
        ("Omar Khaled al-Wardi", "عمر خالد الوردي", True),
        ("Sheikh Omar al-Wardi", "Omar al-Wardi", True),
        ("al-Wardi", "الوردي", True),
    ],
)
def test_a_name_that_lacks_parts_of_another_is_it_by_three_that_agree(left: str, right: str, are_joined: bool) -> None:
    result = compare(prepare(left), prepare(right))

    assert are_joined == (fit(result) >= SAME)
    assert are_joined == (result.score >= SAME)


def test_a_short_name_that_fits_a_full_one_is_asked_about_and_stays_apart() -> None:
    names = ("Salim Hadi al-Marmari", "Salim al-Marmari")

    assert not together(resolve(*names), *names)
    assert [True] == [MAYBE <= pair.score < SAME for pair in score_pairs(totals(*names))]


def test_two_names_that_do_not_fit_are_not_joined_through_a_third() -> None:
    names = ("Salim Hadi Yusuf al-Marmari", "Salim Hadi al-Marmari", "Salim Hadi Nasser al-Marmari")
    members = resolve(*names)

    assert not together(members, names[0], names[2])


def test_titles_do_not_make_a_name_whole() -> None:
    assert 1 == telling_parts(prepare("الشيخ أبو عمر"))
    assert 2 == telling_parts(prepare("Sheikh Abu Omar al-Wardi"))
    assert 0 == telling_parts(prepare(""))


def test_pairs_come_by_their_keys_whatever_the_order_of_the_names() -> None:
    names = totals("Abu Omar al-Wardi", "أبو عمر الوردي", "Abou Omar el-Wardi", "Salim Hadi", "سليم هادي")

    assert score_pairs(names) == score_pairs(names[::-1])
    assert all(pair.left < pair.right for pair in score_pairs(names))
    assert {(pair.left, pair.right) for pair in score_pairs(names)} <= set(proposed_pairs(names))


def test_a_pair_says_why() -> None:
    (pair,) = score_pairs(totals("Abu Omar al-Wardi", "أبو عمر الوردي"))

    assert ("kunya", ReasonCode.TWO_SCRIPTS) in [(reason.part, reason.code) for reason in pair.why]
    assert NO_REASONS == pair.warning


@pytest.mark.parametrize("texts", [(), ("",), ("x", "y"), ("أبو", "بن", "ال"), ("م" * 5000, "a" * 5000), ("Aلi", "\u202eomar\u202c")])
def test_odd_names_are_entities_of_their_own(texts: tuple[str, ...]) -> None:
    names = [NameTotal(PERSON, NameKey(text), text, 1, 1) for text in texts]

    members = join_names(PERSON, names, score_pairs(names), ()).members

    assert sorted(texts) == sorted(member.leader for member in members)


def test_only_pairs_whose_words_are_alike_are_compared_in_full() -> None:
    import numpy as np

    prepared = [prepare(text) for text in ("Abu Omar al-Wardi", "أبو عمر الوردي", "Abu Omar al-Anbari", "Salim Hadi", "")]
    every = np.array([(left, right) for left in range(5) for right in range(left + 1, 5)])

    assert [0, 1] in likely_pairs(prepared, every).tolist()
    assert [0, 3] not in likely_pairs(prepared, every).tolist()
    assert [0, 4] not in likely_pairs(prepared, every).tolist()
    assert 0 == len(likely_pairs(prepared, every[:0]))
