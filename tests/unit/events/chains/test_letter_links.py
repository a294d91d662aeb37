"""Which letter follows which: by what they share, by their dates, and one at the most."""

from __future__ import annotations

import pytest

from kashf.events.chains.chain import ChainLink, WhichLater
from kashf.events.chains.link_kinds import LinkKind
from kashf.events.chains.link_weights import CitedBy, LinkFeatureName, Shared
from tests.unit.events.chains.made_letters import (
    ACKNOWLEDGEMENT,
    CANCELLATION,
    COMPLETION,
    ORDER,
    OTHERS,
    find_chains,
    letters_of,
    place,
)


def links_of(*texts: str) -> list[ChainLink]:
    return [link for chain in find_chains(letters_of(*texts, *OTHERS), {}) for link in chain.links]


def told(*texts: str) -> list[tuple[int, LinkKind, int]]:
    return sorted((int(link.later.document, 16), link.kind, int(link.earlier.document, 16)) for link in links_of(*texts))


def test_what_came_of_an_order_follows_it() -> None:
    expected = [(2, LinkKind.ACKNOWLEDGES, 1), (3, LinkKind.COMPLETES, 1), (4, LinkKind.CANCELS, 1)]

    assert expected == told(ORDER, ACKNOWLEDGEMENT, COMPLETION, CANCELLATION)


def test_a_link_shows_what_speaks_for_it_with_the_words_of_both_letters() -> None:
    (link,) = links_of(ORDER, ACKNOWLEDGEMENT)

    cited = next(each for each in link.features if each.name is LinkFeatureName.CITED)
    assert (Shared.AGREES, CitedBy.NUMBER_AND_DAY.value) == (cited.state, cited.detail)
    assert ["order of Office of Roads No. R/12 of 25 May 2014"] == [each.text for each in cited.later]
    assert [("R/12", place(1)), ("25 May 2014", place(1))] == [(each.text, each.span.document) for each in cited.earlier]
    assert pytest.approx(link.bits) == link.prior_bits + sum(each.bits for each in link.features)
    assert link.bits > 0
    assert WhichLater.CERTAIN is link.order


def test_a_number_written_from_the_other_end_names_the_same_paper() -> None:
    assert [(2, LinkKind.ACKNOWLEDGES, 1)] == told(ORDER, ACKNOWLEDGEMENT.replace("No. R/12", "No. 12/R"))


@pytest.mark.parametrize(
    ("order", "answer", "expected"),
    [
        ("Dated 25 May 2014", "Dated 27 May 2014", WhichLater.CERTAIN),
        ("Dated May 2014", "Dated 27 May 2014", WhichLater.POSSIBLE),
        ("Dated 25 May 2014", "Dated", WhichLater.BY_REFERENCE),
    ],
)
def test_which_came_later_is_told_by_dates_and_else_by_reference(order: str, answer: str, expected: WhichLater) -> None:
    (link,) = links_of(ORDER.replace("Dated 25 May 2014", order), ACKNOWLEDGEMENT.replace("Dated 27 May 2014", answer))

    assert expected is link.order


def test_a_date_that_contradicts_a_sure_link_is_said() -> None:
    many = [OTHERS[0].replace("M/70", f"M/{number}").replace("the bridge", f"mill {number}") for number in range(200, 260)]

    (link,) = links_of(ORDER, COMPLETION.replace("Dated 20 June 2014", "Dated 20 May 2014"), *many)

    assert WhichLater.AGAINST_DATES is link.order


def test_a_letter_that_cites_itself_follows_nothing() -> None:
    assert [] == told(ACKNOWLEDGEMENT.replace("No. W/44", "No. R/12").replace("Dated 27 May", "Dated 25 May"))


def test_letters_that_cite_one_another_make_no_way_round() -> None:
    first = ACKNOWLEDGEMENT.replace("No. R/12 of 25 May 2014", "No. R/50 of 28 May 2014")
    second = (
        ACKNOWLEDGEMENT.replace("No. W/44", "No. R/50")
        .replace("Dated 27 May", "Dated 28 May")
        .replace("No. R/12 of 25 May 2014", "No. W/44 of 27 May 2014")
    )

    assert len(links_of(first, second)) <= 1


def test_an_office_acknowledges_an_order_once() -> None:
    again = ACKNOWLEDGEMENT.replace("No. W/44", "No. W/99").replace("No. R/12 of 25 May 2014", "of 25 May 2014")

    assert [(2, LinkKind.ACKNOWLEDGES, 1)] == told(ORDER, ACKNOWLEDGEMENT, again)


def test_other_letters_of_the_same_offices_are_not_linked() -> None:
    assert [] == told(ORDER)
    assert [] == told(COMPLETION)


def test_copies_are_one_letter_and_their_twin_another() -> None:
    twin = ORDER.replace("No. R/12", "No. R/13").replace("25 May", "26 May").replace("6 radios", "8 radios")
    letters = letters_of(ORDER, ORDER, twin, ACKNOWLEDGEMENT, *OTHERS)

    chains = find_chains(letters, {place(2): place(1)})

    (link,) = [link for chain in chains for link in chain.links]
    assert {place(1), place(2)} == set(link.earlier.documents)


def test_a_number_and_a_day_that_one_letter_has_decide_however_small_the_pile_is() -> None:
    (chain,) = find_chains(letters_of(ORDER, ACKNOWLEDGEMENT), {})

    assert [(2, 1)] == [(int(link.later.document, 16), int(link.earlier.document, 16)) for link in chain.links]
    assert not [each for each in chain.missing if each.cited]


PAIRED = """دولة السهل
ديوان التعليم
الرقم {number}
التاريخ ٢ رجب ١٤٣٦هـ
{act}
والي الديوان
"""
#: Two men go and two come by four papers of one office and day.
POSTS = (
    PAIRED.format(number=551, act="يعفى الأستاذ مروان الصفدي من إدارة مدرسة النبع."),
    PAIRED.format(number=552, act="يعين الأستاذ نزار الكاتب مديرا لمدرسة النبع."),
    PAIRED.format(number=553, act="يعفى الأستاذ هاني البستاني من إدارة مدرسة الزيتون."),
    PAIRED.format(number=554, act="يعين الأستاذ وليد الدباغ مديرا لمدرسة الزيتون."),
)


def told_with_texts(*texts: str) -> list[tuple[int, int]]:
    pages = {place(number): [(1, text)] for number, text in enumerate((*texts, *OTHERS), start=1)}
    links = [link for chain in find_chains(letters_of(*texts, *OTHERS), {}, pages) for link in chain.links]
    return sorted((int(link.later.document, 16), int(link.earlier.document, 16)) for link in links)


def test_two_appointments_of_one_office_on_one_day_each_go_with_their_own_dismissal() -> None:
    assert [(2, 1), (4, 3)] == told_with_texts(*POSTS)


def test_who_comes_into_a_post_does_not_pair_with_his_own_dismissal() -> None:
    gone, come = "تقرر عزل السيد مروان الصفدي عن مدير المكتب", "تقرر تكليف السيد {man} بمهام مدير المكتب"
    pairs = {
        man: told_with_texts(PAIRED.format(number=551, act=gone), PAIRED.format(number=552, act=come.format(man=man)))
        for man in ("نزار الكاتب", "مروان الصفدي")
    }

    assert {"نزار الكاتب": [(2, 1)], "مروان الصفدي": []} == pairs


def test_a_number_among_the_words_names_a_letter_though_nothing_says_that_it_is_cited() -> None:
    bare = ACKNOWLEDGEMENT.replace("In reply to the order of Office of Roads No. R/12 of 25 May 2014.\n", "")

    assert [(2, 1)] == told_with_texts(
        ORDER, bare.replace("We acknowledge receipt of your letter.", "We acknowledge receipt: R/12 on the radios.")
    )


def test_a_letter_that_answers_another_one_does_not_follow_this_one() -> None:
    assert [] == told_with_texts(ORDER, ACKNOWLEDGEMENT.replace("No. R/12 of 25 May 2014", "No. R/11 of 25 May 2014"))
