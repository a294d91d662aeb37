"""Who held which post when in a case, who signed where a paper has a post alone, and where two hold one post at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.said import Said
from kashf.entities.comparing.compare import compare, prepare, verdict
from kashf.events.posts.nameless import DatedByPost, Nameless, dated_by_posts, named_by_tenure
from kashf.events.posts.post_signs import PostId, is_ahead, post_names, post_signs, signed_posts
from kashf.events.posts.shared_posts import AtOnce, SharedPost, count_at_once, shared_posts
from kashf.events.posts.tenures import HeldPost
from kashf.language.words.tokens import folded_words
from kashf.services.case.open import OpenCase
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.posts.signed_papers import SignedPapers, first_receipts, held_in, signed_papers


@dataclass(frozen=True, slots=True)
class PostsQuery:
    """Which posts are told of.

    Args:
        office: Words of the office; each must stand there.
        post: Words of the post.
        person: A name; posts that he, or whoever may be he, holds.
        scope: Of which collection.
    """

    office: str = ""
    post: str = ""
    person: str = ""
    scope: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class PostTold:
    """One post.

    Args:
        office: Its office, as it is written most often, itself before the bodies above it.
        post: The post, as it is written most often.
        held: Who held it when.
        shared: Where two hold it at once.
        nameless: Signatures with this post and no name, and who may have signed.
        dated: Papers without a usable date that a holder signed, and when he held it.
    """

    office: str
    post: str
    held: HeldPost
    shared: tuple[SharedPost, ...] = ()
    nameless: tuple[Nameless, ...] = ()
    dated: tuple[DatedByPost, ...] = ()


@dataclass(frozen=True, slots=True)
class PostsOfCase:
    """Posts of a case, and what is not among them.

    Args:
        posts: Those asked for, by office and post.
        of: How many posts there are.
        at_once: How often two hold one of all of them at once, by what that is told as.
        paths: Where each paper that is cited was seen first.
        letters: Letters that were looked at, copies of one letter once.
        copies: Further copies of them.
        unsigned: Letters without a signature.
        without_post: Signed without a post.
        without_office: Signed with a post whose office cannot be told.
        undated: Signed with a name and a post, and without a usable date: they bound no tenure.
        ahead: Signed with a post, and dated after they came into the case, which says no day of anybody.
        stand_ins: Signed for the holder of a post: they make nobody its holder.
        no_letters: Documents with text that are no letters.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        partly_read: Documents with letters that were not read to their end.
        beyond: Letters that begin in them behind what is read.
    """

    posts: tuple[PostTold, ...]
    of: int
    at_once: Mapping[AtOnce, int]
    paths: Mapping[DocumentId, str]
    letters: int
    copies: int
    unsigned: int
    without_post: int
    without_office: int
    undated: int
    ahead: int
    stand_ins: int
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    partly_read: int = 0
    beyond: int = 0


_ALL: Final = PostsQuery()


def posts_of_case(case: OpenCase, query: PostsQuery = _ALL) -> PostsOfCase:
    """Return who held which post when."""
    with case.view.snapshot():
        found, signed = signed_papers(case, query.scope)
        told, counted = kept_answer(case, f"posts {query.scope}", lambda: _told(case, signed))
    chosen = tuple(each for each in told if _is_asked(each, query))
    cited = {document for each in chosen for document in _documents(each)}
    return PostsOfCase(
        posts=chosen,
        of=len(told),
        at_once=count_at_once(shared for each in told for shared in each.shared),
        paths={document: signed.listed[document].path for document in sorted(cited)},
        letters=len(signed.papers),
        copies=signed.copies,
        **counted,
        no_letters=found.no_letters,
        unsure=found.unsure,
        partly_read=found.partly_read,
        beyond=found.beyond,
        waiting=found.waiting,
        elsewhere=found.elsewhere,
        set_aside=found.set_aside,
    )


def _told(case: OpenCase, signed: SignedPapers) -> tuple[tuple[PostTold, ...], Mapping[str, int]]:
    received = first_receipts(case.view, [*{each.document for each in signed.listed.values()}])
    held = held_in(case.view, post_signs(signed.papers, signed), received)
    return tell_posts(signed, held), _counted(signed, {document: time for document, (time, _) in received.items()})


def tell_posts(signed: SignedPapers, held: Iterable[HeldPost]) -> tuple[PostTold, ...]:
    """Return posts with the papers that tenures name and date; posts that only signatures without a name have are among them."""
    by_post = {each.at: each for each in held}
    nameless: dict[PostId, list[Nameless]] = defaultdict(list)
    posts = signed_posts(signed.papers, signed)
    for paper in signed.papers:
        if (post := posts.get(paper.document)) and post.name is None:
            found = named_by_tenure(post.at, post.said, paper.written, by_post.get(post.at), stands_in=post.stands_in)
            nameless[post.at].append(found)
    dated: dict[PostId, list[DatedByPost]] = defaultdict(list)
    for each in dated_by_posts(signed.papers, by_post):
        dated[each.at].append(each)
    names = post_names(sign for post in by_post.values() for each in post.tenures for sign in each.signs)
    written = dict(names) | {at.post: some[0].said.text.strip(" /") for at, some in nameless.items() if at.post not in names}
    order = sorted({*by_post, *nameless}, key=lambda at: (at.office, at.post))
    return tuple(
        PostTold(
            signed.office_name(at.office),
            written.get(at.post, at.post),
            held=(known := by_post.get(at) or HeldPost.by_nobody(at)),
            shared=shared_posts(known),
            nameless=tuple(nameless[at]),
            dated=tuple(dated[at]),
        )
        for at in order
    )


def _counted(signed: SignedPapers, came: Mapping[DocumentId, dt.datetime]) -> dict[str, int]:
    counts = dict.fromkeys(("unsigned", "without_post", "without_office", "undated", "ahead", "stand_ins"), 0)
    posts = signed_posts(signed.papers, signed)
    for paper in signed.papers:
        signatory, post = paper.letter.signatory, posts.get(paper.document)
        counts["unsigned"] += signatory is None
        counts["without_post"] += signatory is not None and signatory.post is None
        counts["without_office"] += signatory is not None and signatory.post is not None and post is None
        counts["undated"] += post is not None and post.name is not None and paper.date is None
        counts["ahead"] += post is not None and is_ahead(paper.written, came.get(signed.listed[paper.document].document))
        counts["stand_ins"] += post is not None and post.stands_in
    return counts


def _is_asked(told: PostTold, query: PostsQuery) -> bool:
    stands = (query.office, f"{told.office} {told.held.at.office}"), (query.post, f"{told.post} {told.held.at.post}")
    if not all(set(folded_words(asked)).issubset(folded_words(words)) for asked, words in stands):
        return False
    if not query.person:
        return True
    asked = prepare(query.person)
    names = {name for each in told.held.tenures for name in each.names}
    return any(verdict(compare(asked, prepare(name)).score) != "other" for name in names)


def _documents(told: PostTold) -> Iterable[DocumentId]:
    signs: list[Said] = [sign.said for each in told.held.tenures for sign in each.signs]
    said = [*signs, *(each.said for each in told.nameless), *(each.said for each in told.dated)]
    return {each.span.document for each in said}
