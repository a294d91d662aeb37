"""What letters say that cannot all be so, with every place and what may explain it without anybody's fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.said import Said
from kashf.events.contradictions.contradiction import Clash
from kashf.services.contradictions.list_contradictions import ClashList, ClashQuery, list_contradictions
from kashf.show.contradictions.clash_lines import CLASH_COLUMNS, clash_rows, clashes_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.dossier import place_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Contradictions on one page; JSON and CSV have all.
SHOWN: Final = 50


class ContradictionsParams(ScreenParams):
    """Contradictions.

    Args:
        document: Beginning of the id of one document; "" for all.
        kind: Only this kind.
        certain: Only those that no reading explains.
        collection: Which collection to tell of.
        after: Contradictions to pass over.
    """

    document: Filter = ""
    kind: Clash | Literal[""] = ""
    certain: bool = False
    collection: Scope = Scope.LEAK
    after: Annotated[int, Field(ge=0, le=10_000_000)] = 0


def view(context: Context, params: ContradictionsParams) -> ClashList:
    """Return the contradictions that are asked for.

    Raises:
        NotFoundError: No such document.
    """
    document = context.case.view.resolve(params.document) if params.document else None
    return list_contradictions(context.case, ClashQuery(document, params.kind or None, certain=params.certain, scope=params.collection))


def page(visit: Visit[ContradictionsParams, ClashList]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, after = visit.answer, visit.params.after
    return {
        "found": found,
        "shown": found.contradictions[after : after + SHOWN],
        "after": after + SHOWN if after + SHOWN < len(found.contradictions) else None,
        "kinds": tuple(Clash),
        "place": _place,
    }


def data(visit: Visit[ContradictionsParams, ClashList]) -> object:
    """Return all that were asked for, as `kashf clashes --json` does."""
    return clashes_answer(visit.answer)


def rows(visit: Visit[ContradictionsParams, ClashList]) -> Spreadsheet:
    """Return a row for each side of each contradiction."""
    return Spreadsheet("contradictions", CLASH_COLUMNS, clash_rows(visit.answer))


def _place(said: Said) -> str:
    span = said.span
    return place_address(span.document, span.page, span.start, span.end)


CONTRADICTIONS: Final = Screen("/contradictions", ContradictionsParams, view, "contradictions.html", page, data, rows, under="/letters")
