"""How much of a haul of forms was found: families, fields, states, what values say, and what labels ask."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.fuzz import ratio

from benchmarks.forms.haul_truth import FoundForms, Matched, kinds_of, words
from kashf.domain.date import FuzzyDate
from kashf.domain.forms.form_families import FamilyId, FieldNote
from kashf.domain.forms.template_fields import FieldState
from kashf.language.field_values.ticked_boxes import ticked
from kashf.ports.forms import KeptValue

#: How alike in [0..100] a value that OCR read and the truth are, of which one can tell that the right place was read.
READ_ALIKE = 80
#: Kinds of the truth whose values have a key that does not depend on how they are written.
KEYED = frozenset({"birth", "date", "nationality", "yes_no", "phone", "number", "blood"})
_ON_PAPER = ("scan", "photo")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    def __str__(self) -> str:
        """Return it as it is printed."""
        return f"{self.right / self.of:.3f} of {self.of}" if self.of else "none"


def share(found: Iterable[bool]) -> Share:
    """Return how many of some are right."""
    known = list(found)
    return Share(sum(known), len(known))


@dataclass(frozen=True, slots=True)
class FamilyFigure:
    """What became of a template.

    Args:
        name: What the truth calls it, with the number of the edition where it is of one.
        found: Share of its forms that are in the family that has the most of them.
        strangers: Share of that family that is of other templates, or no form.
        families: In how many families its forms lie.
        editions: How many editions that family has.
    """

    name: str
    found: Share
    strangers: Share
    families: int
    editions: int


def family_figures(matched: Sequence[Matched], found: FoundForms, *, by_edition: bool = False) -> list[FamilyFigure]:
    """Return what became of each template."""
    mine: defaultdict[str, Counter[FamilyId | None]] = defaultdict(Counter)
    origin: defaultdict[FamilyId, set[tuple[str, int, str]]] = defaultdict(set)
    for each in matched:
        family = each.found.form.family if each.found else None
        mine[_name(each, by_edition=by_edition)][family] += 1
        if each.found:
            origin[each.found.form.family].add((each.found.form.id.document, each.found.form.id.nth, each.truth["family"]))
    figures = []
    for name, counts in sorted(mine.items()):
        known = {family: count for family, count in counts.items() if family is not None}
        if not known:
            figures.append(FamilyFigure(name, Share(0, counts.total()), Share(0, 0), 0, 0))
            continue
        best = max(known, key=lambda family: known[family])
        kept = found.families[best]
        own = sum(template == name.split(" / ")[0] for *_, template in origin[best])
        strangers = Share(kept.family.records - own, kept.family.records)
        figures.append(FamilyFigure(name, Share(known[best], counts.total()), strangers, len(known), len(kept.family.editions)))
    return figures


def fields_right(matched: Iterable[Matched]) -> Mapping[str, Share]:
    """Return how many of the fields that are filled in were read right, by what the form came as."""
    seen: defaultdict[str, list[bool]] = defaultdict(list)
    for each in matched:
        for row, value in each.fields():
            if row["state"] == "filled":
                seen[each.source].append(value is not None and is_right(row, value, each.source))
    return {source: share(some) for source, some in sorted(seen.items())}


def marked_or_right(matched: Iterable[Matched]) -> Mapping[str, Share]:
    """Return how many of the fields that are filled in on paper were read right, or say that a person should look, by what it came as."""
    seen: defaultdict[str, list[bool]] = defaultdict(list)
    for each in matched:
        for row, value in each.fields():
            if row["state"] == "filled" and each.source.startswith(_ON_PAPER):
                seen[each.source].append(value is None or _is_marked(value) or is_right(row, value, each.source))
    return {source: share(some) for source, some in sorted(seen.items())}


def choices_right(matched: Iterable[Matched]) -> Mapping[str, Share]:
    """Return of how many choices that are printed as boxes or brackets on paper the one that is ticked was told, by what it came as."""
    seen: defaultdict[str, list[bool]] = defaultdict(list)
    for each in matched:
        for row, value in each.fields():
            if row["state"] == "filled" and row.get("style") in {"tick", "bracket"} and each.source.startswith(_ON_PAPER):
                wanted, told = ticked(row["text"]), ticked(value.value.text) if value else ()
                seen[each.source].append(len(told) == 1 and ratio(words(wanted[0]), words(told[0])) >= READ_ALIKE)
    return {source: share(some) for source, some in sorted(seen.items())}


def states_told(matched: Iterable[Matched]) -> Mapping[tuple[str, str], Counter[str]]:
    """Return as what fields were told, by what they are and whether the form is digital."""
    told: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in matched:
        medium = "paper" if each.source.startswith(_ON_PAPER) else "digital"
        for row, value in each.fields():
            told[medium, row["state"]][value.value.state.value if value else "not-found"] += 1
    return told


def keys_right(matched: Iterable[Matched], *, digital: bool) -> Mapping[str, Share]:
    """Return how many values say what is true, by kind, of those that were read right."""
    seen: defaultdict[str, list[bool]] = defaultdict(list)
    for each in matched:
        if each.source.startswith(_ON_PAPER) is digital:
            continue
        for row, value in each.fields():
            is_told = row["state"] == "filled" and row["kind"] in KEYED and row["value"] is not None
            if is_told and value is not None and is_right(row, value, each.source):
                seen[row["kind"]].append(says_right(row, value.read.key))
    return {kind: share(some) for kind, some in sorted(seen.items())}


def kinds_right(matched: Iterable[Matched]) -> Mapping[str, Share]:
    """Return of how many labels the kind was proposed right, by the kind; each label once."""
    seen: dict[tuple[str, str, str], bool] = {}
    for each in matched:
        for row, kind in each.kinds():
            seen[each.truth["family"], row["label"], row["kind"]] = kind in kinds_of(row)
    kinds = sorted({kind for *_, kind in seen})
    return {kind: share(right for (*_, one), right in seen.items() if one == kind) for kind in kinds}


def is_right(row: Mapping[str, Any], value: KeptValue, source: str) -> bool:
    """Return whether what was read in a field is what stands there.

    What was struck out or added beside it may stand there too, and a role has all that stands behind a label of several things.
    """
    wanted, have = words(row["text"]), words(value.value.text)
    if row["parts"] > 1:
        have = wanted if wanted in have else have
    beside = {words(row[key]) for key in ("struck", "note") if row.get(key)}
    if source.startswith(_ON_PAPER):
        return any(ratio(text, have) >= READ_ALIKE for text in (wanted, *(f"{wanted} {more}" for more in beside)))
    return wanted == have or (bool(beside) and wanted in have and all(word in have for word in beside))


def _is_marked(value: KeptValue) -> bool:
    return value.value.state is not FieldState.FILLED or not {FieldNote.UNSURE, FieldNote.ADDED, FieldNote.LABEL_PLACED}.isdisjoint(
        value.value.notes
    )


def says_right(row: Mapping[str, Any], key: str) -> bool:
    """Return whether the key of a value says what is true: a day within what its calendar leaves open."""
    wanted = str(row["value"])
    if row["kind"] in {"birth", "date"}:
        return _is_day(wanted, key, dt.timedelta(days=int(row.get("slack_days") or 0)))
    if row["kind"] == "phone":
        number = re.sub(r"\D", "", wanted)
        return re.sub(r"\D", "", key) == number or (number.startswith("0") and key.endswith(number[1:]))
    return wanted == key


def _is_day(wanted: str, key: str, slack: dt.timedelta) -> bool:
    try:
        true, told = _bounds(wanted), _bounds(key)
    except ValueError:
        return False
    return told[0] - slack <= true[0] and true[1] <= told[1] + slack and told[1] - told[0] <= true[1] - true[0] + 2 * slack + _OPEN


#: By how many days more than the truth a date may be open and still be told: a day of a Hijri month, or a number that may be day or month.
_OPEN = dt.timedelta(days=3)
_DATES = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _bounds(edtf: str) -> tuple[dt.date, dt.date]:
    dates = _DATES.findall(edtf)
    if not dates:
        raise ValueError("no date")
    return FuzzyDate.read(dates[0]).bounds[0], FuzzyDate.read(dates[-1]).bounds[1]


def _name(each: Matched, *, by_edition: bool) -> str:
    return f"{each.truth['family']} / {each.truth['edition']}" if by_edition else str(each.truth["family"])
