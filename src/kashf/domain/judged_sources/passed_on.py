"""Who has from whom what he delivers, as far as people said so: circles are told, and nobody is followed round them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kashf.domain.judged_sources.source_entries import SourceEntry, SourceParent


def parents_in(entries: Iterable[SourceEntry]) -> dict[str, tuple[str, ...]]:
    """Return from whom each source has what it delivers, by code name; what was taken back is left out."""
    found: dict[str, dict[str, None]] = {}
    for each in entries:
        if isinstance(each, SourceParent) and each.signed.undone is None:
            found.setdefault(each.source, {})[each.parent] = None
    return {source: tuple(sorted(of)) for source, of in found.items()}


def behind(source: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return all from whom a source has what it delivers, the nearest first, each once, itself never.

    >>> behind("kestrel-1", {"kestrel-1": ("flint-1",), "flint-1": ("kestrel-1", "quartz-1")})
    ('flint-1', 'quartz-1')
    """
    found: dict[str, None] = {}
    ahead = [*parents.get(source, ())]
    while ahead:
        name = ahead.pop(0)
        if name != source and name not in found:
            found[name] = None
            ahead += parents.get(name, ())
    return tuple(found)


def circle_of(source: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return those who have it from a source and the source from them, itself among them, by name; () where there is no circle.

    >>> circle_of("kestrel-1", {"kestrel-1": ("flint-1",), "flint-1": ("kestrel-1", "quartz-1")})
    ('flint-1', 'kestrel-1')
    """
    if source in parents.get(source, ()):
        return (source,)
    others = [name for name in behind(source, parents) if source in behind(name, parents)]
    return tuple(sorted([source, *others])) if others else ()
