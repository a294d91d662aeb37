"""What a container of very many links costs those who ask where a case stands: operations are counted, not seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.adapters.records.store import SqlStore
from kashf.adapters.records.view import SqlView
from kashf.domain.document import Sighting
from tests.contracts.case_stores import id_of, put, reading, seen, sight
from tests.counting import database_steps


def of_links(folder: Path, count: int) -> SqlView:
    """Return the view of a case with one archive that holds so many links, and one letter."""
    store = SqlStore(folder / f"{count}.db")
    sight(store, seen("a", "/a.tar"))
    links = [Sighting(None, f"/a.tar/{n}", "", parent=id_of("a"), ordinal=n, reason="symbolic link") for n in range(1, count)]
    sight(store, seen("b", "/a.tar/0", parent=id_of("a")), *links, depth=1)
    put(store, reading("a"), reading("b"))
    return store.view()


@pytest.mark.parametrize("asked", [SqlView.totals, SqlView.unreadable, SqlView.count_unreadable])
def test_twice_the_links_cost_hardly_more_than_twice_as_much(asked: Callable[[SqlView], object], tmp_path: Path) -> None:
    few, many = of_links(tmp_path, 1000), of_links(tmp_path, 4000)

    assert database_steps(many, lambda: asked(many)) < 5 * database_steps(few, lambda: asked(few))


def test_what_is_counted_is_what_is_listed(tmp_path: Path) -> None:
    view = of_links(tmp_path, 10)
    shut = view.unreadable()

    assert (9, 9, 2) == (len(shut), view.count_unreadable(), view.count_unreadable([each.id for each in shut[:2]]))
