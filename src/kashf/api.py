"""The Python door: a case open for reading, for notebooks and scripts. The third thin door to the same services."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kashf.bootstrap import open_case as _open_case
from kashf.bootstrap import run_log, system_clock
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.services.case import documents
from kashf.services.ledger import custody
from kashf.services.search import find
from kashf.settings import load_settings

if TYPE_CHECKING:
    from kashf.domain.entity import PlacedMention
    from kashf.entities.counting.appearances import Appearances
    from kashf.evidence.precedence.plan import Plan
    from kashf.evidence.precedence.result import PrecedenceResult
    from kashf.ports.views import DocumentRecord, Totals
    from kashf.services.case.copies.letter_groups import LetterGroup
    from kashf.services.case.documents import Shown
    from kashf.services.ledger.custody import Verification
    from kashf.services.names.list import Named
    from kashf.services.precedence import PrecedenceRequest, PrecedenceRun, Table
    from kashf.services.search.find import Found, Hit

_AT_ONCE = 500


class Case:
    """A case open for reading; several may be open at once, beside a running `kashf add`.

    Args:
        path: The case's folder.

    Raises:
        BadPathError: There is no case at `path`.
        DamagedCaseError: It cannot be read, or is of a later format.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._case = _open_case(Path(path))

    def __enter__(self) -> Self:
        """Return the case."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        """Return its name and where it lies."""
        return f"Case({self.name!r}, {str(self._case.path)!r})"

    def close(self) -> None:
        """Let go of files."""
        self._case.close()

    @property
    def name(self) -> str:
        """As people call it."""
        return self._case.name

    @property
    def totals(self) -> Totals:
        """Where everything stands now: found = done + partial + failed + duplicates + waiting + destroyed."""
        return documents.status(self._case)

    def find(self, query: str, *, limit: int = 20, exact: bool = False, variants: bool = True, collection: str = "leak") -> Found:
        """Return the best hits, how many there are in all, and which spellings were tried.

        Args:
            query: In the query language of `kashf find`.
            limit: Hits to return.
            exact: Words as they stand, folded; without stems and spellings.
            variants: With the spellings of words that are found in the case, in both scripts.
            collection: "leak", "own-work", "reference" or "all"; how much answers in the others is in `elsewhere`.

        Raises:
            QuerySyntaxError: The query is malformed.
            ValueError: There is no such collection.
        """
        return find.find(self._case, query, limit=limit, exact=exact, variants=variants, scope=Scope(collection))

    def search(self, query: str, *, exact: bool = False, variants: bool = True, collection: str = "leak") -> Iterator[Hit]:
        """Yield every hit, best first; arguments as for `find`."""
        offset, scope = 0, Scope(collection)
        while hits := find.find(self._case, query, limit=_AT_ONCE, offset=offset, exact=exact, variants=variants, scope=scope).hits:
            yield from hits
            offset += len(hits)

    def names(self, *types: str, limit: int = 100, containing: str = "", collection: str = "leak") -> tuple[Named, ...]:
        """Return who and what is named in the case, the most often named first.

        Args:
            types: "PER", "ORG", "LOC" and so on, as `kashf names` prints them; all without.
            limit: How many at most.
            containing: Only names with these words, in any spelling that folds alike.
            collection: As for `find`.

        Raises:
            ValueError: There is no such type or collection.
        """
        from kashf.domain.entity import MentionType
        from kashf.services.names.list import list_names

        wanted = [MentionType(type) for type in types] or MentionType
        return list_names(self._case, wanted, limit=limit, containing=containing, scope=Scope(collection))

    @property
    def mentions(self) -> Iterator[PlacedMention]:
        """Every place that names somebody or something, by document, page and place; read as you go."""
        return self._case.view.walk_mentions()

    def count(self, name: str, *, collection: str = "leak") -> Appearances:
        """Return how often a name appears, in how many documents, in how many without copies, and each place; arguments as for `find`."""
        from kashf.services.names.count import count_name  # A search does without, and loads in half the time.

        return count_name(self._case, name, scope=Scope(collection))

    def show(self, document: str, *, page: int | None = None) -> Shown:
        """Return one document, named by the beginning of its id.

        Raises:
            NotFoundError: No such document or page.
        """
        return documents.show(self._case, document, page=page)

    def documents(self) -> Iterator[DocumentRecord]:
        """Yield every document by id."""
        return self._case.view.walk()

    def copies(self) -> tuple[LetterGroup, ...]:
        """Return a group for each letter that was seen more than once, with the ways in which its documents are copies."""
        return documents.copies(self._case)

    def verify(self) -> Verification:
        """Recompute the ledger and hash every blob again."""
        return custody.verify(self._case)


def open_case(path: str | os.PathLike[str]) -> Case:
    """Open a case for reading; use it in a `with` block, or close it."""
    return Case(path)


class PrecedenceTest:
    """What the precedence test says about some orders and events, with everything needed to doubt it.

    Args:
        run: The test that was run.
    """

    def __init__(self, run: PrecedenceRun) -> None:
        self._run = run

    def __repr__(self) -> str:
        """Return the verdict and the p-values."""
        found = self.result
        p = f"calendar {found.p_calendar:.4f}, direction {found.p_direction:.4f}, hazard {found.p_hazard:.4f}, cite {found.p:.4f}"
        return f"PrecedenceTest({found.verdict.value!r}; p: {p})"

    def __getattr__(self, name: str) -> Any:
        """Return what the result has under a name: `verdict`, `before`, `hits`, `expected`, `p_worst`, `per_order`, `sweep` and so on."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._run.result, name)

    @property
    def result(self) -> PrecedenceResult:
        """Everything: effect, interval, groupings, leave-one-out, naive tests, counts of used and unused rows."""
        return self._run.result

    @property
    def notice(self) -> str:
        """What has to be said first: that there was no plan, that it was not kept, or was frozen too late; "" for nothing."""
        return self._run.notice

    @property
    def plan_sha256(self) -> str:
        """Hash of the plan, or ""."""
        return self._run.plan_sha256

    def summary(self) -> str:
        """Return the whole answer in plain sentences, what must be said first in the first line."""
        from kashf.services.precedence import summary_lines

        return "\n".join(summary_lines(self._run))

    def plot(self) -> Figure:
        """Return the days between orders and events as a drawing."""
        from kashf.services.precedence import figure

        return Figure(figure(self._run))


class Figure(str):
    """A drawing: SVG text that notebooks show as a picture."""

    __slots__ = ()

    def _repr_svg_(self) -> str:
        """Return it for a notebook."""
        return str(self)


def precedence(  # noqa: PLR0913 - every choice of the test has its name, as on the command line
    orders: Table,
    events: Table,
    *,
    window: tuple[int, int] = (1, 7),
    reach: int = 30,
    onset: int = 14,
    radius_km: float | Sequence[float] = (1, 10),
    seed: int = 0,
    alpha: float = 0.05,
    mapping: str = "",
    actors: Sequence[str] = (),
    types: Sequence[str] = (),
    controls: Table = None,
    plan: str | os.PathLike[str] | None = None,
) -> PrecedenceTest:
    """Return whether orders came before events more often than by chance, and all that speaks against it.

    The run is remembered in the folder of this installation, as one of `kashf precedence` is.

    Args:
        orders: Path to a CSV file, a data frame, or rows: id, date_earliest, date_latest, place, lat, lon, group.
        events: The same for the catalogue: id, date, place, lat, lon and, if there are, actor, target, type.
        window: First and last day after an order on which the beginning of an event counts.
        reach: Days before and after an order within which other dates are its reference.
        onset: Days without an event before one that counts as a beginning.
        radius_km: What counts as the place of an order: its own town, then what is tried beside it; each has its part of alpha.
        seed: Random seed for intervals and the joint p.
        alpha: The level at which a p counts, in (0..0.05].
        mapping: Whose columns the catalogue has: "" for our own, "ucdp" or "acled".
        actors: Only events of these; () for all.
        types: Only events of these types; () for all.
        controls: Orders that could foretell nothing; a finding that holds for them as well is none. A plan names its own.
        plan: File that `kashf precedence --freeze` wrote; its choices are taken.

    Raises:
        BadPathError: A file cannot be read.
        UsageError: A table cannot be used, choices contradict one another, or one differs from the plan's.
        NotAllowedError: The run cannot be remembered, so it is not made.
    """
    from kashf.evidence.precedence.plan import Choices
    from kashf.evidence.precedence.tables import Setup
    from kashf.services.precedence import PrecedenceRequest, load_plan, run_test

    radii = tuple(map(float, radius_km)) if isinstance(radius_km, Sequence) else (float(radius_km),)
    choices = Choices(mapping, Setup(window, reach, onset, radii), tuple(actors), tuple(types), alpha, seed)
    request = PrecedenceRequest(orders, events, choices, controls)
    frozen = None if plan is None else load_plan(plan)
    if frozen is not None:
        request = _as_planned(request, frozen)
    return PrecedenceTest(run_test(request, plan=frozen, now=system_clock().now(), log=run_log(load_settings())))


def _as_planned(request: PrecedenceRequest, plan: Plan) -> PrecedenceRequest:
    """Return what the plan asks of these tables; a choice that was made otherwise in the call is refused and not passed over."""
    from kashf.evidence.precedence.plan import Choices
    from kashf.services.precedence import planned_request

    chosen = request.choices.differences(Choices())
    otherwise = [name for name in request.choices.differences(plan.choices) if name in chosen]
    if otherwise:
        raise UsageError(f"the plan says otherwise about {otherwise[0]}; leave out what it decides, or run without it")
    return planned_request(plan, orders=request.orders, events=request.events, controls=request.controls)
