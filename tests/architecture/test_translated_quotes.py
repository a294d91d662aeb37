"""A quote in translation always carries the original: one module and one template print what words say in another language."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import kashf

ROOT = Path(kashf.__file__).parent
#: Which of the doors may touch a rendering, and each of these prints the original with it.
PRINTS = {"show/translated_words.py", "web/templates/_translated.html"}


def test_no_door_but_one_reads_what_a_translated_quote_says() -> None:
    reading = {
        path.relative_to(ROOT).as_posix()
        for folder in ("cli", "web", "show")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"rendering", "renderings"} and not _is_of_a_form(node)
    }

    assert reading <= PRINTS


def test_no_template_but_one_prints_what_a_translated_quote_says() -> None:
    printing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "web" / "templates").rglob("*")
        if path.is_file() and re.search(r"\.renderings?\b", path.read_text(encoding="utf-8"))
    }

    assert printing <= PRINTS


def _is_of_a_form(node: ast.Attribute) -> bool:
    """Return whether it is what a person just typed: that has no original yet."""
    return isinstance(node.value, ast.Name) and node.value.id == "form"
