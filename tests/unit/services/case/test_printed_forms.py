from pathlib import Path

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, Mention, MentionType, PlacedMention
from kashf.entities.tagging.keys import name_key
from kashf.errors import UnfinishedError
from kashf.services.case.printed_forms import forms
from tests.fakes import FakeCaseView
from tests.searchable import case_of

GROUP, NAME = MentionType.GROUP, "مكتب المؤن"


class EarlierCase(FakeCaseView):
    """A case of an earlier kashf, which kept no forms."""

    def forms_version(self) -> str:
        raise UnfinishedError("other tables")


def _view(folder: Path, *texts: str) -> FakeCaseView:
    view = case_of(folder, *texts).view
    assert isinstance(view, FakeCaseView)
    view.named = tuple(
        PlacedMention(document, 1, name_key(NAME, GROUP), Mention(at, at + len(NAME), NAME, GROUP, "rules:test", 1.0))
        for document, (page,) in view.texts.items()
        if (at := page.text.find(NAME)) >= 0
    )
    return view


@pytest.mark.parametrize("kind", [FakeCaseView, EarlierCase])
def test_what_forms_print_is_found_where_nothing_is_kept(tmp_path: Path, kind: type[FakeCaseView]) -> None:
    view = _view(tmp_path, *(f"{NAME}\nوصل {'ثم ' * number}" for number in range(12)), f"زار {NAME} أمس")
    view.__class__ = kind
    printed = sorted(view.known)[:2]

    found = forms(view, RESOLVED, documents=printed)

    assert (1, [(GROUP, name_key(NAME, GROUP))], 12) == (found.lines, list(found.documents.names), len(found.documents.standing[0]))
    told = {id for id, (page,) in view.texts.items() if page.text.startswith("زار")}
    assert told.isdisjoint(found.documents.documents.values())
    assert {Span(id, 1, 0, len(NAME)) for id in printed if id not in told} == found.places


def test_a_line_that_few_documents_have_is_no_form(tmp_path: Path) -> None:
    view = _view(tmp_path, *(f"{NAME}\nوصل {'ثم ' * number}" for number in range(9)))

    assert 0 == forms(view, RESOLVED, documents=[]).lines


def test_of_other_types_nothing_is_told(tmp_path: Path) -> None:
    view = _view(tmp_path, *(f"{NAME}\nوصل {'ثم ' * number}" for number in range(12)))

    assert () == tuple(forms(view, {MentionType.PERSON}, documents=[]).documents.names)
