"""Which column of a catalogue says what: of UCDP GED and ACLED by their names, of any other table as somebody told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final, Self

from kashf.domain.ids import Json
from kashf.errors import UsageError
from kashf.language.words.folding import fold

#: How numbers of a day, a month and a year are written, where they are not from the year down.
DAY_ORDERS: Final = ("", "dmy", "mdy")


@dataclass(frozen=True, slots=True)
class CatalogueColumns:
    """Columns by what they say; "" for what no column says.

    Args:
        kind_of: Whose precisions it has: "ucdp", "acled", or "" for a table that was mapped.
        date: The day, or the first of some.
        id: What tells a row from others; the line where no column does.
        date_end: The last day of some.
        date_precision: How exactly the day is known.
        place: What the place is called.
        latitude: Degrees north.
        longitude: Degrees east.
        place_precision: What the coordinates are of.
        actor: Who acted.
        target: Against whom.
        kind: What it was.
        day_order: "dmy" or "mdy" for days written 03/04/2014; "" where nobody told, so that such a day may be either.
    """

    kind_of: str
    date: str
    id: str = ""
    date_end: str = ""
    date_precision: str = ""
    place: str = ""
    latitude: str = ""
    longitude: str = ""
    place_precision: str = ""
    actor: str = ""
    target: str = ""
    kind: str = ""
    day_order: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that the table must have."""
        return tuple(dict.fromkeys(name for each in COLUMNS if (name := str(getattr(self, each)))))

    def as_json(self) -> Mapping[str, Json]:
        """Return what is said, for the ledger."""
        return {each.name: str(value) for each in fields(self) if (value := getattr(self, each.name))}

    @classmethod
    def from_json(cls, untrusted: Mapping[str, Json]) -> Self:
        """Return what `as_json` wrote.

        Raises:
            ValueError: It did not write this.
        """
        names = {each.name for each in fields(cls)}
        if not names.issuperset(untrusted) or not all(isinstance(value, str) for value in untrusted.values()):
            raise ValueError("not the columns of a catalogue")
        told = {name: str(untrusted.get(name, "")) for name in names}
        if not told["date"] or told["kind_of"] not in {"", *PUBLISHED} or told["day_order"] not in DAY_ORDERS:
            raise ValueError("not the columns of a catalogue")
        return cls(**told)


#: What a column may say.
COLUMNS: Final = tuple(each.name for each in fields(CatalogueColumns) if each.name not in {"kind_of", "day_order"})

#: Source: UCDP GED codebook 19.1; ACLED codebook 2023.
PUBLISHED: Final[Mapping[str, CatalogueColumns]] = MappingProxyType(
    {
        "ucdp": CatalogueColumns(
            kind_of="ucdp",
            date="date_start",
            id="id",
            date_end="date_end",
            date_precision="date_prec",
            place="where_coordinates",
            latitude="latitude",
            longitude="longitude",
            place_precision="where_prec",
            actor="side_a",
            target="side_b",
            kind="type_of_violence",
        ),
        "acled": CatalogueColumns(
            kind_of="acled",
            date="event_date",
            id="event_id_cnty",
            date_precision="time_precision",
            place="location",
            latitude="latitude",
            longitude="longitude",
            place_precision="geo_precision",
            actor="actor1",
            target="actor2",
            kind="event_type",
        ),
    }
)
#: Headings by which our own columns are known in any table.
_OURS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "id": ("id", "event_id"),
        "date": ("date", "date_earliest", "date_start"),
        "date_end": ("date_latest", "date_end"),
        "place": ("place", "location"),
        "latitude": ("lat", "latitude"),
        "longitude": ("lon", "lng", "longitude"),
        "actor": ("actor",),
        "target": ("target",),
        "kind": ("type", "kind"),
    }
)


def columns_of(header: Sequence[str], told: Mapping[str, str], *, name: str, day_order: str = "") -> CatalogueColumns:
    """Return which columns of a table say what: as somebody told, else those of a published catalogue, else those that we write.

    Args:
        header: The names of its columns.
        told: What a person says: one of `COLUMNS` -> a name of the header.
        name: What the file is called.
        day_order: One of `DAY_ORDERS`.

    Raises:
        UsageError: A column is told that is not there, or none of them is of days.
    """
    if twice := [each for each in header if each and header.count(each) > 1]:
        raise UsageError(f"{name} has two columns called {twice[0][:60]!r}")
    if unknown := sorted(set(told) - set(COLUMNS)):
        raise UsageError(f"there is nothing to map called {unknown[0][:60]!r}; there are {', '.join(COLUMNS)}")
    if missing := [each for each in told.values() if each not in header]:
        raise _without(missing[0], header, name)
    published = next((each for each in PUBLISHED.values() if set(each.needed) <= set(header)), None)
    if published and not told:
        return published
    by_fold: dict[str, str] = {fold(each.strip()): each for each in header}
    ours = {what: by_fold[heading] for what, names in _OURS.items() for heading in reversed(names) if heading in by_fold}
    if told:
        ours = dict(told)
    if "date" not in ours:
        raise _without("date", header, name)
    if ("latitude" in ours) != ("longitude" in ours):
        raise _without("longitude" if "latitude" in ours else "latitude", header, name)
    return CatalogueColumns(kind_of="", day_order=day_order, **ours)


def _without(column: str, header: Sequence[str], name: str) -> UsageError:
    known = ", ".join(header)[:300]
    return UsageError(
        f"{name} has no column {column[:60]!r}; its columns are {known}. Say which is which with --map, as in --map date=When",
    )
