"""The list of who and what is named in a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.entries.delivery import Scope
from kashf.services.names.list import Named, list_names
from kashf.services.search.count_left_out import left_out
from kashf.show.answers import names_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Names on one page of the list.
PAGE_LENGTH: Final = 50
#: Other spellings shown with a name; its dossier shows all.
SHOWN_VARIANTS: Final = 4
#: The tabs, in order: a type whose names are joined has its own.
TABS: Final = (*(type.value for type in MentionType if type in RESOLVED), "other")
OTHERS: Final = tuple(type for type in MentionType if type not in RESOLVED)


class NamesParams(ScreenParams):
    """A list of names.

    Args:
        type: People, groups, places, or all else.
        containing: Words that one of the names has.
        page: Page of the list.
        collection: Which collection to count.
    """

    type: Annotated[str, Field(pattern=f"^({'|'.join(TABS)})$")] = TABS[0]
    containing: Filter = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    collection: Scope = Scope.LEAK


def view(context: Context, params: NamesParams) -> Sequence[Named]:
    """Return the list, up to one name beyond the page that is asked for, or all of it for a file.

    Raises:
        UnfinishedError: The case was not searched for names yet.
    """
    limit = None if params.is_whole else params.page * PAGE_LENGTH + 1
    return list_names(context.case, types(params), limit=limit, containing=params.containing, scope=params.collection)


def page(visit: Visit[NamesParams, Sequence[Named]]) -> dict[str, object]:
    """Return what the page shows."""
    last = visit.params.page * PAGE_LENGTH
    found = visit.answer
    return {
        "tabs": TABS,
        "names": [(each, name_address(each.type, each.key), _also(each)) for each in found[last - PAGE_LENGTH : last]],
        "first": last - PAGE_LENGTH + 1,
        "has_more": len(found) > last,
        "shown_variants": SHOWN_VARIANTS,
        "left_out": left_out(visit.case, of_names=True),
    }


def data(visit: Visit[NamesParams, Sequence[Named]]) -> object:
    """Return the whole list, as `kashf names --json` gives it."""
    return names_answer(visit.answer, left_out(visit.case, of_names=True))


def rows(visit: Visit[NamesParams, Sequence[Named]]) -> Spreadsheet:
    """Return the whole list as rows."""
    found = [(each.type, each.key, each.text, each.mentions, each.documents, "; ".join(each.variants)) for each in visit.answer]
    return Spreadsheet("names", ("type", "key", "name", "mentions", "documents", "variants"), found)


def types(params: NamesParams) -> tuple[MentionType, ...]:
    """Return what the list is of."""
    return OTHERS if params.type == "other" else (MentionType(params.type),)


def name_address(type: MentionType, name: str) -> str:
    """Return where the dossier of a name is."""
    return address("/name", type=type.value, name=name)


def _also(named: Named) -> tuple[str, ...]:
    """Return the other spellings on one line each, those once that differ only in where a line of a document ends."""
    texts = dict.fromkeys(" ".join(text.split()) for text in (named.text, *named.variants))
    return tuple(texts)[1:]


NAMES: Final = Screen("/names", NamesParams, view, "names.html", page, data, rows, nav=Nav("names", "e"))
