"""The Python door: a case open for reading, for notebooks and scripts. The third thin door to the same services."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kashf.bootstrap import open_case as _open_case
from kashf.services import cases, custody, explore

if TYPE_CHECKING:
    from kashf.domain.entity import PlacedMention
    from kashf.ports.stores import CopyGroup, DocumentRecord, Totals
    from kashf.services.cases import Shown
    from kashf.services.counting import Appearances
    from kashf.services.custody import Verification
    from kashf.services.explore import Found, Hit
    from kashf.services.names import Named

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
        """Where everything stands now: found = done + partial + failed + duplicates + waiting."""
        return cases.status(self._case)

    def find(self, query: str, *, limit: int = 20, exact: bool = False, variants: bool = True) -> Found:
        """Return the best hits, how many there are in all, and which spellings were tried.

        Args:
            query: In the query language of `kashf find`.
            limit: Hits to return.
            exact: Words as they stand, folded; without stems and spellings.
            variants: With the spellings of words that are found in the case, in both scripts.

        Raises:
            QuerySyntaxError: The query is malformed.
        """
        return explore.find(self._case, query, limit=limit, exact=exact, variants=variants)

    def search(self, query: str, *, exact: bool = False, variants: bool = True) -> Iterator[Hit]:
        """Yield every hit, best first; arguments as for `find`."""
        offset = 0
        while hits := explore.find(self._case, query, limit=_AT_ONCE, offset=offset, exact=exact, variants=variants).hits:
            yield from hits
            offset += len(hits)

    def names(self, *types: str, limit: int = 100, containing: str = "") -> tuple[Named, ...]:
        """Return who and what is named in the case, the most often named first.

        Args:
            types: "PER", "ORG", "LOC" and so on, as `kashf names` prints them; all without.
            limit: How many at most.
            containing: Only names with these words, in any spelling that folds alike.

        Raises:
            ValueError: There is no such type.
        """
        from kashf.domain.entity import MentionType
        from kashf.services.names import list_names

        return list_names(self._case, [MentionType(type) for type in types] or MentionType, limit=limit, containing=containing)

    @property
    def mentions(self) -> Iterator[PlacedMention]:
        """Every place that names somebody or something, by document, page and place; read as you go."""
        after = ""
        while found := self._case.view.mentions(after=after, limit=_AT_ONCE):
            yield from found
            after = found[-1].document

    def count(self, name: str) -> Appearances:
        """Return how often a name appears, in how many documents, in how many without copies, and each place."""
        from kashf.services.counting import count_name  # A search does without, and loads in half the time.

        return count_name(self._case, name)

    def show(self, document: str, *, page: int | None = None) -> Shown:
        """Return one document, named by the beginning of its id.

        Raises:
            NotFoundError: No such document or page.
        """
        return cases.show(self._case, document, page=page)

    def documents(self) -> Iterator[DocumentRecord]:
        """Yield every document by id."""
        after = ""
        while found := self._case.view.documents(after=after, limit=_AT_ONCE):
            yield from found
            after = found[-1].id

    def copies(self) -> tuple[CopyGroup, ...]:
        """Return groups of same bytes, same text and near text."""
        return cases.copies(self._case)

    def verify(self) -> Verification:
        """Recompute the ledger and hash every blob again."""
        return custody.verify(self._case)


def open_case(path: str | os.PathLike[str]) -> Case:
    """Open a case for reading; use it in a `with` block, or close it."""
    return Case(path)
