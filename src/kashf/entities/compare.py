"""Compare two whole names, in any two scripts, and say why: each part is evidence for one name or against it.

The evidence of the parts, in nats, is added up and turned into a score (Fellegi and Sunter 1969): a shared word says ``-ln(share)``, the
more the fewer people carry it; a part that has another word in the other name speaks against; a part that only one name has, a little.
The score is about the names. Whether two men carry one name is for those who know more to say, and ``warning`` reminds of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.entities.align_parts import ONLY_LEFT, ONLY_RIGHT, Link, align_parts
from kashf.entities.evidence import score_of, together
from kashf.entities.first_pass import Block, first_pass, first_pass_block
from kashf.entities.prepare import KUNYA, LAQAB, LEGAL, NISBA, SMALL, TITLE, Atom, Prepared, prepare
from kashf.entities.rarity import Rarity

__all__ = [
    "MAYBE",
    "SAME",
    "Block",
    "Comparison",
    "PartScore",
    "Prepared",
    "Rarity",
    "compare",
    "first_pass",
    "first_pass_block",
    "prepare",
]

#: From this score on two names are taken for spellings of one; between MAYBE and SAME a person decides; below, they are two names.
SAME: Final = 0.85
MAYBE: Final = 0.5

#: What is left of a score above MAYBE when all that two names share is one part and one of them has more: never SAME.
_GUESS: Final = 0.69
#: Parts which may differ or be missing without making another name.
_EMPTY: Final = frozenset({TITLE, SMALL, LEGAL})
_FAMILY: Final = frozenset({NISBA, LAQAB})


@dataclass(frozen=True, slots=True)
class PartScore:
    """What one part of two names says.

    Attributes:
        name: Kind of part: kunya, ism, nasab, nisba, laqab, title, word, legal form, small word or initial.
        score: How alike the two are, 0..1; 0 when one name has none.
        left: As in the left name, folded; empty when it has none.
        right: The same of the right name.
        why: The reason in words.
        evidence: Nats for one name, below 0 against.
    """

    name: str
    score: float
    left: str
    right: str
    why: str
    evidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are.

    Attributes:
        score: 0..1; 1 for the same folded words, at least ``SAME`` for spellings of one name, at least ``MAYBE`` for what may be one.
        parts: What each part says, agreements first; their evidence, added up, makes the score.
        warning: What may mislead: the same kunya with another nisba; empty when nothing does.
    """

    score: float
    parts: tuple[PartScore, ...]
    warning: str


def compare(left: Prepared, right: Prepared, *, rarity: Rarity | None = None) -> Comparison:
    """Return how sure two names are one, with the reasons. Symmetric: only the sides of the parts change places.

    Args:
        left: One name.
        right: The other.
        rarity: How telling words are in the population both come from; the built-in shares where it is not given.

    Example:
        >>> one = prepare("Abu Mohammed al-Shamali")
        >>> compare(one, prepare("أبو محمد الشمالي")).score > SAME > MAYBE > compare(one, prepare("أبو محمد العدناني")).score
        True
        >>> compare(one, prepare("أبو محمد العدناني")).warning
        'same kunya, another nisba: probably another man'
    """
    is_turned = right.key < left.key
    links = list(map(_turned, _links(right, left, rarity))) if is_turned else _links(left, right, rarity)
    against = sum(link.against for link in links)
    agreed = sum(link.agreement for link in links)
    counted = together(agreed, sum(link.against for link in links if link.left and link.right))
    share = counted / agreed if agreed else 0.0
    score = _score(left, right, links, total=counted - against)
    return Comparison(score, tuple(_part(link, share) for link in links), _warning(left, right, links))


def _links(left: Prepared, right: Prepared, rarity: Rarity | None) -> list[Link]:
    return align_parts(left.atoms, right.atoms, nats=_built_in if rarity is None else lambda atom: rarity.nats(atom.word, atom.share))


def _built_in(atom: Atom) -> float:
    return atom.nats


def _turned(link: Link) -> Link:
    why = ONLY_LEFT if link.why == ONLY_RIGHT else ONLY_RIGHT if link.why == ONLY_LEFT else link.why
    return link._replace(left=link.right, right=link.left, why=why)


def _score(left: Prepared, right: Prepared, links: Sequence[Link], *, total: float) -> float:
    if not links:
        return 0.0
    if left.key == right.key:
        return 1.0
    telling = [link for link in links if _kind(link) not in _EMPTY]
    agreed = [link for link in telling if link.agreement > link.against]
    alone = {link.why for link in telling if not (link.left and link.right)}
    score = score_of(total)
    if agreed and len(agreed) == len(telling):
        score = max(score, min(link.score for link in agreed))  # Nothing differs: one name, however common.
    elif len(agreed) == 1 and alone:
        score = min(score, MAYBE + (score - MAYBE) * _GUESS)
    return round(min(score, 0.999), 4)


def _part(link: Link, share: float) -> PartScore:
    left, right = link.left, link.right
    evidence = link.agreement * share - link.against
    return PartScore(
        _kind(link), round(link.score, 3), left.shown if left else "", right.shown if right else "", link.why, round(evidence, 2)
    )


def _kind(link: Link) -> str:
    atom = link.left or link.right
    return atom.part if atom else ""


def _warning(left: Prepared, right: Prepared, links: Sequence[Link]) -> str:
    told = []
    if not links:
        told.append("no word to compare")
    shared = {_kind(link) for link in links if link.left and link.right and link.agreement > link.against}
    against = [link for link in links if link.left and link.right and link.agreement < link.against and _kind(link) not in _EMPTY]
    if against and shared - _EMPTY:
        common = KUNYA if KUNYA in shared else next(iter(sorted(shared - _EMPTY)))
        gravest = min(against, key=lambda link: link.agreement - link.against)
        kinds = "nisba" if _kind(gravest) in _FAMILY else _kind(gravest)
        told.append(f"same {common}, another {kinds}: probably another man")
    if left.is_group != right.is_group and left.atoms and right.atoms:
        told.append("one reads like an organisation, the other like a person")
    if left.is_cut or right.is_cut:
        told.append("only the first 300 characters and 16 parts were compared")
    return "; ".join(told)
