"""Whether whoever signed a paper held his post then: by the signatures next to its day, of papers that came by other channels."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kashf.domain.ids import DocumentId
from kashf.events.posts.post_signs import PostSign, SignKind, post_signs
from kashf.events.posts.tenures import HeldPost
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen, PaperMark, WhyUnknown, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare
from kashf.services.authenticity.papers_beside import PapersBeside, document_of, documents_of
from kashf.services.case.open import OpenCase
from kashf.services.posts.signed_papers import first_receipts, held_in

_MARK: Final = PaperMark.POST_HOLDER


class _Signature(NamedTuple):
    """A dated signature with the man who gave it."""

    man: str
    sign: PostSign
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class _Signatures:
    """The dated signatures of a post, by their first days and by their last ones.

    Args:
        by_first: Sorted by first day.
        by_last: Sorted by last day.
        may_be: Pairs of men who may be one, both ways round.
    """

    by_first: tuple[_Signature, ...]
    by_last: tuple[_Signature, ...]
    may_be: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, post: HeldPost, without: DocumentId) -> _Signatures:
        """Return the signatures of a post, those of one document aside."""
        found = [each for each in _signatures(post) if each.sign.document != without]
        may_be = {(each.holder, other) for each in post.tenures for other in each.may_be}
        return cls(
            tuple(sorted(found, key=lambda each: (each.first, each.last, each.man))),
            tuple(sorted(found, key=lambda each: (each.last, each.first, each.man))),
            frozenset(may_be | {(other, one) for one, other in may_be}),
        )

    def next_to(self, own: _Signature) -> Sequence[_Signature]:
        """Return the last signature that lies surely before one, and the first that lies surely behind it."""
        before = bisect_left(self.by_last, own.first, key=lambda each: each.last)
        behind = bisect_right(self.by_first, own.last, key=lambda each: each.first)
        return (*self.by_last[max(before - 1, 0) : before], *self.by_first[behind : behind + 1])

    def holds(self, man: str, own: _Signature) -> bool | None:
        """Return whether a man signs on either side of a day; None where a side has nobody, or one of them may be he."""
        near = self.next_to(own)
        if any(each.man == man for each in near):
            return True
        is_open = len(near) < len(("before", "behind")) or any((man, each.man) in self.may_be for each in near)
        return None if is_open else False


def post_holder_mark(case: OpenCase, beside: PapersBeside) -> MarkSeen:
    """Return what the signature says."""
    day, document, papers = beside.paper.date, document_of(beside.paper), [*beside.others, beside.paper]
    held = held_in(case.view, post_signs(papers, beside.signed), first_receipts(case.view, documents_of(papers)))
    found = next(((post, each) for post in held for each in _signatures(post) if each.sign.document == document), None)
    signed = beside.paper.letter.signatory
    said = tuple(each for each in (signed.name, signed.post) if each) if signed else ()
    if found is None or day is None:
        lacks_day = signed is not None and signed.name is not None and signed.post is not None and day is None
        return MarkSeen(_MARK, why=WhyUnknown.NO_DAY if lacks_day else WhyUnknown.ABSENT, said=said)
    if day.is_unseen:
        return MarkSeen(_MARK, why=WhyUnknown.UNSEEN, said=said)
    post, own = found
    return _weighed(own, _Signatures.of(post, document), [_Signatures.of(each, document) for each in held], beside)


def _weighed(own: _Signature, here: _Signatures, every: Iterable[_Signatures], beside: PapersBeside) -> MarkSeen:
    holds, near = here.holds(own.man, own), here.next_to(own)
    same = sum(each.office == beside.paper.office and each.letter.signatory is not None for each in beside.same)
    said = (own.sign.said, *(each.sign.said for each in near))
    if holds is None:
        why = WhyUnknown.UNDECIDED if here.by_first else WhyUnknown.SAME_CHANNEL if same else WhyUnknown.NO_OTHERS
        return MarkSeen(_MARK, why=why, said=said, same_channel=same)
    told = [found for some in every for each in some.by_first if (found := some.holds(each.man, each)) is not None]
    honest = HonestShare(sum(found is holds for found in told), len(told), same)
    # Anybody who ever signed with this post; whoever may be one of those next to the day is as good as he.
    men = [here.holds(each.man, own) is not False for each in here.by_first]
    count = HonestShare(sum(found is holds for found in men), len(men))
    facts = {"post": own.sign.post, "near": "; ".join(dict.fromkeys(each.sign.name for each in near))}
    careless = CarelessShare.of_pile(CarelessForger.ANY_SIGNER, count)
    return weighed(_MARK, "holds" if holds else "another-holds", honest, careless, said=said, facts=facts)


def _signatures(post: HeldPost) -> Iterable[_Signature]:
    for tenure in post.tenures:
        for sign in tenure.signs:
            first, last = sign.date.earliest, sign.date.latest
            if sign.kind is SignKind.SIGNED and first and last:
                yield _Signature(tenure.holder, sign, first, last)
