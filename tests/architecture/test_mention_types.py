"""A type of mention is one row: every list of types comes from the table, so that a new row is in all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from kashf.domain.entity import RESOLVED, MentionType
from kashf.entities.screening.watchlist import read_list
from kashf.show.wording import LANGUAGES, wording
from kashf.web.screens.names import OTHERS, TABS, NamesParams
from kashf.web.screens.review import TYPES, ReviewParams
from tests.architecture.source import SOURCE, modules

#: Say which type each of their rules, or each label of a model of others, finds.
FINDERS = ("language/grammar/", "language/measures/tagger.py", "adapters/taggers/")


def _modules() -> Iterator[tuple[str, ast.Module]]:
    return ((name, tree) for name, tree in modules() if not name.startswith(FINDERS) and name != "domain/entity.py")


def _members(node: ast.AST) -> set[str]:
    parts = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else ()
    return {part.attr for part in parts if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "MentionType"}


def test_no_module_keeps_a_list_of_types_beside_the_table() -> None:
    lists = [f"{name}:{node.lineno}" for name, tree in _modules() for node in ast.walk(tree) if len(_members(node)) > 1]  # type: ignore[attr-defined] - a list of members is an expression, which has a line

    assert [] == lists


def test_no_module_names_a_type_by_its_code() -> None:
    codes = {type.value for type in MentionType} - {"NUMBER", "ROLE", "CODE"}
    named = [
        f"{name}:{node.lineno} {node.value}"
        for name, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in codes
    ]

    assert [] == named


def test_no_template_has_a_list_of_codes() -> None:
    lists = [path.name for path in SOURCE.rglob("*.html") if re.search(r"[\"'](?:PER|ORG|LOC)[\"'],", path.read_text(encoding="utf-8"))]

    assert [] == lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_its_words_and_every_resolved_one_its_tab_and_question(language: str) -> None:
    table = wording(language).table
    needed = [f"kind.{type.value}" for type in MentionType]
    needed += [f"{group}{type.value}" for type in RESOLVED for group in ("tab.", "review.ask_")]

    assert [] == [key for key in needed if key not in table]


def test_the_screens_offer_exactly_the_types_of_the_table() -> None:
    resolved = [type for type in MentionType if type.traits.is_resolved]

    assert resolved == list(TYPES)
    assert [*(type.value for type in resolved), "other"] == list(TABS)
    assert set(MentionType) - RESOLVED == set(OTHERS)
    assert [tab for tab in TABS if NamesParams(type=tab).type == tab] == list(TABS)
    assert [type for type in TYPES if ReviewParams(type=type.value).type == type] == list(TYPES)


@pytest.mark.parametrize(("schema", "type"), [(schema, type) for type in MentionType for schema in type.traits.schemata])
def test_a_list_of_others_is_read_by_the_schemata_of_the_table(schema: str, type: MentionType) -> None:
    (entry,) = read_list(f"id,name,schema\n1,Salim Haddad,{schema}\n", name="list").entries

    assert type is entry.type


def test_no_two_types_share_a_schema() -> None:
    schemata = [schema for type in MentionType for schema in type.traits.schemata]

    assert len(set(schemata)) == len(schemata)
