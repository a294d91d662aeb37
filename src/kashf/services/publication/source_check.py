"""What a release must not hold: protected strings, code names, where files lay; and what its papers alone would reveal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kashf.domain.ids import DocumentId
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.services.case.open import OpenCase
from kashf.services.ledger.code_names import list_sources


@dataclass(frozen=True, slots=True)
class FoundInRelease:
    """Something that must not leave.

    Args:
        where: In which part of the report, as "findings.1.cited.2.text".
        what: "protected", "code-name", "path" or "device".
        number: Which string of that kind, from 1; never the string.
    """

    where: str
    what: str
    number: int


def found_in_release(
    case: OpenCase, told: Mapping[str, Any], papers: Iterable[DocumentId], protected: Sequence[str] | None
) -> tuple[FoundInRelease, ...]:
    """Return what of a report must not leave.

    Args:
        case: Which case.
        told: The report's JSON; every string of it is looked at.
        papers: The documents it cites.
        protected: What somebody protects for this release; None for nothing.
    """
    lists = {"protected": ProtectedStrings.of(protected) if protected is not None else None, **_own_lists(case, tuple(papers))}
    found = []
    for where, text in _texts(told, ""):
        for what, strings in lists.items():
            found += (
                [FoundInRelease(where, what, number) for number in sorted({hit.number for hit in strings.in_text(text)})] if strings else []
            )
    return tuple(found)


def rare_papers(case: OpenCase, papers: Mapping[int, DocumentId]) -> tuple[int, ...]:
    """Return the numbers of cited papers that came with one delivery alone: whoever knows who had them knows the source."""
    receipts = case.view.receipts_of(sorted(papers.values()))
    return tuple(number for number, document in papers.items() if len(receipts.get(document, ())) <= 1)


def _own_lists(case: OpenCase, papers: tuple[DocumentId, ...]) -> dict[str, ProtectedStrings | None]:
    names = sorted({each.code_name for each in list_sources(case)})
    paths = {record.name for record in case.view.records(sorted(papers))}
    files = sorted(paths | {path.replace("\\", "/").rpartition("/")[2] for path in paths})
    devices = sorted({chain.partition("/")[0] for chain in case.view.chain_ends()})
    return {
        "code-name": _strings(names),
        "path": _strings(each for each in files if "." in each or "/" in each),
        "device": _strings(devices),
    }


def _strings(some: Iterable[str]) -> ProtectedStrings | None:
    kept = [each[:400] for each in some if any(map(str.isalnum, each))]
    return ProtectedStrings.of(kept) if kept else None


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value, 1):
            yield from _texts(each, f"{where}.{at}".lstrip("."))
