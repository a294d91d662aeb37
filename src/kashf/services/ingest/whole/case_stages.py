"""What is made of a whole case once its documents are done, and what of it waits while only few are new.

Forms, copies, names that are sure elsewhere, and which names are one are learned from all documents together: one more may change what
is known of every other, so that each is done for the whole pile or not at all. Whoever adds a file to a large pile does not wait for that.
What is kept of all other documents stays, every answer says how many were not compared with the rest (`LeftOut.uncompared`), and `process`
comes to what it would have come to had all been added at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from kashf.ports.stages import CaseStage
from kashf.ports.views import Totals
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import WritableCase
from kashf.services.case.printed_forms import keep_forms
from kashf.services.correcting.corrected_dates import follow_corrected_dates
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.naming.name_fields import name_fields
from kashf.services.names.finding.seek import seek_names
from kashf.services.names.regroup import resolve

#: Documents for each one that is new, from which on what is learned of all of them waits: it costs a tenth of reading them.
_FOR_EACH_NEW: Final = 50
#: In a pile of less it costs less than the start of what reads files.
_LEAST: Final = 200


def case_stages(case: WritableCase, *, may_wait: bool = False, leaves_whole: bool = False) -> tuple[CaseStage, ...]:
    """Return what is to be done now, in this order.

    Args:
        case: Which case; its documents are done.
        may_wait: Leave out what is learned of all documents together, where only few are new.
        leaves_whole: Leave it out in any case.
    """
    corrections = CaseStage("corrections", lambda _: follow_corrected_dates(case))
    if leaves_whole or (may_wait and are_few_new(case.reading.view.totals())):
        return (corrections,)
    return (
        CaseStage("again", lambda report: seek_names(case, report=report)),
        CaseStage("families", lambda report: keep_families(case, report=report)),
        CaseStage("fields", lambda report: name_fields(case, report=report)),
        CaseStage("copies", lambda report: group_copies(case, report=report)),
        CaseStage("resolve", lambda report: resolve(case, report=report)),
        CaseStage("forms", lambda report: keep_forms(case, report=report)),
        corrections,
    )


def are_few_new(totals: Totals) -> bool:
    """Return whether so few documents were not compared with all others that these wait for more.

    >>> are_few_new(Totals(done=22_000, uncompared=1)), are_few_new(Totals(done=100, uncompared=1)), are_few_new(Totals(done=22_000))
    (True, False, False)
    """
    read = totals.done + totals.partial
    return totals.uncompared > 0 and read >= max(_LEAST, _FOR_EACH_NEW * totals.uncompared)


def run_case_stages(
    case: WritableCase, *, may_wait: bool, report: Callable[[CaseStage, int, int], None], leaves_whole: bool = False
) -> None:
    """Do what is to be done now; see `case_stages`.

    Args:
        case: Which case.
        may_wait: Whether what is learned of all documents may wait.
        report: Told of each stage how far it is.
        leaves_whole: Whether it is left out in any case.
    """
    for stage in case_stages(case, may_wait=may_wait, leaves_whole=leaves_whole):
        stage.run(partial(report, stage))
