"""What waits while few documents are new, and that a pile comes to the same whatever the order and the batches in which it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.adapters.records.store import SqlStore
from kashf.domain.entity import RESOLVED
from kashf.ports.taggers import TaggerKit
from kashf.ports.views import Totals
from kashf.services.ingest.process import Delivery, add, process
from kashf.services.ingest.readers import HowToRead
from kashf.services.ingest.whole.case_stages import are_few_new, case_stages
from tests.fakes import FakeSandbox, FakeWorker
from tests.unit.services.ingest.test_process import Ingest, reads

#: Of each kind some: letters that are copies of one another, forms of one family, and papers that are neither.
PILE = 204
LEARNED = {"again", "families", "fields", "copies", "resolve", "forms"}


def paper(number: int) -> str:
    if number % 4 == 1:
        return f"Name: Omar {number}\nTown: place {number % 7}\nBorn: {1950 + number % 40}\nTrade: driver {number % 5}\n"
    if number % 4 == 2:
        return (
            f"Omar told that the convoy left the mill with {number // 8} trucks and a guard of ten men, and came back at night"
            + "\n" * (number % 8)
        )
    return f"paper {number} of nobody in the box {number * 7}\n"


@dataclass
class Pile(Ingest):
    """A case to which papers are added one batch after another."""

    has_read: list[str] = field(default_factory=list)

    def bring(self, numbers: list[int], *, may_wait: bool) -> Totals:
        folder = self.folder / f"batch{len(self.has_read)}"
        self.has_read.append(folder.name)
        folder.mkdir()
        for number in numbers:
            (folder / f"{number}.txt").write_text(paper(number))
        with self.opened() as case:
            add(case, [folder], Delivery("courier"), report=self.told.append)
        return self.go_on(may_wait=may_wait)

    def go_on(self, *, may_wait: bool) -> Totals:
        with self.opened() as case:
            sandbox = FakeSandbox(FakeWorker(reads), [self.tagger])
            how, kit = HowToRead(workers=1), TaggerKit((self.tagger,))
            return process(case, sandbox, how, kit=kit, report=self.told.append, may_wait=may_wait)

    def learned(self) -> object:
        """Return all that is learned of the whole pile, and which documents it is of."""
        with self.opened() as case:
            view = case.reading.view
            names = [(type, view.names(type, limit=None), view.resolution_version(type)) for type in sorted(RESOLVED)]
            families = (view.families_version(), view.kept_families(), view.record_heads())
            copies = (view.copies_version(), view.copy_links(), view.copy_leaders())
            return families, copies, names, view.forms_version(), view.form_lines()


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "case.db"
    SqlStore(path).close()
    return path


def made(folder: Path, tables: Path) -> Pile:
    folder.mkdir()
    copyfile(tables, folder / "case.db")
    return Pile(folder)


@pytest.fixture(scope="module")
def at_once(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Pile:
    pile = made(tmp_path_factory.mktemp("whole") / "pile", tables)
    pile.bring([*range(PILE)], may_wait=True)
    return pile


def test_a_pile_that_is_new_is_learned_of_at_once(at_once: Pile) -> None:
    with at_once.opened() as case:
        view = case.reading.view
        assert 0 == view.totals().uncompared
        assert all((view.families_version(), view.copies_version(), view.forms_version()))
        assert view.kept_families()
        assert view.copy_links()


def test_one_more_document_waits_and_what_is_kept_of_the_others_stays(at_once: Pile, tmp_path: Path, tables: Path) -> None:
    pile = made(tmp_path / "pile", tables)
    pile.bring([*range(PILE - 1)], may_wait=True)
    with pile.opened() as case:
        before = case.reading.view.record_heads(), case.reading.view.copy_links()
    pile.told.clear()
    totals = pile.bring([PILE - 1], may_wait=True)

    with pile.opened() as case:
        assert before == (case.reading.view.record_heads(), case.reading.view.copy_links())
        assert LEARNED.isdisjoint(each.name for each in case_stages(case, may_wait=True))
        assert set(LEARNED) < {each.name for each in case_stages(case)}
    assert 1 == totals.uncompared
    assert not LEARNED & {each.stage for each in pile.told}
    assert 0 == pile.go_on(may_wait=False).uncompared
    assert at_once.learned() == pile.learned()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, PILE - 1), min_size=1, max_size=3, unique=True).map(sorted), order=st.randoms(use_true_random=False))
def test_whatever_the_batches_in_the_end_the_same_is_known(
    cuts: list[int], order: object, at_once: Pile, tables: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pile = made(tmp_path_factory.mktemp("split") / "pile", tables)
    numbers = [*range(PILE)]
    order.shuffle(numbers)  # type: ignore[attr-defined]  # Hypothesis has no public name for its kind of Random
    for start, end in zip([0, *cuts], [*cuts, PILE], strict=True):
        pile.bring(numbers[start:end], may_wait=True)
    pile.go_on(may_wait=False)

    assert at_once.learned() == pile.learned()


@pytest.mark.parametrize(
    ("read", "uncompared", "is_so"), [(22_000, 440, True), (22_000, 441, False), (200, 4, True), (199, 1, False), (22_000, 0, False)]
)
def test_only_where_few_are_new_does_anything_wait(read: int, uncompared: int, *, is_so: bool) -> None:
    assert is_so is are_few_new(Totals(done=read - 1, partial=1, uncompared=uncompared))
