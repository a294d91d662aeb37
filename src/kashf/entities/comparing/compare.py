"""Compare two whole names, in any two scripts, and say why: each part is evidence for one name or against it.

The evidence of the parts, in nats, is added up and turned into a score (Fellegi and Sunter 1969): a shared word says ``-ln(share)``, the
more the fewer people carry it; a part that has another word in the other name speaks against; a part that only one name has, a little.
The score is about the names. Whether two men carry one name is for those who know more to say, and ``warning`` reminds of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.reasons import NO_REASONS, NameReason, ReasonCode, Reasons
from kashf.entities.comparing.align import ONLY_LEFT, ONLY_RIGHT, AtomPair, align_parts, weigher_for
from kashf.entities.comparing.objections import objections_to, says_nobody
from kashf.entities.comparing.prefilter import Block, first_pass, first_pass_block
from kashf.entities.comparing.prepare import KUNYA, LAQAB, Prepared, prepare
from kashf.entities.comparing.rarity import Rarity
from kashf.entities.comparing.score import EMPTY, MAYBE, SAME, Objection, Verdict, lowered, score_pairs, verdict

__all__ = [
    "MAYBE",
    "SAME",
    "Block",
    "Comparison",
    "PartScore",
    "Prepared",
    "Rarity",
    "Verdict",
    "compare",
    "first_pass",
    "first_pass_block",
    "prepare",
    "reasons_of",
    "score",
    "verdict",
]


@dataclass(frozen=True, slots=True)
class PartScore:
    """What one part of two names says.

    Attributes:
        name: Kind of part: kunya, ism, nasab, nisba, laqab, title, word, legal form, small word or initial.
        score: How alike the two are, 0..1; 0 when one name has none.
        left: As in the left name, folded; empty when it has none.
        right: The same of the right name.
        why: The reasons.
        evidence: Nats for one name, below 0 against.
    """

    name: str
    score: float
    left: str
    right: str
    why: Reasons
    evidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are.

    Attributes:
        score: 0..1; 1 for the same folded words, at least ``SAME`` for spellings of one name, at least ``MAYBE`` for what may be one;
            what speaks against joining them has lowered it.
        parts: What each part says, agreements first; their evidence, added up, makes the score.
        warning: What makes them false friends: what contradicts, father and son, or the same kunya with another nisba; empty when nothing
            does.
        doubts: Why a machine does not join them, though they are alike; empty when nothing speaks against it.
    """

    score: float
    parts: tuple[PartScore, ...]
    warning: Reasons
    doubts: Reasons = NO_REASONS


def compare(left: Prepared, right: Prepared, *, rarity: Rarity | None = None, from_ocr: bool = False) -> Comparison:
    """Return how sure two names are one, with the reasons. Symmetric: only the sides of the parts change places.

    Args:
        left: One name.
        right: The other.
        rarity: How telling words are in the population both come from; the built-in shares where it is not given.
        from_ocr: Whether OCR read one of them, so that two known names a letter apart may be one misread.

    Example:
        >>> one = prepare("Abu Mohammed al-Shamali")
        >>> compare(one, prepare("أبو محمد الشمالي")).score > SAME > MAYBE > compare(one, prepare("أبو محمد العدناني")).score
        True
        >>> [(reason.code.value, reason.left, reason.right) for reason in compare(one, prepare("أبو محمد العدناني")).warning]
        [('another-man', 'kunya', 'nisba')]
    """
    links = _links(left, right, rarity)
    found, share, objections = _judged(left, right, links, from_ocr=from_ocr)
    if right.key < left.key:
        links = [_turned(link) for link in links]
    warning = _warning(left, right, links, objections)
    doubts = Reasons(objection.why for objection in objections if not objection.is_grave and objection.why not in warning)
    return Comparison(found, tuple(_part(link, share) for link in links), warning, doubts)


def score(left: Prepared, right: Prepared, *, rarity: Rarity | None = None, from_ocr: bool = False) -> float:
    """Return the score of ``compare`` without the reasons, which take a third of its time.

    Args:
        left: One name.
        right: The other.
        rarity: How telling words are, as for ``compare``.
        from_ocr: Whether OCR read one of them, as for ``compare``.
    """
    return _judged(left, right, _links(left, right, rarity), from_ocr=from_ocr)[0]


def reasons_of(comparison: Comparison) -> Reasons:
    """Return why two names are or are not one: what each part says, or that they have none in common, and then what is in doubt.

    >>> found = reasons_of(compare(prepare("Abu Omar al-Shamali"), prepare("أبو عمر الشمالي")))
    >>> [(reason.part, reason.code.value) for reason in found]
    [('nisba', 'two-scripts'), ('kunya', 'two-scripts')]
    """
    found = Reasons(reason for part in comparison.parts for reason in part.why.about(part.name))
    return Reasons((*(found or Reasons.of(ReasonCode.NO_COMMON_PART)), *comparison.doubts))


def _links(left: Prepared, right: Prepared, rarity: Rarity | None) -> list[AtomPair]:
    """Return the parts side by side, those of the name whose key comes first on the left, so that the order of the two says nothing."""
    first, second = (right, left) if right.key < left.key else (left, right)
    return align_parts(first.atoms, second.atoms, weigher=weigher_for(rarity))


def _judged(left: Prepared, right: Prepared, links: list[AtomPair], *, from_ocr: bool) -> tuple[float, float, tuple[Objection, ...]]:
    """Return the score, the share of each agreement that counts, and what lowered the score."""
    if not (left.atoms and right.atoms):
        return 0.0, 0.0, ()
    found, share = score_pairs(links)
    if left.key == right.key and not (left.is_cut or right.is_cut):
        nobody = (Objection.doubt(ReasonCode.NO_NAME),) if says_nobody(left) else ()
        return lowered(1.0, nobody), share, nobody
    if found < MAYBE:
        return found, share, ()
    first, second = (right, left) if right.key < left.key else (left, right)
    objections = objections_to(first, second, links, from_ocr=from_ocr)
    return lowered(found, objections), share, objections


def _turned(link: AtomPair) -> AtomPair:
    why = link.why if link.left and link.right else ONLY_RIGHT if link.left else ONLY_LEFT
    return link._replace(left=link.right, right=link.left, why=why)


def _part(link: AtomPair, share: float) -> PartScore:
    left, right = link.left, link.right
    evidence = link.agreement * share - link.against
    return PartScore(
        link.part, round(link.score, 3), left.shown if left else "", right.shown if right else "", link.why, round(evidence, 2)
    )


def _warning(left: Prepared, right: Prepared, links: Sequence[AtomPair], objections: Sequence[Objection]) -> Reasons:
    told = [objection.why for objection in objections if objection.is_grave or objection.why.code is ReasonCode.FATHER_AND_SON]
    if not (left.atoms and right.atoms):
        told.append(NameReason(ReasonCode.NO_WORD))
    shared = {link.part for link in links if link.left and link.right and link.agreement > link.against}
    against = [link for link in links if link.left and link.right and link.agreement < link.against and link.part not in EMPTY]
    if against and shared - EMPTY:
        common = KUNYA if KUNYA in shared else next(iter(sorted(shared - EMPTY)))
        gravest = min(against, key=lambda link: link.agreement - link.against)
        kind = "family name" if gravest.part == LAQAB else gravest.part
        code = ReasonCode.ANOTHER_GROUP if left.is_group and right.is_group else ReasonCode.ANOTHER_MAN
        told.append(NameReason(code, left=common, right=kind))
    if left.is_group != right.is_group and left.atoms and right.atoms and NameReason(ReasonCode.GROUP_OR_PERSON) not in told:
        told.append(NameReason(ReasonCode.GROUP_OR_PERSON))
    if left.is_cut or right.is_cut:
        told.append(NameReason(ReasonCode.CUT))
    return Reasons(told)
