from __future__ import annotations

import re
from pathlib import Path

import pytest

import kashf
from kashf.show.counted import many

#: A number and a noun in the plural, in one piece of an f-string, that no `many` wrote.
_BARE = re.compile(
    r"\{[^{}]*\} (letters|papers|documents|acts|copies|chains|events|names|offices|posts|places|mentions|contradictions|references)\b"
)


@pytest.mark.parametrize(
    ("thing", "things"),
    [("letter", "letters"), ("copy", "copies"), ("entry", "entries"), ("day", "days"), ("number of pages", "numbers of pages")],
)
def test_nouns_have_their_plural(thing: str, things: str) -> None:
    assert [f"1 {thing}", f"0 {things}", f"2 {things}"] == [many(count, thing) for count in (1, 0, 2)]


def test_a_plural_that_no_rule_gives_is_given() -> None:
    assert ("1 line waits", "2 lines wait") == (many(1, "line waits", "lines wait"), many(2, "line waits", "lines wait"))


def test_no_line_of_a_command_counts_one_letters() -> None:
    lines = (
        (path.name, line.strip())
        for folder in ("show", "cli")
        for path in sorted((Path(kashf.__file__).parent / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if " of 1 to " not in line
    )

    assert [] == [(name, line) for name, line in lines if _BARE.search(line)]
