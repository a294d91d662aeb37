from collections.abc import Sequence
from pathlib import Path

import pytest

from kashf.domain.document import Origin, Page
from kashf.domain.entity import Mention, MentionType, PlacedMention
from kashf.entities.tagging.keys import name_key
from kashf.errors import UsageError
from kashf.services.case.open import OpenCase
from kashf.services.names.network import network
from tests.fakes import FakeCaseView
from tests.searchable import case_of

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE
NAME = "Nadir al-Wardi"
KNOWN = {"نادر الوردي": PERSON, "خالد الجسري": PERSON, "سليم المرجاني": PERSON, "تل السنديان": PLACE, "مكتب المؤن": MentionType.GROUP}


def _case(folder: Path, *texts: str | Page, names: Sequence[str] = ()) -> OpenCase:
    """Return a case in which every known name that stands in a text is found."""
    case = case_of(folder, *texts)
    assert isinstance(case.view, FakeCaseView)
    case.view.named = tuple(
        PlacedMention(document, 1, name_key(name, type), Mention(at, at + len(name), name, type, "rules:test", 1.0))
        for document, (page,) in case.view.texts.items()
        for name, type in (KNOWN | dict.fromkeys(names, PERSON)).items()
        if (at := page.text.find(name)) >= 0
    )
    return case


def test_names_in_the_same_documents_are_linked_with_their_chance_and_places(tmp_path: Path) -> None:
    texts = ["نادر الوردي مع خالد الجسري"] * 4 + ["نادر الوردي"] + ["سليم المرجاني"] * 15
    case = _case(tmp_path, *(f"{text} {'لا ' * number}" for number, text in enumerate(texts)))

    found = network(case, NAME)

    assert (5, 20) == (found.documents, found.all_documents)
    (link,) = found.links
    assert (PERSON, "خالد الجسري") == (link.other.type, found.texts[link.other])
    assert (4, pytest.approx(16 / 19)) == (link.table.both, link.expected)
    assert pytest.approx(1 / 3876, rel=1e-6) == link.chance
    assert (2, pytest.approx(2 * link.chance)) == (found.names, link.adjusted)
    (asked, other), *_ = link.shown
    assert (0, 15) == (asked.start, other.start)


def test_a_name_that_stands_beside_it_nowhere_still_belongs_to_the_tests_that_were_made(tmp_path: Path) -> None:
    few = [f"نادر الوردي مع خالد الجسري {'لا ' * number}" for number in range(3)]
    rest = [f"سليم المرجاني {'ثم ' * number}" for number in range(6)]
    with_more = _case(tmp_path, *few, *rest, "تل السنديان", "مكتب المؤن")

    (link,) = network(with_more, NAME).links

    assert pytest.approx(4 * link.chance) == link.adjusted


def test_a_register_that_names_everybody_puts_nobody_beside_the_name(tmp_path: Path) -> None:
    everybody = ["نادر الوردي", "خالد الجسري", *(f"سليم بن {name}" for name in ("باسم", "حازم", "فارس", "كامل", "ماجد", "هادي"))]
    register = " و".join(everybody)
    letters = [f"{name} {'لا ' * number}" for number, name in enumerate(everybody[1:])]
    case = _case(tmp_path, *(f"{register} {'ثم ' * number}" for number in range(3)), *letters, names=everybody)

    assert [] == [link.other.key for link in network(case, NAME).links if link.adjusted < 0.5]


def test_of_a_place_the_places_that_were_found_count(tmp_path: Path) -> None:
    case = _case(tmp_path, "تل السنديان وخالد الجسري", "تل السنديان", "خالد الجسري")

    found = network(case, "تل السنديان", type=PLACE)

    assert (2, ["خالد الجسري"]) == (found.documents, [str(link.other.key) for link in found.links])


def test_documents_that_were_read_too_unsurely_are_none_of_those_that_could_have_both(tmp_path: Path) -> None:
    case = _case(tmp_path, "نادر الوردي مع خالد الجسري", Page(1, "lا بي 8", Origin.OCR, 0.31), "تل السنديان")

    assert (1, 2) == ((found := network(case, NAME)).documents, found.all_documents)


def test_a_name_printed_on_every_form_is_beside_nobody(tmp_path: Path) -> None:
    texts = [f"مكتب المؤن رقم {number}\n{'نادر الوردي' if number < 5 else f'سطر {chr(0x628 + number)}'}" for number in range(20)]

    found = network(_case(tmp_path, *texts), NAME)

    assert ((), 1) == (found.links, found.forms)


def test_where_a_name_stands_only_in_a_form_it_does_not_stand_at_all(tmp_path: Path) -> None:
    printed = [f"مكتب المؤن\n{chr(0x628 + number)} {'لا ' * number}" for number in range(12)]
    told = [f"نادر الوردي زار مكتب المؤن {'ثم ' * number}" for number in range(3)]

    (link,) = network(_case(tmp_path, *printed, *told), NAME).links

    assert (15, 3, 3, 3) == (link.table.documents, link.table.first, link.table.second, link.table.both)


def test_a_form_that_prints_the_name_itself_puts_nobody_beside_it(tmp_path: Path) -> None:
    texts = [f"نادر الوردي\nخالد الجسري {'لا ' * number}" for number in range(12)]

    found = network(_case(tmp_path, *texts), NAME)

    assert (0, ()) == (found.documents, found.links)


def test_whoever_bears_the_name_within_a_longer_one_is_not_beside_it(tmp_path: Path) -> None:
    texts = ["نادر الوردي مع خالد الجسري"] * 3 + ["خالد الجسري"] * 3
    case = _case(tmp_path, *(f"{text} {'لا ' * number}" for number, text in enumerate(texts)))

    assert [] == [link.other.key for link in network(case, "خالد").links if "خالد" in link.other.key]


def test_only_the_types_asked_for_are_looked_at(tmp_path: Path) -> None:
    case = _case(tmp_path, "نادر الوردي خالد الجسري تل السنديان")

    assert [PLACE] == [link.other.type for link in network(case, NAME, types=frozenset({PLACE})).links]


def test_a_name_that_stands_nowhere_has_no_network_and_none_is_refused(tmp_path: Path) -> None:
    assert () == network(_case(tmp_path, "oil"), NAME).links
    with pytest.raises(UsageError):
        network(_case(tmp_path, "oil"), "...")
