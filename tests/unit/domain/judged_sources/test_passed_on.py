"""Who has it from whom is followed to its end, and never round a circle."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.decisions import Retraction
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.judged_sources.passed_on import behind, circle_of, parents_in
from kashf.domain.judged_sources.source_entries import SourceParent
from kashf.domain.transcription.signed_words import Signed

WHEN = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
NAMES = st.sampled_from(["basalt-1", "cobalt-1", "flint-1", "gannet-1"])


def said(source: str, parent: str, *, undone: Retraction | None = None) -> SourceParent:
    signed = Signed(EntryId(f"{source} {parent}"), "layla", WHEN, "layla", undone)
    return SourceParent(signed=signed, source=source, words=DocumentId("b" * 64), parent=parent)


def test_what_was_taken_back_is_not_followed() -> None:
    entries = [said("basalt-1", "flint-1"), said("basalt-1", "cobalt-1", undone=Retraction("layla", WHEN, EntryId("u"), "layla"))]

    assert {"basalt-1": ("flint-1",)} == parents_in([*entries, said("basalt-1", "flint-1")])


def test_a_circle_is_named_by_each_who_stands_in_it_and_by_nobody_before_it() -> None:
    parents = parents_in([said("basalt-1", "cobalt-1"), said("cobalt-1", "basalt-1"), said("flint-1", "basalt-1")])

    assert [("basalt-1", "cobalt-1")] * 2 + [()] == [circle_of(name, parents) for name in ("basalt-1", "cobalt-1", "flint-1")]
    assert ("basalt-1", "cobalt-1") == behind("flint-1", parents)
    assert ("gannet-1",) == circle_of("gannet-1", {"gannet-1": ("gannet-1",)})


@given(st.dictionaries(NAMES, st.lists(NAMES, unique=True).map(tuple)), NAMES)
def test_everybody_behind_is_told_once_whatever_the_circles(parents: dict[str, tuple[str, ...]], name: str) -> None:
    found = behind(name, parents)

    assert len(found) == len(set(found))
    assert name not in found
    assert set(parents.get(name, ())) - {name} <= set(found)
