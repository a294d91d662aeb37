"""Hold two forms against each other: are they about one man? Name, birth, mother and telephone each say yes, no, or nothing.

A machine proposes "the same" only where the names are one to the name engine, the births overlap, the mothers' names or a telephone agree,
and nothing contradicts. It never joins by that: a person confirms. Namesakes are born on other days of other mothers; brothers have one
mother and a father's name in common, and other names of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.date import Calendar, FuzzyDate, Relation
from kashf.domain.reasons import NO_REASONS, Reasons
from kashf.entities.comparing.compare import Rarity, compare, first_pass, prepare, reasons_of, score, verdict
from kashf.entities.form_people.told_person import ToldPerson

#: Days by which two papers of one man may reckon a Hijri day apart, beyond the doubt that each date carries. Source: the one day either
#: way that a month's beginning is in doubt, and the rare second.
HIJRI_SLACK: Final = dt.timedelta(days=2)
#: Births that are known no better than this agree with too many others to tell a man whose name differs.
_TELLING_DAYS: Final = 7
#: What two names of one man have in common at the least, where nothing but a mother's name speaks against two births: `first_pass`.
_MUCH_ALIKE: Final = 0.7


class PersonTrait(StrEnum):
    """By what two forms are held against each other."""

    NAME = "name"
    BIRTH = "birth"
    MOTHER = "mother"
    PHONE = "phone"


class Agreement(StrEnum):
    """What a trait says of two forms."""

    AGREES = "agrees"
    #: It may be one or two: a name with a part more, another telephone of a man who may have two.
    UNCLEAR = "unclear"
    DIFFERS = "differs"
    #: One of the forms, or both, does not say.
    SILENT = "silent"


class PersonVerdict(StrEnum):
    """What a machine says of two forms."""

    #: All that is there agrees and nothing contradicts: a person is asked to confirm it.
    PROPOSED = "proposed"
    #: It may be one man or two; a person decides.
    ASKED = "asked"
    #: Two men.
    APART = "apart"


@dataclass(frozen=True, slots=True)
class PeopleCompared:
    """Two forms held against each other.

    Args:
        verdict: What a machine says.
        traits: What each trait says, of those that were looked at: all, unless the names alone part the two.
        reasons: What the parts of the two names say; () where they were not compared in words.
    """

    verdict: PersonVerdict
    traits: Mapping[PersonTrait, Agreement]
    reasons: Reasons = NO_REASONS


def compare_people(left: ToldPerson, right: ToldPerson, *, rarity: Rarity | None = None) -> PeopleCompared:
    """Return whether two forms are about one man, with what each trait says. Symmetric, but for the sides of the reasons.

    Args:
        left: Whom one form is about.
        right: Whom the other is about.
        rarity: How telling words are among the names of all forms; the built-in shares where it is not given.

    Example:
        >>> from kashf.domain.forms.form_families import RecordId
        >>> from kashf.domain.ids import DocumentId
        >>> one = ToldPerson(RecordId(DocumentId("a")), "Walid Omar al-Shamali", "Mariam Haddad", FuzzyDate.parse("1990-05-02"))
        >>> other = ToldPerson(RecordId(DocumentId("b")), "وليد عمر الشمالي", "مريم حداد", FuzzyDate.parse("1990"))
        >>> compare_people(one, other).verdict.value
        'proposed'
    """
    from_ocr = left.is_read or right.is_read
    traits = {
        PersonTrait.NAME: names_agree(left.name, right.name, rarity=rarity, from_ocr=from_ocr),
        PersonTrait.BIRTH: births_agree(left.birth, right.birth),
        PersonTrait.PHONE: _phones_agree(left.phones, right.phones),
    }
    is_telling = 0 < min(left.birth.days or 0, right.birth.days or 0) <= _TELLING_DAYS
    if traits[PersonTrait.NAME] is Agreement.DIFFERS and not (is_telling and traits[PersonTrait.BIRTH] is Agreement.AGREES):
        return PeopleCompared(PersonVerdict.APART, MappingProxyType(traits))  # Whatever the mothers are called.
    traits[PersonTrait.MOTHER] = names_agree(left.mother, right.mother, from_ocr=from_ocr)
    return PeopleCompared(_verdict(traits, is_telling=is_telling), MappingProxyType(traits))


def with_reasons(compared: PeopleCompared, left: ToldPerson, right: ToldPerson) -> PeopleCompared:
    """Return a comparison that says what the parts of the two names say, which takes too long for all pairs."""
    return PeopleCompared(compared.verdict, compared.traits, _name_reasons(left.name, right.name, left.is_read or right.is_read))


@lru_cache(maxsize=1 << 16)
def _name_reasons(left: str, right: str, from_ocr: bool) -> Reasons:  # noqa: FBT001 - remembered by place
    return reasons_of(compare(prepared(left), prepared(right), from_ocr=from_ocr))


def may_be_one(left: ToldPerson, right: ToldPerson) -> bool:
    """Return whether a pair is worth a comparison in full: of births that are apart, only one name, and one mother or telephone, are."""
    if births_agree(left.birth, right.birth) is not Agreement.DIFFERS or left.phones & right.phones:
        return True
    two = ((left.mother, right.mother), (left.name, right.name))
    return all(first_pass(prepared(one), prepared(other)) >= _MUCH_ALIKE for one, other in two)


def births_agree(left: FuzzyDate, right: FuzzyDate) -> Agreement:
    """Return what two births say: apart, or on some day both.

    >>> births_agree(FuzzyDate.parse("1990"), FuzzyDate.parse("1990-05-02")).value
    'agrees'
    >>> births_agree(FuzzyDate.parse("1990-05-03"), FuzzyDate.parse("1990-05-02")).value
    'differs'
    """
    if not (left.is_known and right.is_known):
        return Agreement.SILENT
    if left.compare(right) is Relation.UNDECIDED:
        return Agreement.AGREES
    early, late = (left, right) if left.compare(right) is Relation.BEFORE else (right, left)
    is_hijri = Calendar.HIJRI in {left.calendar, right.calendar}
    is_near = early.latest and late.earliest and late.earliest - early.latest <= HIJRI_SLACK
    return Agreement.UNCLEAR if is_hijri and is_near else Agreement.DIFFERS


@lru_cache(maxsize=1 << 16)
def _prepared_score(left: str, right: str, rarity: Rarity | None, from_ocr: bool) -> float:  # noqa: FBT001 - remembered by place
    return score(prepared(left), prepared(right), rarity=rarity, from_ocr=from_ocr)


#: Taking a name apart takes longer than comparing it with several others.
prepared = lru_cache(maxsize=1 << 16)(prepare)


def names_agree(left: str, right: str, *, rarity: Rarity | None = None, from_ocr: bool = False) -> Agreement:
    """Return what two names say by the name engine: one name, perhaps one, or two.

    >>> names_agree("Walid Omar al-Shamali", "وليد عمر الشمالي").value, names_agree("Salim", "").value
    ('agrees', 'silent')
    """
    if not (prepared(left).atoms and prepared(right).atoms):
        return Agreement.SILENT
    told = verdict(_prepared_score(left, right, rarity, from_ocr))
    if told == "same" or prepared(left).key == prepared(right).key:
        return Agreement.AGREES
    return Agreement.UNCLEAR if told == "asked" else Agreement.DIFFERS


def _phones_agree(left: frozenset[str], right: frozenset[str]) -> Agreement:
    if not (left and right):
        return Agreement.SILENT
    return Agreement.AGREES if left & right else Agreement.UNCLEAR


def _verdict(traits: Mapping[PersonTrait, Agreement], *, is_telling: bool) -> PersonVerdict:
    name = traits[PersonTrait.NAME]
    beside = [traits[each] for each in PersonTrait if each is not PersonTrait.NAME]
    agreed, against = beside.count(Agreement.AGREES), beside.count(Agreement.DIFFERS)
    if name is Agreement.AGREES and not against:
        is_born = traits[PersonTrait.BIRTH] is Agreement.AGREES
        is_known = Agreement.AGREES in {traits[PersonTrait.MOTHER], traits[PersonTrait.PHONE]}
        return PersonVerdict.PROPOSED if is_born and is_known else PersonVerdict.ASKED
    if name is Agreement.DIFFERS:
        is_odd = agreed > 1 and not against and is_telling
        return PersonVerdict.ASKED if is_odd else PersonVerdict.APART
    if not against:
        return PersonVerdict.ASKED
    enough = agreed > 0 if name is Agreement.AGREES else agreed > against
    return PersonVerdict.ASKED if enough else PersonVerdict.APART
