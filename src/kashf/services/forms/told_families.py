"""The families of forms in a case, with how many forms there are of each, and how one is named by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.forms.form_families import Family, FamilyId, FamilyKind, FormDoubt
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.entities.forms.cells import label_key
from kashf.errors import NoSuchFieldError, NotFoundError, UnfinishedError
from kashf.ports.forms import RecordHead
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField, JoinedFamily, form_decisions, joined_families

_Told = TypeVar("_Told")
#: Fields that are listed where somebody asks for one that is not there.
_MOST_NAMED: Final = 60


@dataclass(frozen=True, slots=True)
class FormFamily:
    """A family of forms with what is asked and how many there are.

    Args:
        joined: What it is made of, with what its fields ask.
        records: Forms, or rows.
        without_copies: The same, those in copies of a document counted once.
        documents: In how many documents.
        editions: Forms by family as it was found and number of the edition, the most first.
        doubtful: Forms of which a fourth or more of what they ask was not found.
        elsewhere: Forms in the other collections, by collection; those without any are left out.
    """

    joined: JoinedFamily
    records: int
    without_copies: int
    documents: int
    editions: Mapping[tuple[FamilyId, int], int]
    doubtful: int
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)

    @property
    def id(self) -> FamilyId:
        """By which it is named."""
        return self.joined.first.id

    @property
    def title(self) -> str:
        """What is printed at the top of most; "" for nothing."""
        return next((each.title for each in self.joined.members if each.title), "")

    @property
    def kind(self) -> FamilyKind:
        """Forms, or rows of a register."""
        return self.joined.first.kind

    @property
    def doubt(self) -> FormDoubt | None:
        """Why they may be no forms; None where nothing says so, or a person decided what they ask."""
        return self.joined.doubt

    @property
    def titles(self) -> tuple[tuple[str, int], ...]:
        """Titles that exclude each other, each with on how many forms it stood when they were found."""
        return tuple(each for member in self.members for each in member.titles)

    @property
    def members(self) -> tuple[Family, ...]:
        """The families as they were found that are this one."""
        return self.joined.members

    @property
    def fields(self) -> tuple[AskedField, ...]:
        """All that is asked, in order."""
        return self.joined.fields

    @property
    def unmapped(self) -> tuple[AskedField, ...]:
        """Fields of which neither a person nor a word of the label says what they ask."""
        return tuple(each for each in self.fields if not each.is_mapped)


@dataclass(frozen=True, slots=True)
class ToldFamilies:
    """The families of a case.

    Args:
        families: The one with the most forms first, those that may be no forms behind all others.
        is_behind: Whether documents came or left since they were found, so that `process` has to find them again.
    """

    families: tuple[FormFamily, ...]
    is_behind: bool


def families(case: OpenCase, *, scope: Scope = Scope.LEAK) -> ToldFamilies:
    """Return the families of which there are forms in a collection, the one with the most first."""
    try:
        kept = case.view.kept_families()
        is_behind = not case.view.families_version()
    except UnfinishedError:  # A case of an earlier kashf, which looked for none.
        return ToldFamilies((), is_behind=True)
    narrowed = narrow(case, scope)
    joined = joined_families([each.family for each in kept], form_decisions(case.view))
    counted = _counted(narrowed.case.view, joined)
    rest = {collection: _counted(other.view, joined) for collection, other in narrowed.others.items()}
    found = []
    for one, told in zip(joined, counted, strict=True):
        elsewhere = {collection: counts[joined.index(one)].records for collection, counts in rest.items()}
        found.append(replace(told, elsewhere={collection: records for collection, records in elsewhere.items() if records}))
    shown = (each for each in found if each.records or each.elsewhere)
    return ToldFamilies(tuple(sorted(shown, key=lambda each: (each.doubt is not None, -each.records, each.id))), is_behind)


def family(case: OpenCase, beginning: str, *, scope: Scope = Scope.LEAK) -> FormFamily:
    """Return the one family whose id begins like this, or one that it was joined with.

    Raises:
        NotFoundError: None, or more than one.
    """
    told = families(case, scope=scope).families
    found = [each for each in told if beginning and any(one.id.startswith(beginning.casefold()) for one in each.members)]
    return _one(found, beginning)


def family_asked(case: OpenCase, beginning: str) -> JoinedFamily:
    """Return the one family whose id begins like this with what it asks, also while none of its forms is there: they may be found anew.

    Raises:
        NotFoundError: None, or more than one.
    """
    joined = joined_families([each.family for each in case.view.kept_families()], form_decisions(case.view))
    return _one([each for each in joined if beginning and any(one.id.startswith(beginning.casefold()) for one in each.members)], beginning)


def field_named(of: FormFamily | JoinedFamily, asked: str) -> AskedField:
    """Return the field that somebody names: by its key or number, what it is called, its kind, or a beginning of its label.

    Where a label asks several things, its number is of the one that the field is called by.

    Raises:
        NotFoundError: There is none, or more than one.
    """
    words = label_key(asked) or asked.strip().casefold()
    ways = (
        [each for each in of.fields if asked in {each.key, each.name}],
        [each for each in of.fields if each.field.number == (_digits(asked) or None) and "#" not in each.key.rpartition(" ")[2]],
        [each for each in of.fields if asked == each.kind],
        [each for each in of.fields if words in _keys(each)],
        [each for each in of.fields if words and any(key.startswith(words) for key in _keys(each))],
    )
    found = next((some for some in ways if some), [])
    if len(found) != 1:
        could = _names(found or of.fields)
        raise NoSuchFieldError(
            f"{len(found)} fields of this family are called {asked}; it can be: {could}",
            code="no-such-field",
            count=len(found),
            field=asked,
            could=could,
        )
    return found[0]


def count_states(case: OpenCase, of: FormFamily, *, scope: Scope = Scope.LEAK) -> Mapping[FieldKey, Mapping[FieldState, int]]:
    """Return how many forms of a family have each state in each field; those of families that do not ask it are told as that."""
    view = narrow(case, scope).case.view
    counts = {each.id: view.count_states(each.id) for each in of.members}
    records = {each.id: len(view.record_heads(each.id)) for each in of.members} if len(of.members) > 1 else {}
    found: dict[FieldKey, dict[FieldState, int]] = {}
    for each in of.fields:
        found[each.key] = {}
        for family, key in each.columns:
            for state, count in counts[family].get(key, {}).items():
                found[each.key][state] = found[each.key].get(state, 0) + count
        unasked = sum(count for family, count in records.items() if family not in dict(each.columns))
        if unasked:
            found[each.key][FieldState.NOT_ASKED] = found[each.key].get(FieldState.NOT_ASKED, 0) + unasked
    return found


def _one(found: Sequence[_Told], beginning: str) -> _Told:
    if len(found) != 1:
        raise NotFoundError(
            f"{len(found)} families of forms begin with {beginning}; `kashf forms CASE` lists them",
            code="no-such-family",
            count=len(found),
            start=beginning,
        )
    return found[0]


def _counted(view: CaseView, joined: Sequence[JoinedFamily]) -> list[FormFamily]:
    heads: dict[FamilyId, list[RecordHead]] = {}
    for head in view.record_heads():
        heads.setdefault(head.family, []).append(head)
    leaders = witnesses(view, {head.document for some in heads.values() for head in some})
    found = []
    for one in joined:
        mine = [head for member in one.members for head in heads.get(member.id, ())]
        editions: dict[tuple[FamilyId, int], int] = {}
        for head in mine:
            editions[head.family, head.edition] = editions.get((head.family, head.edition), 0) + 1
        found.append(
            FormFamily(
                one,
                len(mine),
                without_copies=len({(leaders[head.document], head.nth) for head in mine}),
                documents=len({head.document for head in mine}),
                editions=dict(sorted(editions.items(), key=lambda item: (-item[1], item[0]))),
                doubtful=sum(head.is_doubtful for head in mine),
            )
        )
    return found


def _with(told: FormFamily, elsewhere: Mapping[Collection, int]) -> FormFamily:
    return FormFamily(told.joined, told.records, told.without_copies, told.documents, told.editions, told.doubtful, elsewhere)


def _keys(field: AskedField) -> frozenset[str]:
    labels = (field.field.label, *field.field.wordings, field.name)
    return frozenset((field.key, *(key for _, key in field.columns), *map(label_key, labels)))


def _names(fields: Sequence[AskedField]) -> str:
    """Return how some fields can be named, each by its number or its label, and what it asks."""
    told = (" ".join(f"{each.field.number} {each.name or each.field.label}".split()) for each in fields[:_MOST_NAMED])
    more = f" +{len(fields) - _MOST_NAMED}" if len(fields) > _MOST_NAMED else ""
    return ", ".join(f"{name} ({each.kind})" for name, each in zip(told, fields, strict=False)) + more


def _digits(asked: str) -> str:
    text = asked.strip()
    return str(int(text)) if text.isdecimal() else ""
