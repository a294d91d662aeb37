"""Both languages say everything that the pages need said, and count as they should."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from string import Formatter

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Reason
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.services.names.counting.by_role import MENTIONED, OWN, RECIPIENT, SENDER
from kashf.show.wording import LANGUAGES, wording

CATEGORIES = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in files("kashf.web").joinpath("templates").iterdir()}


@cache
def counted(code: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key in wording(code).table:
        before, _, last = key.rpartition(".")
        if last in CATEGORIES["ar"] and before.count("."):
            found[before].add(last)
    return dict(found)


@cache
def plain(code: str) -> set[str]:
    return {key for key in wording(code).table if not any(key.startswith(f"{group}.") for group in counted(code))}


def test_both_languages_have_the_same_words() -> None:
    assert plain("en") == plain("ar")
    assert counted("en").keys() == counted("ar").keys()


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_is_counted_has_every_plural_of_its_language(code: str) -> None:
    assert {} == {key: found for key, found in counted(code).items() if found != CATEGORIES[code]}


def test_both_languages_fill_the_same_places() -> None:
    english, arabic = wording("en").table, wording("ar").table

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {} == {key: text for key, text in english.items() if key in plain("en") and places(text) != places(arabic[key])}


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_template_says_there_are_words_for(template: str) -> None:
    said = set(re.findall(r"""\bsay\(["']([\w.-]+)["'][,)]""", TEMPLATES[template]))
    counted_there = set(re.findall(r"""say\.many\(["']([\w.-]+)["']""", TEMPLATES[template]))

    assert set() == said - plain("en")
    assert set() == counted_there - counted("en").keys()


def test_there_are_no_words_that_nothing_says() -> None:
    code = "".join(path.read_text(encoding="utf-8") for end in ("py", "html", "svg", "js") for path in files("kashf").rglob(f"*.{end}"))
    named = set(re.findall(r"""["']([\w.]+)(?=["'{])""", code))

    def is_said(key: str) -> bool:
        """Return whether code names the key whole, its group, or the beginning that a value of the case is put behind."""
        cuts = [found.end() for found in re.finditer(r"[._]", key)]
        groups = {key[: cut - 1] for cut in cuts if f'named("{key[: cut - 1]}"' in code}
        return key in named or bool(groups) or any(key[:cut] in named for cut in cuts)

    assert set() == {key for key in (*plain("en"), *counted("en")) if not is_said(key)}


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("reasons", set(Reason)),
        ("field_kind", set(FieldKind)),
        ("field_state", set(FieldState)),
        ("role", {role.code for role in (OWN, SENDER, RECIPIENT, MENTIONED)}),
        ("totals", {"found", "done", "partial", "failed", "duplicates", "waiting"}),
        ("why", {"exact", "stem", "spelling", "prefix", "fuzzy", "phrase"}),
        ("facet", {"type", "source", "language", "origin", "month", "since", "until"}),
        ("keys", set(re.findall(r'"(\w+)"\)', re.sub(r".*typing_keys.*", "", TEMPLATES["_keys.html"])))),
        ("typing_keys", set(re.findall(r'"(\w+)"\)', "".join(re.findall(r".*typing_keys.*", TEMPLATES["_keys.html"]))))),
        ("query", set(re.findall(r'["\']\, "(\w+)"\)', TEMPLATES["help.html"])) - {"confidence"}),
    ],
)
def test_every_value_that_is_named_has_words(group: str, values: set[str]) -> None:
    assert set() == {f"{group}.{value}" for value in values} - plain("en")


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "بلا صفحات"), (1, "صفحة واحدة"), (2, "صفحتان"), (7, "٧ صفحات"), (11, "١١ صفحة"), (103, "١٠٣ صفحات"), (1200, "١٬٢٠٠ صفحة")],
)
def test_arabic_counts_in_six_forms(n: int, words: str) -> None:
    assert words == wording("ar").many("document.pages", n)


def test_numbers_days_and_sizes_are_written_as_each_language_does() -> None:
    day = dt.date(2014, 10, 25)

    english, arabic = ((say.number(22_000), say.day(day), say.size(1840)) for say in map(wording, LANGUAGES))

    assert ("22,000", "25 Oct 2014", "1.8 kB") == english
    assert ("٢٢٬٠٠٠", "٢٥ تشرين الأول ٢٠١٤", "١٫٨ ك.ب") == arabic


@pytest.mark.parametrize(("share", "words"), [(0, "0 %"), (0.001, "1 %"), (0.999, "99 %"), (1, "100 %"), (0.885, "88 %")])
def test_none_and_all_are_said_of_none_and_all_only(share: float, words: str) -> None:
    assert words == wording("en").percent(share)


@pytest.mark.parametrize(
    ("written", "said"),
    [("2014-10-25", "25 Oct 2014"), ("2014-10", "Oct 2014"), ("2014", "2014"), ("2014-13-45", "2014-13-45"), ("<b>", "<b>")],
)
def test_a_day_that_is_none_is_left_as_it_is_written(written: str, said: str) -> None:
    assert said == wording("en").written_day(written)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2014-10-25", "25 Oct 2014"),
        ("2014-10", "Oct 2014"),
        ("2014-10-25/2014-11-23", "between 25 Oct 2014 and 23 Nov 2014"),
        ("2014-10-25/..", "25 Oct 2014 or later"),
        ("../2014-10-25", "25 Oct 2014 or earlier"),
    ],
)
def test_a_date_in_doubt_is_said_with_its_bounds(date: str, said: str) -> None:
    assert said == wording("en").date(FuzzyDate.parse(date))


def test_what_fills_a_place_is_escaped() -> None:
    assert "Results for &lt;script&gt;" == wording("en")("document.results", query="<script>")


def test_a_language_without_words_falls_back_to_english() -> None:
    assert "en" == wording("xx").code
