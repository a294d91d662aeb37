from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kashf.domain.document import Mark, MarkKind, Origin, Page
from kashf.domain.entity import Mention, MentionType
from kashf.language.correspondence.correspondents import CorrespondentTagger
from kashf.ports.mentions import NAME_LENGTH
from kashf.services.case.versions import names_version
from kashf.services.names.finding.tag import look_through
from tests.searchable import case_of


@dataclass
class FakeTagger:
    """Finds what a pattern matches."""

    pattern: str
    name: str = "fake"
    version: str = "1"

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        places = [found.span() for found in re.finditer(self.pattern, text)]
        return [Mention(start, end, text[start:end], MentionType.PERSON, f"rules:{language}", 0.9) for start, end in places]


def found_in(folder: Path, *pages: Page | str, pattern: str = "ق[^ ]+") -> list[tuple[str, int, int, str]]:
    case = case_of(folder, *pages)
    documents = [record.id for record in case.view.walk()]
    looked = look_through(case.view, documents, taggers=[FakeTagger(pattern)])
    return [(each.key, each.page, each.mention.start, each.mention.source) for _, found in looked for each in found]


def test_what_is_found_is_placed_on_the_stored_page_under_its_key(tmp_path: Path) -> None:
    assert [("قمر", 1, 4, "rules:ar")] == found_in(tmp_path, "عند قَمَر")


def test_what_default_search_passes_over_names_nobody_and_places_behind_it_stay_right(tmp_path: Path) -> None:
    text = "قمر (قمر) قاسم"

    found = found_in(tmp_path, Page(3, text, marks=(Mark(4, 9, MarkKind.REPEATED),)))

    assert [("قمر", 3, 0), ("قاسم", 3, text.index("قاسم"))] == [each[:3] for each in found]


def test_a_page_that_was_read_too_unsurely_names_nobody(tmp_path: Path) -> None:
    assert [("قمر", 2)] == [each[:2] for each in found_in(tmp_path, Page(1, "قاسم", Origin.OCR, 0.31), Page(2, "قمر", Origin.OCR, 0.5))]


def test_what_is_too_long_for_a_name_or_has_no_word_is_left_out(tmp_path: Path) -> None:
    assert [] == found_in(tmp_path, "ق" * (NAME_LENGTH + 1), "!!", pattern="ق+|!+")
    assert 1 == len(found_in(tmp_path / "more", "ق" * NAME_LENGTH, pattern="ق+"))


def test_every_document_is_told_of_though_nothing_is_named_in_it(tmp_path: Path) -> None:
    case = case_of(tmp_path, "oil", "قمر")
    documents = [record.id for record in case.view.walk()]

    looked = dict(look_through(case.view, documents, taggers=[FakeTagger("قمر")]))

    assert [0, 1] == sorted(len(looked[id]) for id in documents)


def test_the_version_tells_of_every_tagger_but_not_of_their_order() -> None:
    one, two = FakeTagger("x", "one", "1"), FakeTagger("x", "two", "1")

    assert names_version([one, two]) == names_version([two, one])
    assert 4 == len({names_version(some) for some in ([], [one], [one, two], [FakeTagger("x", "one", "2"), two])})


def test_a_name_written_surname_first_is_counted_in_spoken_order(tmp_path: Path) -> None:
    case = case_of(tmp_path, 'From: Fenwick, Marta <m@example.org>\nTo: "Karl Weiss" <k@example.org>\n\nYes')
    ((_, found),) = look_through(case.view, [record.id for record in case.view.walk()], taggers=[CorrespondentTagger()])

    assert [("marta fenwick", "Fenwick, Marta"), ("karl weiss", "Karl Weiss")] == [(each.key, each.mention.text) for each in found]
