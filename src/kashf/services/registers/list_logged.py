"""What the registers that somebody kept say, as far as it is shown: rows of papers and of deliveries, copies of a register once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_json import logged_from
from kashf.domain.letters.logged_paper import LoggedPaper
from kashf.events.register_tables.logged_papers import MOST_ROWS, logged_papers
from kashf.ports.stages import LOGGED
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class LoggedBooks:
    """Registers that somebody kept.

    Args:
        rows: Of each document that holds one, in order; of copies one stands for all.
        copies: How many documents are copies of one that counts already.
        masked: Documents of which some is sealed: what is sealed is not read.
    """

    rows: Mapping[DocumentId, tuple[LoggedPaper, ...]]
    copies: int
    masked: int

    @property
    def cut(self) -> int:
        """How many documents hold as many rows as are read of one, so that more may be on them."""
        return sum(len(rows) >= MOST_ROWS for rows in self.rows.values())


def list_logged(case: OpenCase, view: CaseView) -> LoggedBooks:
    """Return the registers among the documents of a view.

    Args:
        case: Which case.
        view: Its documents, or those of a collection.
    """
    kept: dict[DocumentId, list[LoggedPaper]] = defaultdict(list)
    for id, row in view.stage_rows(LOGGED):
        kept[id].append(logged_from(json.loads(str(row[0])), id))
    sealed = {document for document, _ in case.shown.sealed_in(list(kept))}
    for document in sealed:
        kept[document] = list(logged_papers(document, [page for page in case.shown.pages(document) if page.is_sure]))
    whose = witnesses(view, list(kept))
    groups: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for document in sorted(kept):
        groups[whose[document]].append(document)
    # The one that stands for the others may not be among those that show their rows.
    chosen = {next((each for each in group if each == leader), group[0]) for leader, group in groups.items()}
    rows = {document: tuple(kept[document]) for document in sorted(chosen) if kept[document]}
    return LoggedBooks(rows, len(kept) - len(chosen), len(sealed))
