"""The order of given names: X son of Y is neither Y nor Y son of X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kashf.domain.reasons import ReasonCode
from kashf.entities.comparing.align import AtomPair
from kashf.entities.comparing.prepare import ISM, KUNYA, LAQAB, NASAB, NISBA, Atom, Prepared
from kashf.entities.comparing.score import EMPTY, Objection
from kashf.language.person_names.fathers import relation_before
from kashf.language.person_names.known_names import is_first_of_two
from kashf.language.person_names.titles import may_be_a_name
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.words.folding import Folded

#: Parts of a name of which the one that stands first may be the family's: Ali Hasan, Hasan Ali.
_TWO: Final = 2
_NAMES: Final = frozenset({ISM, NASAB, LAQAB, NISBA})


def order_objections(left: Prepared, right: Prepared, links: Sequence[AtomPair]) -> Iterator[Objection]:
    """Yield what the order of parts says against one name, if a man's own name is his father's in the other.

    Args:
        left: One name.
        right: The other.
        links: Their parts side by side, in that order.
    """
    yield from _grandson(left, links)
    yield from _grandson(right, links)
    yield from _child_without_name(left, right)
    yield from _relative(left, right)
    crossed = [link for link in links if _is_crossed(link)]
    if not crossed:
        return
    if not _both_first_names_are_shared(links):
        yield _child(crossed, links)
        return
    shared = [(link.left, link.right) for link in links if link.left and link.right and link.part not in EMPTY]
    paired = [(one, other) for one, other in shared if _is_given(one) or _is_given(other)]
    places = _places(left.atoms, right.atoms, paired)
    if places != sorted(places):
        has_particle = any(atom.part == NASAB and atom.sex for pair in paired for atom in pair)
        yield _turned(places, is_all=len(paired) == len(shared), has_particle=has_particle)


def _is_crossed(link: AtomPair) -> bool:
    """Return whether a man's own name is his father's in the other name; a rare given name may stand as a family's."""
    if link.left is None or link.right is None or not link.agreement:
        return False
    kinds = {link.left.part, link.right.part}
    return kinds == {ISM, NASAB} or (kinds == {ISM, LAQAB} and is_given_name(link.left.word))


def _is_given(atom: Atom) -> bool:
    return atom.part in _NAMES and (len(atom.words) > 1 or is_given_name(atom.word))


def _both_first_names_are_shared(links: Sequence[AtomPair]) -> bool:
    return not any(atom.part == ISM for link in links if not (link.left and link.right) for atom in (link.left, link.right) if atom)


def _child(crossed: Sequence[AtomPair], links: Sequence[AtomPair]) -> Objection:
    """Return what it says that one name begins before the other: with the name of a child, or with what may be no name of its own."""
    alone = [atom for link in links if not (link.left and link.right) for atom in (link.left, link.right) if atom and atom.part == ISM]
    said_so = any(atom and atom.part == NASAB and atom.sex for link in crossed for atom in (link.left, link.right))
    is_child = all(is_given_name(atom.word) and not may_be_a_name(atom.word) and not is_first_of_two(atom.word) for atom in alone)
    code = ReasonCode.PARENT_AND_CHILD
    return Objection.contradiction(code, ISM) if said_so or is_child else Objection.doubt(code, ISM)


def _child_without_name(left: Prepared, right: Prepared) -> Iterator[Objection]:
    """Yield what "daughter of" or "son of" before all given names of one says; Ibn Omar may be what he is called."""
    firsts = [atom for atom in map(_first_given, (left, right)) if atom is not None]
    sexes = {atom.sex for atom in firsts if atom.part == NASAB} - {""}
    if sexes and any(atom.part != NASAB for atom in firsts):
        code = ReasonCode.PARENT_AND_CHILD
        yield Objection.contradiction(code, ISM) if "f" in sexes else Objection.doubt(code, ISM)


def _relative(left: Prepared, right: Prepared) -> Iterator[Objection]:
    """Yield what it says that one is "wife of" or "brother of", and the other is not; "father of" may be a kunya, "son of" ibn."""
    relations = [relation_before([*map(Folded, name.key.split())]) for name in (left, right)]
    firsts = map(_first_given, (left, right))
    may_be_particle = any(atom and atom.sex and not relation for atom, relation in zip(firsts, relations, strict=True))
    if relations[0] != relations[1] and not may_be_particle:
        yield Objection.contradiction(ReasonCode.RELATIVE, ISM)


def _first_given(name: Prepared) -> Atom | None:
    return next((atom for atom in name.atoms if atom.part in {ISM, NASAB, KUNYA}), None)


def _grandson(name: Prepared, links: Sequence[AtomPair]) -> Iterator[Objection]:
    """Yield what it says that only one name repeats its given name: a grandson often bears his grandfather's."""
    given = {atom.word for atom in name.atoms if atom.part == ISM}
    alone = (atom for link in links if not (link.left and link.right) for atom in (link.left, link.right) if atom in name.atoms)
    if any(atom.part == NASAB and atom.word in given for atom in alone):
        yield Objection.doubt(ReasonCode.PART_MISSING, NASAB)


def _turned(places: Sequence[int], *, is_all: bool, has_particle: bool) -> Objection:
    """Return what it says that given names are turned round: a family name may stand first, a father may not."""
    descents = sum(one > other for one, other in pairwise(places))
    is_rotated = descents == 1 and is_all and (len(places) == _TWO or places[0] > places[-1])
    code = ReasonCode.ANOTHER_ORDER
    return Objection.doubt(code, ISM) if is_rotated and not has_particle else Objection.contradiction(code, ISM)


def _places(lefts: tuple[Atom, ...], rights: tuple[Atom, ...], paired: Sequence[tuple[Atom, Atom]]) -> list[int]:
    """Return where the parts of the left name, in order, stand in the right one; joined parts have no place."""
    there = {id(left): right for left, right in paired}
    found = [there[id(atom)] for atom in lefts if id(atom) in there]
    at = {id(atom): place for place, atom in enumerate(rights)}
    return [at[id(atom)] for atom in found if id(atom) in at]
