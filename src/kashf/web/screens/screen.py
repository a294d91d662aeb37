"""What a screen is: one value, from which its route, its place in the navigation, its page, its JSON and its CSV come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.ports.runtime import Worker
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.names.keep_screening import KeptScreening
from kashf.services.questions.find_each import ListedFound
from kashf.web.gate.access import Pass
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.held import HeldResults
from kashf.web.screens.params import ScreenParams

Params = TypeVar("Params", bound=ScreenParams)
Answer = TypeVar("Answer")


class MovedError(Exception):
    """What is asked for has another address.

    Args:
        state: The screen that has it.
    """

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state


@dataclass(frozen=True, slots=True)
class Context:
    """What a request may use.

    Args:
        case: Through a connection of this request alone, so that however long it computes, nobody waits for it.
        screenings: What came of lists of names, in memory.
        query_lists: What came of lists of queries, in memory.
        open_as: Opens the case for writing down one decision of somebody, by name; of whom the settings name for "".
        visitor: The session that asks.
        find_lines: Where the lines of a page stand on its image, by document and number of the page; NoPictureError where it has none.
        drawing: Lends the box in which pages are drawn, to one at a time.
        unlock: Tries a password on what is encrypted, and reads what it opens.
    """

    case: OpenCase
    screenings: HeldResults[KeptScreening]
    query_lists: HeldResults[tuple[ListedFound, ...]]
    open_as: Callable[[str], AbstractContextManager[WritableCase]]
    visitor: Pass
    find_lines: Callable[[DocumentId, int], tuple[Region, ...]]
    drawing: Callable[[], AbstractContextManager[Worker]]
    unlock: Callable[[str], None]

    def decide(self) -> AbstractContextManager[WritableCase]:
        """Open the case for writing down one decision of whoever is at work in this session."""
        return self.open_as(self.visitor.at_work)


@dataclass(frozen=True, slots=True)
class Visit(Generic[Params, Answer]):
    """One visit to a screen, as what shows it takes it.

    Args:
        case: As in `Context`.
        params: What the address says.
        answer: What the screen's view found.
    """

    case: OpenCase
    params: Params
    answer: Answer


@dataclass(frozen=True, slots=True)
class Nav:
    """A screen's place in the navigation.

    Args:
        words: What it is called there: `nav.<words>` in the wording.
        letter: The key that leads there after g, told as `keys.go_<words>`; "" for none.
    """

    words: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Screen(Generic[Params, Answer]):
    """One screen.

    The view is asked once for each request; page, data and rows show what it found, each in its form. View, page and data see one
    moment of the case, whatever is written meanwhile; rows may be many, and are looked up while they are sent.

    Args:
        path: Its address; a part in braces is a field of `params`.
        params: What its address may say.
        view: Asks the services.
        template: Its page.
        page: What the template is filled with, beside `params`.
        data: What a program gets, for JSON.
        rows: What a spreadsheet gets.
        nav: Its place in the navigation; None for a screen that others lead to.
        under: Path of the screen in the navigation that it belongs to.
        live: The part of the page that its script asks for; "" for none.
        decides: Whether people decide on it, so that it asks who is at work.
    """

    path: str
    params: type[Params]
    view: Callable[[Context, Params], Answer]
    template: str
    page: Callable[[Visit[Params, Answer]], Mapping[str, object]]
    data: Callable[[Visit[Params, Answer]], object]
    rows: Callable[[Visit[Params, Answer]], Spreadsheet]
    nav: Nav | None = None
    under: str = ""
    live: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of the navigation: where it leads, what it says, its key, and the paths on which it is the current one."""

    path: str
    words: str
    letter: str
    paths: frozenset[str]


def navigation(screens: Iterable[Screen[Any, Any]]) -> tuple[NavLink, ...]:
    """Return the links of the navigation, in the order of the screens."""
    known = tuple(screens)
    return tuple(
        NavLink(each.path, each.nav.words, each.nav.letter, frozenset({each.path, *(one.path for one in known if one.under == each.path)}))
        for each in known
        if each.nav
    )
