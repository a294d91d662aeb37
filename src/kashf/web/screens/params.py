"""What an address may say. An address is a screen's whole state, so a part that is misspelled is refused, not passed over."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from kashf.domain.collection import Scope
from kashf.domain.entity import MentionType

#: Pages and parts are small; larger numbers do not fit where they are looked up.
Number = Annotated[int, Field(ge=1, le=10_000_000)]
Query = Annotated[str, Field(max_length=10_000)]
Filter = Annotated[str, Field(max_length=500)]


class Asked(BaseModel):
    """What every screen can be asked.

    Args:
        format: The page, or the same data for a program or a spreadsheet.
        lang: The interface's language; remembered.
    """

    model_config = ConfigDict(extra="forbid")

    format: Literal["html", "json", "csv"] = "html"
    lang: Literal["en", "ar", ""] = ""

    def state(self) -> dict[str, str]:
        """Return what the address said, without what does not change what is seen."""
        said = (name for name in type(self).model_fields if name in self.model_fields_set - {"format", "lang"})
        return {name: str(value) for name in said if (value := getattr(self, name)) is not None}


class DocumentsAsked(Asked):
    """A list of documents.

    Args:
        status: done, partial, failed or waiting.
        type: Media type.
        reason: Why it is not whole.
        after: Id after which the list goes on.
    """

    status: Literal["", "done", "partial", "failed", "waiting"] = ""
    type: Filter | None = None
    reason: Filter = ""
    after: Filter = ""


class DocumentAsked(Asked):
    """One document.

    Args:
        page: Which page.
        part: Which part of a very long page; the one with what was asked for when not said.
        q: Query whose occurrences are highlighted.
        mode: Other spellings too, or exactly these words.
        aside: Whether text that is not the writer's own is dimmed or hidden.
        at: A place to cite, start-end, in code points of the page.
    """

    page: Number = 1
    part: Number | None = None
    q: Query = ""
    mode: Literal["variants", "exact"] = "variants"
    aside: Literal["dim", "hide"] = "dim"
    at: Annotated[str, Field(pattern=r"^(\d{1,9}-\d{1,9})?$")] = ""

    def place(self) -> tuple[int, int] | None:
        """Return the place to cite."""
        start, _, end = self.at.partition("-")
        return (int(start), int(end)) if self.at else None


class SearchAsked(Asked):
    """A search.

    Args:
        q: In the query language.
        mode: Other spellings too, or exactly these words.
        type: Media type to keep to.
        source: Channel to keep to.
        language: Code to keep to.
        origin: digital or ocr.
        month: yyyy-mm to keep to.
        since: First day of the documents' own date.
        until: Last day of it.
        asides: Whether to search text that is not the writer's own too.
        page: Page of results.
        collection: Which collection to search.
    """

    q: Query = ""
    mode: Literal["variants", "exact"] = "variants"
    type: Filter = ""
    source: Filter = ""
    language: Filter = ""
    origin: Filter = ""
    month: Annotated[str, Field(pattern=r"^(\d{4}-\d{2})?$")] = ""
    since: dt.date | Literal[""] = ""
    until: dt.date | Literal[""] = ""
    asides: Literal["", "1"] = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    collection: Scope = Scope.LEAK


class NamesAsked(Asked):
    """A list of names.

    Args:
        type: People, groups, places, or all else.
        containing: Words that one of the names has.
        page: Page of the list.
        collection: Which collection to count.
    """

    type: Literal["PER", "ORG", "LOC", "other"] = "PER"
    containing: Filter = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    collection: Scope = Scope.LEAK


class NameAsked(Asked):
    """One name's dossier.

    Args:
        type: What it names.
        name: Its key, or any spelling.
        view: The counts, or who stands beside it.
        level: Which places to list.
        variant: A way in which it is written, to keep to.
        script: A script to keep to.
        month: yyyy-mm to keep to, or "none".
        source: Channel to keep to.
        document: Id of a document to keep to.
        page: Page of the places.
        collection: Which collection to tell of.
    """

    type: MentionType = MentionType.PERSON
    name: Annotated[str, Field(min_length=1, max_length=300)]
    view: Literal["", "beside"] = ""
    level: Literal["", "exact", "spelling", "partial", "undecided", "rejected", "decided"] = ""
    variant: Filter = ""
    script: Literal["", "arabic", "latin", "mixed", "other"] = ""
    month: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}|none)?$")] = ""
    source: Filter = ""
    document: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    collection: Scope = Scope.LEAK


class ReviewAsked(Asked):
    """The queue of decisions.

    Args:
        type: What to ask about; "" for all.
        left: With `right`, one pair of the queue; without, its first.
        right: See `left`.
    """

    type: Literal["", "PER", "ORG", "LOC"] = ""
    left: Annotated[str, Field(max_length=300)] = ""
    right: Annotated[str, Field(max_length=300)] = ""


class AuditAsked(Asked):
    """The audit of a count.

    Args:
        name: Whose.
        step: Looking at hits, or reading pages.
        where: A query; pages to read are drawn from what it finds.
    """

    name: Annotated[str, Field(max_length=300)] = ""
    step: Literal["hits", "pages"] = "hits"
    where: Query = ""


class ScreeningAsked(Asked):
    """A list of names held against the case.

    Args:
        result: Which of the results that are held in memory; "" for the form alone.
    """

    result: Annotated[str, Field(pattern=r"^[0-9a-f]{0,32}$")] = ""
