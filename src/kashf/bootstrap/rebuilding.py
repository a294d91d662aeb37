"""Puts fresh records in the place of a case's, also where these are damaged or hold what is foreign. Imports wait until they are needed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.adapters.case_folder import lock, read_label
from kashf.bootstrap.cases import open_for_writing, records_of
from kashf.errors import CopiedOpenError, DamagedCaseError

if TYPE_CHECKING:
    from kashf.services.ledger.custody import InsideAside
    from kashf.settings import Settings


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of a case's records.

    Args:
        inside: What lies in containers that are set aside, which are not unpacked again.
        lost: What could not be taken over, in words.
        kept: Where the old records are kept, since they were damaged; None where they were sound.
    """

    inside: InsideAside
    lost: tuple[str, ...]
    kept: Path | None


def renew_records(path: Path, *, settings: Settings) -> Renewed:
    """Put fresh records, with the ledger and its signatures, in the place of those of a case; what is derived has to be made again.

    Raises:
        IntegrityError: The ledger is broken or cannot be read, or a receipt; nothing was thrown away.
        CaseLockedError: Another process writes to the case, or has it open.
        CopiedOpenError: It was copied without what was written last; nothing was changed.
    """
    from kashf.adapters.records.sound.fresh import make_fresh
    from kashf.services.ledger.custody import check_receipts, prepare_rebuild

    inside: InsideAside = ()
    lost: list[str] = []
    with ExitStack() as stack:
        try:
            case = stack.enter_context(open_for_writing(path, settings=settings))
        except CopiedOpenError:  # what is there is whole, but older than what was written
            raise
        except DamagedCaseError as error:
            lost.append(f"what lies in containers that are set aside ({error})")
        else:
            check_receipts(case)
            try:
                inside = prepare_rebuild(case)
            except DamagedCaseError as error:
                lost.append(f"what lies in containers that are set aside ({error})")
    with lock(path / "lock"):
        fresh = make_fresh(records_of(path, read_label(path)), keeps_old=bool(lost))
    return Renewed(inside, (*lost, *fresh.lost), fresh.kept)
