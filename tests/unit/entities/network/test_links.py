from collections.abc import Mapping, Sequence

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey
from kashf.domain.ids import DocumentId
from kashf.entities.network.association import ContingencyTable
from kashf.entities.network.form_lines import form_lines, line_at, line_words
from kashf.entities.network.gather import Gathered, find_around, gather
from kashf.entities.network.links import NameRef, links
from kashf.ports.mentions import NameDocuments, NamedPlace

PERSON, PLACE = MentionType.PERSON, MentionType.PLACE
KHALED, BRIDGE, SALIM = NameRef(PERSON, NameKey("khaled")), NameRef(PLACE, NameKey("bridge")), NameRef(PERSON, NameKey("salim"))


def _document(number: int) -> DocumentId:
    return DocumentId(f"{number:064x}")


Where = Mapping[NameRef, Sequence[int]]


def _named(where: Where) -> NameDocuments:
    return NameDocuments({number: _document(number) for number in range(100)}, list(where), [list(numbers) for numbers in where.values()])


def _places(where: Where) -> list[NamedPlace]:
    found = [(name, number, 10 * place) for place, name in enumerate(where) for number in where[name]]
    return [NamedPlace(*name, _document(number), 1, at, at + 5) for name, number, at in found]


def _gathered(asked: Sequence[int], where: Where, *, copies: Mapping[int, int] | None = None, printed: Where | None = None) -> Gathered:
    alone = {_document(n): _document((copies or {}).get(n, n)) for n in range(100)}
    places = [Span(_document(n), 1, 500, 505) for n in asked]
    around = find_around(places, _places(where), printed=(), leaders={}, witnesses=alone)
    return gather(around, _named(where), _named(printed or {}), leaders={}, witnesses=alone)


def test_names_that_stand_together_more_often_than_by_accident_come_first() -> None:
    found = _gathered(range(10), {KHALED: range(8), SALIM: range(100), BRIDGE: range(80)})

    ranked = links(found.asked, found.incidence, show=found.show)

    assert KHALED == ranked[0].other
    assert ContingencyTable(100, 10, 8, 8) == ranked[0].table
    assert {SALIM: 1.0, BRIDGE: 1.0} == {link.other: link.chance for link in ranked[1:]}
    assert all(link.chance <= link.adjusted <= 1 for link in ranked)


def test_names_that_stand_beside_it_nowhere_belong_to_those_that_were_tested() -> None:
    few = _gathered(range(10), {KHALED: range(8), SALIM: range(8, 100)})
    many = _gathered(range(10), {KHALED: range(8), SALIM: range(8, 100), BRIDGE: range(50, 60)})

    first, *_ = links(few.asked, few.incidence, show=few.show)
    same, *_ = links(many.asked, many.incidence, show=many.show)

    assert (first.chance, first.adjusted * 3 / 2) == (same.chance, same.adjusted)


def test_copies_are_one_witness() -> None:
    found = _gathered([0, 1, 2], {KHALED: [0, 1, 2]}, copies={1: 0, 2: 0})

    assert [ContingencyTable(98, 1, 1, 1)] == [link.table for link in links(found.asked, found.incidence, show=found.show)]


def test_a_link_shows_both_places_of_a_few_common_documents() -> None:
    found = _gathered(range(9), {KHALED: range(2, 9), SALIM: range(9, 99)})

    (link,) = links(found.asked, found.incidence, show=found.show)

    assert [(_document(n), 500, _document(n), 0) for n in range(2, 7)] == [
        (one.document, one.start, other.document, other.start) for one, other in link.shown
    ]


def test_whoever_shares_a_place_with_the_name_is_not_beside_it_whichever_of_its_names_does() -> None:
    leaders = {PERSON: {SALIM.key: KHALED.key}}
    alone = {_document(0): _document(0), _document(1): _document(1)}
    named = {SALIM: [0], KHALED: [0, 1]}

    around = find_around([Span(_document(0), 1, 3, 8)], _places(named), printed=(), leaders=leaders, witnesses=alone)
    found = gather(around, _named(named), _named({}), leaders=leaders, witnesses=alone)

    assert ({KHALED}, ()) == (around.own, tuple(found.incidence.names))


def test_what_forms_print_counts_neither_for_the_name_nor_for_others() -> None:
    where = {KHALED: [0, 1, 1, 2], SALIM: range(3, 90)}

    found = _gathered(range(5), where, printed={KHALED: [0, 1]})

    assert [(0, 1), (0, 2)] == [tuple(pair) for pair in found.incidence.pairs.tolist() if pair[0] == 0]


def test_a_place_of_the_name_that_a_form_prints_is_none() -> None:
    alone = {_document(number): _document(number) for number in range(2)}
    asked = [Span(_document(0), 1, 0, 5), Span(_document(1), 1, 0, 5)]

    around = find_around(asked, [NamedPlace(*KHALED, _document(0), 1, 0, 5)], printed={asked[0]}, leaders={}, witnesses=alone)

    assert {_document(1): asked[1]} == around.asked


def test_a_line_of_many_documents_is_a_form_whatever_number_is_filled_in() -> None:
    lines = [(number, line_words(line)) for number in range(12) for line in (f"مكتب المؤن رقم {number}", f"وصل خالد {'ثم ' * number}")]

    assert {line_words("مكتب المؤن رقم ٤")} == form_lines(lines, documents=12)


def test_a_line_of_few_documents_and_one_that_a_document_repeats_are_no_form() -> None:
    assert frozenset() == form_lines([(number, "الي خالد") for number in range(9)], documents=9)
    assert frozenset() == form_lines([(0, "الي خالد")] * 50, documents=50)


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\u2028"])
def test_the_line_around_a_place_ends_where_lines_end(end: str) -> None:
    assert "to khaled" == line_at(f"oil{end}to khaled{end}end", 5)
