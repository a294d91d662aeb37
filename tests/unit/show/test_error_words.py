"""Errors that somebody at a browser can meet are told in Arabic too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from kashf import errors
from kashf.errors import DamagedCaseError, KashfError, NotFoundError, QuerySyntaxError
from kashf.services.case.page_images import NoPictureError
from kashf.show.error_words import arabic_words, error_words
from kashf.show.wording import wording
from tests.architecture.source import modules

#: What pages call. Tests of precedence, lists to compare, and taking in are asked for on the command line alone.
BEHIND_PAGES = ("web/", "services/", "search/", "entities/screening/", "adapters/records/", "adapters/index/", "language/")
NOT_BEHIND_PAGES = (
    "services/precedence.py",
    "services/names/compare_lists.py",
    "services/ledger/code_names.py",
    "services/ledger/ledger_export.py",
    "services/ledger/signing/installations.py",
    "services/ledger/signing/witnesses.py",
    "services/ingest/tombstones.py",
    "services/ledger/handover.py",
    "services/models/add_model.py",
)
#: Of these a person has to know more than of what kind they are.
KINDS = {"UsageError", "NotFoundError", "NoSuchFieldError", "QuerySyntaxError", "UnfinishedError", "NoPictureError"}


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Yield the errors that are made behind pages, with their place."""
    for path, tree in modules():
        if path.startswith(BEHIND_PAGES) and path not in NOT_BEHIND_PAGES:
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("Error"):
                    yield f"{path}:{node.lineno}", node


def said(call: ast.Call) -> dict[str | None, ast.expr]:
    return {keyword.arg: keyword.value for keyword in call.keywords}


def code_of(call: ast.Call) -> str:
    code = said(call).get("code")
    return code.value if isinstance(code, ast.Constant) and isinstance(code.value, str) else ""


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_error_that_a_page_can_show_has_a_code_and_an_arabic_sentence() -> None:
    of_kinds = [(where, call) for where, call in raised() if isinstance(call.func, ast.Name) and call.func.id in KINDS]

    assert [] == [where for where, call in of_kinds if code_of(call) not in arabic_words()["codes"]]
    assert len(of_kinds) > 50


def test_an_arabic_sentence_names_only_what_its_error_is_about() -> None:
    for where, call in raised():
        if code := code_of(call):
            assert places(arabic_words()["codes"][code]) <= {str(name) for name in said(call)}, where


def test_no_arabic_sentence_is_left_over() -> None:
    in_code = {
        node.value.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant)
    }

    assert set() == arabic_words()["codes"].keys() - in_code


def test_every_kind_of_error_has_arabic_words_and_a_hint() -> None:
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, KashfError)} - {"KashfError"}

    assert kinds | {"NoPictureError"} == arabic_words()["kinds"].keys() == arabic_words()["hints"].keys()


@pytest.mark.parametrize(
    ("error", "what", "detail"),
    [
        (QuerySyntaxError("x", position=0, code="bad-field-value", name="date", value="x\u202e"), "x⇠", ""),
        (NotFoundError("document 3fa has no page 9", code="no-such-page", document="3fa", page=9, pages=12), "٩", ""),
        (DamagedCaseError("case.db is empty"), "سجلات القضية متضررة", "case.db is empty"),
        (NoPictureError("page 3 cannot be drawn (timeout)", code="no-picture", page=3), "٣", ""),
    ],
)
def test_an_arabic_reader_reads_arabic(error: KashfError, what: str, detail: str) -> None:
    words = error_words(wording("ar"), error)

    assert what in words.what
    assert (detail, True) == (words.detail, "`" not in words.then)


def test_in_english_an_error_speaks_for_itself() -> None:
    error = NotFoundError("there is no such thing", code="no-such-place")

    assert ("there is no such thing", "Ids may be shortened, but not changed.", "") == (
        (words := error_words(wording("en"), error)).what,
        words.then,
        words.detail,
    )
