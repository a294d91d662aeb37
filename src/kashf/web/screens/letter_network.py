"""Who writes to whom, by the heads of letters: a drawing, the ties as a table, and how central offices are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.services.letters.letter_network import Correspondences, who_writes_to_whom
from kashf.show.letters.network_files import DRAWN, HEADER, network_svg, tie_rows
from kashf.show.letters.network_words import in_no_tie, letter_network_answer
from kashf.show.wording import wording
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Ties and offices on the page; JSON and CSV have all ties.
SHOWN_TIES: Final = 100
SHOWN_OFFICES: Final = 10
#: Letters of one tie to which the page leads.
SHOWN_LETTERS: Final = 5


class LetterNetworkParams(ScreenParams):
    """Who writes to whom.

    Args:
        about: Name or key of one of them; "" for all.
        collection: Which collection to tell of.
    """

    about: Filter = ""
    collection: Scope = Scope.LEAK


def view(context: Context, params: LetterNetworkParams) -> Correspondences:
    """Return who writes to whom.

    Raises:
        NotFoundError: Nobody of that name does, or several do.
    """
    return who_writes_to_whom(context.case, params.about, scope=params.collection)


def page(visit: Visit[LetterNetworkParams, Correspondences]) -> Mapping[str, object]:
    """Return what the page shows."""
    found = visit.answer
    return {
        "found": found,
        "drawing": _drawing,
        "ties": found.network.ties[:SHOWN_TIES],
        "more": max(0, len(found.network.ties) - SHOWN_TIES),
        "offices": [*found.central.items()][:SHOWN_OFFICES],
        "left": {what: count for what, count in in_no_tie(found).items() if count},
        "shown_letters": SHOWN_LETTERS,
        "drawn": DRAWN,
    }


def _drawing(found: Correspondences, language: str) -> str:
    words = wording(language)
    says = words("letter_network.says", shown=min(DRAWN, len(found.network.correspondents())), ties=len(found.network.ties))
    return network_svg(found.network, title=str(words("letter_network.title")), says=str(says))


def data(visit: Visit[LetterNetworkParams, Correspondences]) -> object:
    """Return all ties, as `kashf network --letters --json` does."""
    return letter_network_answer(visit.answer, visit.answer.network.ties)


def rows(visit: Visit[LetterNetworkParams, Correspondences]) -> Spreadsheet:
    """Return a row for each tie."""
    return Spreadsheet("letter-network", HEADER, tie_rows(visit.answer.network.ties))


LETTER_NETWORK: Final = Screen("/letter-network", LetterNetworkParams, view, "letter_network.html", page, data, rows, under="/letters")
