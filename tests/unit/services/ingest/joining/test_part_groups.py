from __future__ import annotations

from kashf.domain.files.divided_files import CLOSING, Division
from kashf.domain.ids import DocumentId
from kashf.services.ingest.joining.part_groups import PartGroup, part_groups


def id_of(number: int) -> DocumentId:
    return DocumentId(f"{number:064x}")


def groups(*paths: str) -> tuple[PartGroup, ...]:
    return part_groups((path, id_of(number)) for number, path in enumerate(paths))


def ids(*numbers: int) -> tuple[tuple[DocumentId, ...], ...]:
    return tuple((id_of(number),) for number in numbers)


def test_parts_of_one_folder_are_a_group_in_whatever_order_they_came() -> None:
    (found,) = groups("leak/b.7z.003", "leak/B.7Z.001", "leak/b.7z.002")

    assert PartGroup("leak/B.7Z.001", Division.NUMBERED, ids(1, 2, 0)) == found
    assert "" == found.told_missing()


def test_one_name_in_two_folders_are_two_files() -> None:
    found = groups("one/b.zip.001", "one/b.zip.002", "two/b.zip.001", "two/b.zip.002")

    assert [ids(0, 1), ids(2, 3)] == [group.parts for group in found]


def test_a_part_that_is_missing_is_taken_from_another_delivery() -> None:
    (found,) = groups("first/b.part1.rar", "second/b.part2.rar")

    assert (Division.VOLUMES, ids(0, 1)) == (found.division, found.parts)


def test_what_is_missing_is_told_and_what_lies_behind_it_is_not_used() -> None:
    (numbered,) = groups("b.tar.gz.00", "b.tar.gz.02", "b.tar.gz.05")
    (spanned,) = groups("b.z01", "b.z02")

    assert ((1, 3, 4), "parts 1, 3, 4", ids(0), (id_of(1), id_of(2))) == (
        numbered.missing,
        numbered.told_missing(),
        numbered.parts,
        numbered.beyond,
    )
    assert ((CLOSING,), "part the last (.zip)") == (spanned.missing, spanned.told_missing())


def test_files_of_one_name_in_one_place_are_ways_of_putting_it_together_a_few_at_most() -> None:
    (found,) = groups("b.7z.001", "b.7z.002", "b.7z.002")
    (many,) = groups(*(f"b.7z.00{1 + number % 4}" for number in range(40)))

    assert [(id_of(0), id_of(1)), (id_of(0), id_of(2))] == [*found.ways()]
    assert 8 == len([*many.ways()])


def test_parts_without_a_first_and_whole_archives_are_no_group() -> None:
    assert () == groups("b.7z.002", "b.7z.003", "whole.zip", "b.tar.gz", "letter.pdf")


def test_ten_thousand_parts_are_one_group_and_those_of_a_gap_are_counted_and_not_listed() -> None:
    (found,) = groups(*(f"b.7z.{number:05}" for number in range(1, 10_001)))
    (gap,) = groups("b.7z.00001", "b.7z.10000")

    assert (10_000, ()) == (len(found.parts) + len(found.beyond), found.missing)
    assert gap.told_missing().startswith("parts 2, 3, 4, 5, 6 and ")
