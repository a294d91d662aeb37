"""What finds names in a text: gazetteers, rules and models, each behind the same small port."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kashf.domain.entity import Mention


class Tagger(Protocol):
    """Finds mentions of its own kinds. Those of one tagger do not overlap; of several, `entities.tagging.settle` settles it."""

    @property
    def name(self) -> str:
        """What it is called in versions and sources."""
        ...

    @property
    def version(self) -> str:
        """Of its model or gazetteer; "" when it goes by code and tables of kashf alone, which have digests of their own."""
        ...

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return mentions in order of their start, not overlapping.

        Args:
            text: Of one page; any length; hostile.
            language: ISO 639-1 code of most of it, or "" when that is not known.
        """
        ...
