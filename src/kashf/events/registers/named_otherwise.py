"""Offices that letters in another script call by another name: told by numbers and days that both have, never by words alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.registers.number_order import dated_number
from kashf.events.registers.register_letters import RegisterLetter

#: Letters that have to be cited with number and day under the other name, and their share of all such under that name.
_FEWEST, _SHARE = 2, 0.9


def named_otherwise(
    letters: Sequence[RegisterLetter], offices: OfficeIndex, office_of: Mapping[str, OfficeKey | None]
) -> Mapping[OfficeKey, OfficeKey]:
    """Return which office of the pile is meant by a name that none of its heads has.

    Two known names of one script are never joined; nor is a name that has letters of its own.

    Args:
        letters: Of the pile.
        offices: Its offices.
        office_of: The office of each letter, by id.
    """
    known = {office for office in office_of.values() if office}
    by_day: dict[tuple[str, dt.date], set[tuple[str, OfficeKey]]] = defaultdict(set)
    for letter in letters:
        office = office_of[letter.id]
        day = dated_number(0, letter.date, letter.id)
        if office and letter.number and day:
            by_day[letter.number.normal, day.day].add((letter.id, office))
    meant: dict[OfficeKey, dict[str, OfficeKey]] = defaultdict(dict)
    for name, normals, day_cited in _cited(letters, offices):
        if name in known:
            continue
        found = {each for normal in normals for each in by_day.get((normal, day_cited), ()) if _is_latin(each[1]) != _is_latin(name)}
        if len(found) == 1:
            meant[name].update(found)
    joined: dict[OfficeKey, OfficeKey] = {}
    for name, by_letter in meant.items():
        office, count = Counter(by_letter.values()).most_common(1)[0]
        if count >= max(_FEWEST, _SHARE * len(by_letter)):
            joined[name] = office
    return joined


def _cited(letters: Sequence[RegisterLetter], offices: OfficeIndex) -> Iterator[tuple[OfficeKey, tuple[str, ...], dt.date]]:
    for letter in letters:
        for each in letter.cited:
            day = dated_number(0, each.date.date, "") if each.date else None
            office = offices.which([each.author.text]).office if each.author else None
            if office and each.number and day:
                yield office, (each.number.normal, *each.number.aliases), day.day


def _is_latin(office: OfficeKey) -> bool:
    return any("a" <= sign <= "z" for sign in office.lines[-1])
