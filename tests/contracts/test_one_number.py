"""One number: whoever asks, by whichever name and at whichever door, is told the same of the same man."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import WritableCase
from kashf.services.names.audit import counted_places, judge_place
from kashf.services.names.count import count_name
from kashf.services.names.dossier import dossier
from kashf.services.names.list import list_names
from kashf.services.names.network import network
from kashf.services.names.review import judge
from tests.named import named_case

PERSON = MentionType.PERSON
PERSONS = {
    "أبو محمد الشمالي": 3,
    "Abu Mohammed al-Shamali": 2,
    "الشمالي": 4,
    "أبو محمد": 2,
    "أم محمد": 1,
    "Salim Hadi al-Marmari": 3,
    "Salim al-Marmari": 2,
    "سالم هادي المرمري": 1,
    "Yusuf al-Marmari": 2,
    "علي": 5,
    "علي حسن الوردي": 2,
    "Kanaan": 1,
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WritableCase]:
    """Return a case in which people decided on two names and on two places."""
    folder = tmp_path_factory.mktemp("numbers")
    with named_case(folder / "a.case", home=folder / "home", persons=PERSONS) as made:
        judge(made, NameKey("salim hadi al marmari"), NameKey("salim al marmari"), Verdict.SAME, type=PERSON)
        judge_place(made, NameKey("علي"), counted_places(made.reading, "علي")[0].span, Verdict.DIFFERENT)
        half = count_name(made.reading, "أبو محمد الشمالي").undecided_spans[0]
        judge_place(made, NameKey("abu mohammed al shamali"), half.span, Verdict.SAME)
        group_copies(made)
        yield made


@pytest.mark.parametrize("name", PERSONS)
def test_list_count_and_dossier_give_the_same_number_by_every_name(case: WritableCase, name: str) -> None:
    counted = count_name(case.reading, name)
    shown = dossier(case.reading, PERSON, name)
    (listed,) = [each for each in list_names(case.reading, [PERSON]) if name in {each.text, *each.variants}]

    assert listed.mentions == counted.mentions == shown.counted.mentions
    assert listed.documents == counted.documents == shown.counted.documents
    assert shown.entity
    assert (listed.mentions, listed.documents) == (shown.entity.mentions, shown.entity.documents)


@pytest.mark.parametrize("name", PERSONS)
def test_the_network_is_of_as_many_documents_as_are_counted_without_copies(case: WritableCase, name: str) -> None:
    assert count_name(case.reading, name).without_copies == network(case.reading, name).documents


def test_what_was_found_by_the_name_finder_is_counted_once_over_all_persons(case: WritableCase) -> None:
    """One place was said to be nobody of those, and is the only one that is counted nowhere."""
    assert sum(PERSONS.values()) - 1 == sum(each.mentions for each in list_names(case.reading, [PERSON]))
