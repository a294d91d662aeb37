from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.cli.commands import copies, show
from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId
from kashf.errors import UsageError
from kashf.intake.near_copies import signature
from kashf.language.words.tokens import folded_words
from kashf.ports.copy_groups import CopyKind, CopyLink
from tests.fakes import FakeCaseView
from tests.searchable import case_of

Capture = pytest.CaptureFixture[str]
PRINTED = " ".join(f"كلمة{number}" for number in range(60))
TEXTS = (f"{PRINTED} قبل يوم ٢٠ محرم بصهريج عدد ٣", f"{PRINTED} قبل يوم ٢٣ محرم بصهريج عدد ٥", "oil and something else")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a case of two versions of one order, and another text."""
    made = case_of(tmp_path, *TEXTS)
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.known = {id: replace(one, text_key=None) for id, one in view.known.items()}
    view.seen = {id: ((Sighting(id, one.name, "courier", parent=DocumentId("f" * 64)), None),) for id, one in view.known.items()}
    view.signed = {id: signature(folded_words(pages[0].text)) for id, pages in view.texts.items()}
    one, other = sorted(view.known)[:2]
    view.grouped = [CopyLink(kind, DocumentId(other), DocumentId(one), 0.98) for kind in (CopyKind.NEAR, CopyKind.ANY)]
    for command in (copies, show):
        monkeypatch.setattr(command, "opened", lambda path: nullcontext(made))
    return tmp_path


def ids(case: Path, capsys: Capture) -> list[str]:
    copies.command(case, as_json=True)
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    return list(group["documents"])


def test_a_letter_is_listed_once_with_its_ways_and_places(case: Path, capsys: Capture) -> None:
    assert 0 == copies.command(case)

    assert "near: 2 documents in 2 places" in capsys.readouterr().out


def test_the_copies_of_a_document_are_told_with_what_differs(case: Path, capsys: Capture) -> None:
    one, _ = ids(case, capsys)
    assert 0 == copies.command(case, one[:9])

    said = capsys.readouterr().out
    assert "differs at 2 places" in said
    assert "[date] p. 1:" in said
    assert "order not known" in said


def test_two_documents_can_be_compared_that_are_no_copies(case: Path, capsys: Capture) -> None:
    one, other = ids(case, capsys)
    assert 0 == copies.command(case, pair=(other, one), as_json=True)

    found = json.loads(capsys.readouterr().out)
    assert [("date", {"٢٠", "٢٣"}), ("number", {"٣", "٥"})] == [
        (each["about"], {each["left"]["text"], each["right"]["text"]}) for each in found["differences"]
    ]
    assert ("unknown", "near") == (found["order"]["known"], found["links"][0]["kind"])


def test_a_document_says_that_it_has_a_twin_and_in_what_it_differs(case: Path, capsys: Capture) -> None:
    one, other = ids(case, capsys)
    show.command(case, one[:9])

    assert f"has a twin (near 0.98): {other[:12]}" in (said := capsys.readouterr().out)
    assert "differs at 2 places: \u2068٢٠\u2069 -> \u2068٢٣\u2069" in said


def test_json_lines_have_a_compared_pair_each(case: Path, capsys: Capture) -> None:
    one, other = ids(case, capsys)
    copies.command(case, other, as_jsonl=True)

    (line,) = capsys.readouterr().out.splitlines()
    assert (other, one) == (json.loads(line)["left"], json.loads(line)["right"])


def test_a_document_without_copies_says_so_and_exits_with_one(case: Path, capsys: Capture) -> None:
    assert 1 == copies.command(case, "2")

    assert "no copies" in capsys.readouterr().err


def test_a_document_and_a_pair_at_once_are_refused(case: Path) -> None:
    with pytest.raises(UsageError, match="not both"):
        copies.command(case, "ab", pair=("a", "b"))
