"""How many men the forms of a family are about, and which pairs of forms a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import RecordDecision
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.entities.form_people.compare_people import PeopleCompared, PersonVerdict, compare_people, with_reasons
from kashf.entities.form_people.people_bounds import PeopleBounds, bound_people, joined_places
from kashf.entities.form_people.people_pairs import Pair, people_pairs
from kashf.entities.form_people.told_person import ToldPerson
from kashf.ports.forms import KeptValue
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.people.agreed_people import agreed_people, record_decisions
from kashf.services.forms.people.same_forms import changed_forms, same_forms
from kashf.services.forms.told_families import FormFamily

#: What stands in no name: a digit, or the sign between a label and its value, where the label behind was taken for the name's end.
_NO_NAME: Final = re.compile(r"[\d:]")


@dataclass(frozen=True, slots=True)
class PeopleQuestion:
    """Two forms of which a person should say whether they are about one man.

    Args:
        left: The one that comes first by document and place.
        right: The other.
        compared: What a machine says, and why; its reasons are of the two names.
    """

    left: RecordId
    right: RecordId
    compared: PeopleCompared


@dataclass(frozen=True, slots=True)
class FormPeople:
    """Whom the forms of a family are about.

    Args:
        records: Forms.
        bounds: At least and at most so many men, with what people decided.
        copies: Forms that are another one again: the same values, or all but one that does not tell men apart. They count with it.
        nameless: Forms without a name that could be read, any of which may be of a man who is counted already.
        crowded: Forms not held against all others, since too many have their name.
        joined: Pairs that people said are one man, and stand.
        parted: Pairs that people said are two men, and stand.
        questions: What is open: what a machine proposes first, then by document and place.
        groups: The forms of each man who has several for certain, copies too, in order.
    """

    records: int
    bounds: PeopleBounds
    copies: int
    nameless: int
    crowded: int
    joined: int
    parted: int
    questions: tuple[PeopleQuestion, ...]
    groups: tuple[tuple[RecordId, ...], ...]

    @property
    def proposed(self) -> int:
        """How many of the questions a machine would answer with "the same"."""
        return sum(each.compared.verdict is PersonVerdict.PROPOSED for each in self.questions)


def form_people(case: OpenCase, families: Sequence[FormFamily], *, scope: Scope = Scope.LEAK) -> FormPeople:
    """Return how many men the forms of one or several families are about, and what is open about it.

    Forms that are copies of another count with it. What a machine proposes counts as one only in `bounds.proposed`; what people decided
    counts everywhere. Nothing is judged by nationality, place or kunya: these are common to many.

    Args:
        case: Which case.
        families: Which; a man may have a form of each.
        scope: Which collection.
    """
    view = narrow(case, scope).case.view
    people = people_of(view, families)
    pairs = people_pairs(people)
    copies = same_forms(view, people, pairs.open)
    slipped = changed_forms(view, families, people, pairs)
    slips = {pair: replace(compare_people(*(people[at] for at in pair)), verdict=PersonVerdict.ASKED) for pair in slipped}
    decided = _decided(people, record_decisions(view))
    same = [*(pair for pair, verdict in decided.items() if verdict is Verdict.SAME), *copies]
    apart = [pair for pair, verdict in decided.items() if verdict is Verdict.DIFFERENT]
    homes = joined_places(len(people), same, apart)
    proposals = [pair for pair, each in pairs.open.items() if each.verdict is PersonVerdict.PROPOSED]
    crossed = {frozenset((homes[left], homes[right])) for left, right in apart}
    left_open = {pair: each for pair, each in {**pairs.open, **slips}.items() if frozenset(homes[at] for at in pair) not in crossed}
    bounds = bound_people(homes, left_open, joined_places(len(people), [*same, *proposals], apart), pairs.uncompared)
    nameless = sum(not each.name for each in people)
    return FormPeople(
        len(people),
        bounds,
        copies=len(people) - len(set(joined_places(len(people), copies))),
        nameless=nameless,
        crowded=len(pairs.uncompared) - nameless,
        joined=list(decided.values()).count(Verdict.SAME),
        parted=len(apart),
        questions=tuple(_questions(people, left_open, homes)),
        groups=_groups(people, homes),
    )


def people_of(view: CaseView, families: Sequence[FormFamily]) -> tuple[ToldPerson, ...]:
    """Return whom each form of some families is about, by document and place."""
    members = [member for family in families for member in family.members]
    ids = sorted(RecordId(head.document, head.nth) for member in members for head in view.record_heads(member.id))
    found = {id: ToldPerson(id) for id in ids}
    for field in (field for family in families for field in _telling_fields(family)):
        for id, key in field.columns:
            for kept in view.values_in(id, key):
                if kept.value.state is FieldState.FILLED:
                    found[kept.record] = _with(found[kept.record], field.kind, kept)
    return tuple(found.values())


def _telling_fields(family: FormFamily) -> Iterator[AskedField]:
    """Yield the fields that tell men apart; the kunya is whom a form is about only where no field asks the name."""
    kinds = {field.kind for field in family.fields}
    named = FieldKind.NAME if FieldKind.NAME in kinds else FieldKind.KUNYA
    yield from (field for field in family.fields if field.kind in {named, FieldKind.BIRTH, FieldKind.MOTHER, FieldKind.PHONE})


def _with(person: ToldPerson, kind: FieldKind, kept: KeptValue) -> ToldPerson:
    """Return a person with what one more field says; of two that ask one thing the first stands, but all telephones."""
    words = " ".join(kept.value.text.split())
    text = "" if _NO_NAME.search(words) else words
    if kind is FieldKind.BIRTH:
        return person if person.birth.is_known else replace(person, birth=_birth(kept))
    if kind is FieldKind.MOTHER:
        return replace(person, mother=person.mother or text)
    if kind is FieldKind.PHONE:
        told = (part for part in kept.read.key.split() if not kept.read.is_doubtful)
        return replace(person, phones=person.phones.union(told))
    return person if person.name else replace(person, name=text, is_read=kept.value.is_unseen)


def _birth(kept: KeptValue) -> FuzzyDate:
    """Return a birth as it was read, with every day that it may be."""
    date = kept.read.value.get("date")
    return FuzzyDate.from_json(date) if isinstance(date, Mapping) else UNDATED


def _decided(people: Sequence[ToldPerson], decisions: Sequence[RecordDecision]) -> dict[Pair, Verdict]:
    places = {each.record: at for at, each in enumerate(people)}
    found: dict[Pair, Verdict] = {}
    for told, verdict in agreed_people(decisions).items():
        left, right = sorted(told)
        if left in places and right in places:
            found[places[left], places[right]] = verdict
    return found


def _questions(people: Sequence[ToldPerson], pairs: Mapping[Pair, PeopleCompared], homes: Sequence[int]) -> Iterator[PeopleQuestion]:
    """Yield one question for each two men that may be one: of all their forms the pair that a machine is surest of."""
    best: dict[frozenset[int], Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (pairs[pair].verdict is not PersonVerdict.PROPOSED, pair)):
        best.setdefault(frozenset(homes[at] for at in pair), pair)
    for men, (left, right) in best.items():
        if len(men) > 1:
            told = with_reasons(pairs[left, right], people[left], people[right])
            yield PeopleQuestion(people[left].record, people[right].record, told)


def _groups(people: Sequence[ToldPerson], homes: Sequence[int]) -> tuple[tuple[RecordId, ...], ...]:
    found: dict[int, list[RecordId]] = {}
    for person, home in zip(people, homes, strict=True):
        found.setdefault(home, []).append(person.record)
    return tuple(tuple(some) for some in found.values() if len(some) > 1)
