"""What forbids that two names are joined unasked, however alike they are: a known other name, another sex, father and child, a unit.

The parts of two names laid side by side add up to a score (`score`); here stands what adding up does not see. A contradiction makes two
names *other*, a doubt makes them a question for a person; both lower the score there is, and keep its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kashf.domain.reasons import ReasonCode
from kashf.entities.comparing.align import AtomPair, are_two_terms
from kashf.entities.comparing.order import order_objections
from kashf.entities.comparing.prepare import INITIAL, ISM, KUNYA, LAQAB, NASAB, NISBA, NUMBER, SERVANT, TITLE, WORD, Atom, Prepared
from kashf.entities.comparing.rarity import is_group_head, is_unit_term
from kashf.entities.comparing.score import EMPTY, Objection
from kashf.language.person_names.known_names import Known, known_apart, one_letter_apart
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.titles import may_be_a_name, names_nobody, rank_of
from kashf.language.person_names.vocabulary import PARTICLES, is_given_name
from kashf.language.words.folding import NOTHING, Folded

#: Parts that hold the name of a person, or of his father or child.
_GIVEN: Final = frozenset({ISM, NASAB, KUNYA, LAQAB})
#: Such a part of two names makes two people of them if it is another known name; of the others each man has several.
_FIRST: Final = frozenset({ISM, KUNYA})
#: Parts that agree, beside which one that only one name has makes a question.
_FEW: Final = 2
#: Words of a compound: نور الدين is not نور.
_COMPOUND: Final = 2


def objections_to(left: Prepared, right: Prepared, links: Sequence[AtomPair], *, from_ocr: bool) -> tuple[Objection, ...]:
    """Return what speaks against joining two names, the gravest first; empty when nothing does.

    Args:
        left: One name.
        right: The other.
        links: Their parts side by side, in that order.
        from_ocr: Whether OCR read one of them, so that a letter may be misread.
    """
    found = [*_of_words(links, from_ocr=from_ocr)]
    if left.is_cut or right.is_cut:
        found.append(Objection.doubt(ReasonCode.CUT))
    if says_nobody(left) or says_nobody(right):
        found.append(Objection.doubt(ReasonCode.NO_NAME))
    if left.is_group or right.is_group:
        found += [*_of_groups(left, right, links)]
    else:
        found += [*order_objections(left, right, links), *_of_titles(links), *_of_few(links)]
    found += [*_of_lacking(links)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: not one.is_grave))


def says_nobody(name: Prepared) -> bool:
    """Return whether a name has titles, particles and articles alone."""
    return all(names_nobody(word) or word in PARTICLES or is_article(word, NOTHING) for word in map(Folded, name.key.split()))


def _of_words(links: Sequence[AtomPair], *, from_ocr: bool) -> Iterator[Objection]:
    """Yield what two words that lie side by side say: two known names, a man's and a woman's."""
    for link in links:
        left, right = link.left, link.right
        if left is None or right is None:
            continue
        if left.sex and right.sex and left.sex != right.sex:
            yield Objection.contradiction(ReasonCode.ANOTHER_SEX, link.part)
        elif left.part == right.part == NISBA and left.sex != right.sex and not (left.is_latin or right.is_latin):
            yield Objection.doubt(ReasonCode.ANOTHER_SEX, link.part)
        parts = _part(left), _part(right)
        if _GIVEN.issuperset(parts) and (parts[0] == KUNYA) != (parts[1] == KUNYA):
            yield Objection.doubt(ReasonCode.FATHER_AND_SON, link.part)
        if _GIVEN.issuperset(parts):
            if {len(left.words), len(right.words)} == {1, _COMPOUND} and not SERVANT & {left.words[0], right.words[0]}:
                yield Objection.doubt(ReasonCode.PART_MISSING, link.part)
            yield from _of_given(left, right, is_first=parts[0] == parts[1] in _FIRST, from_ocr=from_ocr)
        if left.part == right.part == NUMBER and left.word != right.word:
            yield Objection.contradiction(ReasonCode.ANOTHER_NUMBER, NUMBER)
        if left.has_article != right.has_article and is_given_name(left.word) and is_given_name(right.word):
            yield Objection.doubt(ReasonCode.WITH_ARTICLE, link.part)


def _part(atom: Atom) -> str:
    """Return the kind of a part; a title that may be a name is one."""
    return ISM if atom.part == TITLE and may_be_a_name(atom.word) else atom.part


def _of_given(left: Atom, right: Atom, *, is_first: bool, from_ocr: bool) -> Iterator[Objection]:
    known = known_apart(left.word, right.word, of_god=left.words[0] in SERVANT and right.words[0] in SERVANT)
    if known is Known.ANOTHER:
        is_misread = from_ocr and one_letter_apart(left.word, right.word)
        is_grave = is_first and not is_misread
        code = ReasonCode.KNOWN_NAMES
        yield Objection.contradiction(code, left.part) if is_grave else Objection.doubt(code, left.part)
    elif known is Known.DOUBT and not (from_ocr and not (left.is_latin or right.is_latin)):
        yield Objection.doubt(ReasonCode.TWO_READINGS, left.part)


def _of_groups(left: Prepared, right: Prepared, links: Sequence[AtomPair]) -> Iterator[Objection]:
    if any(not (link.left and link.right) for link in links if link.part == NUMBER):
        yield Objection.doubt(ReasonCode.PART_MISSING, NUMBER)
    alone = [link.left or link.right for link in links if not (link.left and link.right)]
    if any(atom and atom.part == WORD and is_unit_term(atom.word) for atom in alone):
        yield Objection.doubt(ReasonCode.PART_MISSING, WORD)
    if any(link.left and link.right and are_two_terms(link.left, link.right) for link in links):
        yield Objection.doubt(ReasonCode.TWO_READINGS, WORD)
    if left.is_group != right.is_group:
        group, person = (left, right) if left.is_group else (right, left)
        if any(atom.part == KUNYA or (atom.part == ISM and is_given_name(atom.word)) for atom in person.atoms):
            has_head = any(atom.part == WORD and is_group_head(atom.word) for atom in group.atoms)
            code = ReasonCode.GROUP_OR_PERSON
            yield Objection.contradiction(code) if has_head else Objection.doubt(code)


def _of_titles(links: Sequence[AtomPair]) -> Iterator[Objection]:
    """Yield what titles say: one that may be a name stands alone, or two ranks are two."""
    titles = [(link.left, link.right) for link in links if TITLE in {atom.part for atom in (link.left, link.right) if atom}]
    for left, right in titles:
        is_alone = left is None or right is None or left.words != right.words
        if is_alone and any(atom and atom.part == TITLE and may_be_a_name(atom.word) for atom in (left, right)):
            yield Objection.doubt(ReasonCode.TITLE_OR_NAME)
    ranks = [{rank for atom in side if atom and (rank := rank_of(atom.words[0]))} for side in zip(*titles, strict=True)] if titles else []
    if ranks and all(ranks) and ranks[0].isdisjoint(ranks[1]):
        yield Objection.doubt(ReasonCode.ANOTHER_RANK)


def _of_few(links: Sequence[AtomPair]) -> Iterator[Objection]:
    """Yield what it says that two names share little: one given name alone, two parts where one of them has more, or where each has."""
    telling = [link for link in links if link.part not in EMPTY]
    shared = [link for link in telling if link.left and link.right and link.part != INITIAL]
    if len(shared) == len(telling) == 1 and (shared[0].part == KUNYA or _is_given(shared[0])):
        yield Objection.doubt(ReasonCode.ONE_PART, shared[0].part)
    more = [link for link in telling if not (link.left and link.right) and link.part != INITIAL]
    each_has_more = {link.left is None for link in more} == {True, False}
    if more and (len(shared) <= _FEW or each_has_more):
        yield Objection.doubt(ReasonCode.PART_MISSING, more[0].part)


def _of_lacking(links: Sequence[AtomPair]) -> Iterator[Objection]:
    """Yield what it says that a name lacks parts of the other, or has others, and few agree."""
    telling = [link for link in links if link.part not in EMPTY and link.part != INITIAL]
    apart = [link for link in telling if not (link.left and link.right and link.agreement > link.against)]
    agreed = len(telling) - len(apart)
    is_only_head = len(apart) == 1 and agreed == _FEW and _is_head_alone(apart[0])
    if apart and agreed <= _FEW and not is_only_head:
        yield Objection.doubt(ReasonCode.PART_MISSING, apart[0].part)


def _is_head_alone(link: AtomPair) -> bool:
    """Return whether it is a word such as "company" that only one of two names has."""
    atom = (link.right if link.left is None else link.left) if None in {link.left, link.right} else None
    return atom is not None and atom.part == WORD and is_group_head(atom.word)


def _is_given(link: AtomPair) -> bool:
    return any(atom and is_given_name(atom.word) for atom in (link.left, link.right))
