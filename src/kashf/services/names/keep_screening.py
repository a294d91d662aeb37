"""Write down that a list was held against a case: which list, of which day, and how many of its entries had hits; none of its names."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import PureWindowsPath
from typing import Final

from kashf.domain.entries.screenings import SCREENINGS, DatedBy, PastScreening, ScreenedList, screened_body
from kashf.domain.ledger import EntryKind
from kashf.errors import KashfError, NotAllowedError, UnfinishedError, UsageError
from kashf.language.words.visible import visible_name
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.names.screen import Screening

#: Code points of a list's name that are kept.
_LONGEST_NAME: Final = 255


@dataclass(frozen=True, slots=True)
class KeptScreening:
    """What came of a list, and what is kept of that.

    Args:
        found: What came of it.
        listed: Which list.
        before: When it was last held against the same collection; None for the first time.
        fault: Why nothing was written down; None when it was.
    """

    found: Screening
    listed: ScreenedList
    before: PastScreening | None
    fault: KashfError | None = field(default=None, compare=False)


def listed_as(data: bytes, untrusted_name: str, *, dated: dt.date | None = None, changed: dt.date | None = None) -> ScreenedList:
    """Return what tells a list from others.

    Args:
        data: Its bytes.
        untrusted_name: What its file is called; folders are left out.
        dated: Of which day a person says it is.
        changed: When its file was last changed, where that is known.
    """
    by = DatedBy.PERSON if dated else DatedBy.FILE if changed else None
    name = visible_name(PureWindowsPath(untrusted_name).name.encode("utf-8", "replace").decode())
    return ScreenedList(name[:_LONGEST_NAME], hashlib.sha256(data).hexdigest(), dated or changed, by)


def keep_screening(
    case: OpenCase, found: Screening, listed: ScreenedList, decide: Callable[[], AbstractContextManager[WritableCase]]
) -> KeptScreening:
    """Write down a screening, and return it with the one before; where the case cannot be written, what was found stands all the same.

    Args:
        case: Which was screened.
        found: What came of the list.
        listed: Which list it is.
        decide: Opens the case for writing down.
    """
    before = SCREENINGS.fold(case.view.entries(kinds=sorted(SCREENINGS.kinds))).get((listed.sha256, found.collection.value))
    try:
        with decide() as writable, writable.store.unit() as uow:
            record_entry(writable, uow, EntryKind.SCREENED, screened_body(listed, found.collection.value, found.tally))
            uow.commit()
    except (NotAllowedError, UnfinishedError, UsageError) as fault:  # read-only, locked, full, of an earlier format, no place for a device
        return KeptScreening(found, listed, before, fault)
    return KeptScreening(found, listed, before)
