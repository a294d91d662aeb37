"""The list of who and what is named in a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.responses import Response

from kashf.domain.entity import RESOLVED, MentionType
from kashf.services.case.open import OpenCase
from kashf.services.names.list import Named, list_names
from kashf.web.renderers import as_csv, as_json
from kashf.web.rendering import address
from kashf.web.screens.params import NamesAsked

#: Names on one page of the list.
PAGE_LENGTH: Final = 50
#: Names in a JSON or CSV file: more than any case has.
EXPORT_LENGTH: Final = 2**31 - 1
#: Other spellings shown with a name; its dossier shows all.
SHOWN_VARIANTS: Final = 4
#: The tabs, in order.
TABS: Final = ("PER", "ORG", "LOC", "other")
OTHERS: Final = tuple(type for type in MentionType if type not in RESOLVED)


def names_page(case: OpenCase, asked: NamesAsked) -> dict[str, object]:
    """Return what the page shows.

    Raises:
        UnfinishedError: The case was not searched for names yet.
    """
    last = asked.page * PAGE_LENGTH
    found = list_names(case, types(asked), limit=last + 1, containing=asked.containing, scope=asked.collection)
    return {
        "asked": asked,
        "tabs": TABS,
        "names": [(each, name_address(each.type, each.key), _also(each)) for each in found[last - PAGE_LENGTH : last]],
        "first": last - PAGE_LENGTH + 1,
        "has_more": len(found) > last,
        "shown_variants": SHOWN_VARIANTS,
        "names_waiting": case.view.totals().names_waiting,
    }


def names_json(case: OpenCase, asked: NamesAsked) -> Response:
    """Return the whole list, as `kashf names --json` gives it."""
    return as_json({"names": _all(case, asked)})


def names_csv(case: OpenCase, asked: NamesAsked) -> Response:
    """Return the whole list as rows."""
    rows = [(each.type, each.key, each.text, each.mentions, each.documents, "; ".join(each.variants)) for each in _all(case, asked)]
    return as_csv("names", ("type", "key", "name", "mentions", "documents", "variants"), rows)


def types(asked: NamesAsked) -> tuple[MentionType, ...]:
    """Return what the list is of."""
    return OTHERS if asked.type == "other" else (MentionType(asked.type),)


def name_address(type: MentionType, name: str) -> str:
    """Return where the dossier of a name is."""
    return address("/name", type=type.value, name=name)


def _also(named: Named) -> tuple[str, ...]:
    """Return the other spellings on one line each, those once that differ only in where a line of a document ends."""
    texts = dict.fromkeys(" ".join(text.split()) for text in (named.text, *named.variants))
    return tuple(texts)[1:]


def _all(case: OpenCase, asked: NamesAsked) -> Sequence[Named]:
    return list_names(case, types(asked), limit=EXPORT_LENGTH, containing=asked.containing, scope=asked.collection)
