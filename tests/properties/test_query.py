"""The query language and what is marked in texts, on anything that can be typed."""

import unicodedata
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.errors import QuerySyntaxError, UsageError
from kashf.search.expand import expand
from kashf.search.highlight import SNIPPET_LENGTH, Finder, snippet
from kashf.search.parse import parse
from kashf.search.passages import pieces
from kashf.search.query import (
    Beginning,
    Leaf,
    Narrow,
    Node,
    Quoted,
    Similar,
    Term,
    all_of,
    any_of,
    explain,
    finds_something,
    none_of,
    render,
)
from kashf.services.search.find import find
from tests.searchable import case_of

WORDS = ["الشمالي", "Shamali", "al-Shamali", "ابو", "oil", "2014", "١٢/٣", "e\u0301t", "x:y"]
PIECES = [
    *WORDS,
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    '"',
    "“",
    "»",
    "*",
    "~",
    "~2",
    "source:",
    "date:2014",
    "type:pdf",
    "-",
    "…",
    "\u200f",
    " ",
    "\n",
    "\x00",
]

leaves: st.SearchStrategy[Leaf] = st.one_of(
    st.sampled_from(WORDS[:-1]).map(Term),
    st.builds(Quoted, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), st.integers(0, 3)),
    st.sampled_from(["الش", "sham"]).map(Beginning),
    st.builds(Similar, st.sampled_from(["الشمالي", "sham"]), st.integers(1, 2)),
    st.sampled_from([Narrow("source", "Courier One"), Narrow("date", "2014-10..2014-12"), Narrow("from", "أبو عمر")]),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(all_of), st.lists(inner, min_size=2, max_size=4).map(any_of), inner.map(none_of)
    ),
    max_leaves=12,
)
texts = st.text(st.one_of(st.sampled_from("ابومحدشلي ahmdslSi-\n.,"), st.characters(codec="utf-8")), max_size=400)


def read(query: str) -> Node | None:
    """Return the tree, or None for a query that is refused; then the place of the fault lies in it."""
    try:
        return parse(query)
    except QuerySyntaxError as refusal:
        if not 0 <= refusal.position <= len(query):
            raise AssertionError(f"place {refusal.position} is outside of the query") from refusal
        return None


@given(nodes.filter(finds_something))
def test_a_tree_that_is_written_out_is_read_back_as_it_was(node: Node) -> None:
    assert node == parse(render(node))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_typed_is_read_the_same_again_or_refused_with_a_place(query: str) -> None:
    node = read(query)

    assert node is None or node == parse(render(node))
    assert node is None or (explain(node) and expand(node, lambda codes: {}).query)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_place_in_it(query: str) -> None:
    node = read(query)

    assert node is None or node == parse(render(node))


@given(st.text(max_size=60), st.sampled_from(["{}", "{} {}", '"{}', "/{}/", "{}*", "-{} {}", "name:{}", "({} or {})", "{}~2"]))
def test_no_query_raises_anything_but_that_it_cannot_be_asked(text: str, shape: str) -> None:
    with suppress(UsageError):
        assert expand(parse(shape.format(text, text)), lambda codes: {}).query


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["أبو", "and", "AK-47", "250,000", "الشمالي", "it's", "x:y", "is?", "a/b", "100%", "#Tag", "٣", "سوق_الورد"]),
        min_size=1,
        max_size=4,
    )
)
def test_a_document_with_the_very_words_is_found(tmp_path: Path, words: list[str]) -> None:
    folder = tmp_path / "-".join(str(ord(word[0])) + word[-1:].encode().hex() for word in words)
    case = case_of(folder, " ".join(words))

    assert 1 == find(case, " ".join(words)).total


@given(texts, st.sampled_from(["محمد ابو*", '"ابو محمد"~2 OR sham~', "a s d"]))
def test_what_is_marked_lies_in_the_text_in_order_and_the_snippet_shows_the_original(text: str, query: str) -> None:
    places = [(0, len(text))]
    found = Finder(expand(parse(query), lambda codes: {}).aims).matches(text, places)
    cut = snippet(text, places, found)

    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert found == sorted(found, key=lambda match: (match.start, -match.end))
    assert len(cut.text) <= SNIPPET_LENGTH
    assert "".join(" " if letter.isspace() else letter for letter in text[cut.start : cut.start + len(cut.text)]) == cut.text
    assert all(0 <= start < end <= len(cut.text) for start, end in cut.highlights)
    assert all(left[1] <= right[0] for left, right in zip(cut.highlights, cut.highlights[1:], strict=False))
    assert not found or cut.start <= cut.best[0] < cut.best[1]
    assert not any(unicodedata.category(letter) == "Cs" for letter in cut.text)


@given(st.text(st.sampled_from("ab \n"), max_size=30).map(lambda unit: unit * 900))
def test_pieces_cover_any_text_once(text: str) -> None:
    cut = list(pieces(text))

    assert [0, *(end for _, end in cut)] == [*(start for start, _ in cut), len(text)]
