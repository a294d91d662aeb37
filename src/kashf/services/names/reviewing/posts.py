"""Whether a name is one man's: asked where posts that one man hardly has at once stand beside it on different documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.errors import NotFoundError
from kashf.language.grammar.posts import post_of
from kashf.language.words.folding import Folded
from kashf.ports.mentions import NamedPlace
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.names.audit import judge_place

PERSON: Final = MentionType.PERSON
#: Code points between a name and a post beside it: a comma, a blank, an article.
_NEAR: Final = 6


@dataclass(frozen=True, slots=True)
class Post:
    """A post that stands beside a name.

    Args:
        text: As it is most often written there.
        places: Where the name stands beside it, by document, page and place.
    """

    text: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PostsQuestion:
    """Whether a name is one man's, or that of two men with different posts. It is asked; nothing is split.

    Args:
        key: The name his entity goes by.
        text: Its most frequent spelling.
        posts: The posts, those with the most places first; no two stand on one document, and nobody said of all that they are his.
    """

    key: NameKey
    text: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class _PostPlace:
    """A place of a name with a post beside it."""

    entity: NameKey
    post: str
    text: str
    place: Span


def posts_asked(case: OpenCase, name: NameKey | None = None) -> tuple[PostsQuestion, ...]:
    """Return which names may be two men's by the posts beside them, those with the most such places first.

    Posts that stand on one document beside the name, or that a person said are his, are one man's.

    Args:
        case: Which case.
        name: The name of one entity; None for all.
    """
    with case.view.snapshot():
        found: dict[NameKey, list[_PostPlace]] = defaultdict(list)
        for beside in _beside(case.view, name):
            if name in {None, beside.entity}:
                found[beside.entity].append(beside)
        said = _said(case.view)
        asked = {entity: posts for entity, some in found.items() if (posts := _apart(some, said))}
        texts = {total.key: total.text for total in case.view.names_with(PERSON, list(asked))}
    questions = (PostsQuestion(entity, texts.get(entity, entity), posts) for entity, posts in asked.items())
    return tuple(sorted(questions, key=lambda one: (-sum(len(post.places) for post in one.posts), one.key)))


def call_one_man(case: WritableCase, name: NameKey) -> tuple[EntryId, ...]:
    """Record that a name is one man's with all the posts that are asked about: of a place of each, that it names him.

    It is asked again when the name comes with another post.

    Raises:
        NotFoundError: Nothing is asked about that name.
    """
    asked = posts_asked(case.reading, name)
    if not asked:
        raise NotFoundError(f"nobody asks whether that name is one man's: {name}", code="not-in-queue")
    return tuple(judge_place(case, asked[0].key, post.places[0], Verdict.SAME) for post in asked[0].posts)


def _beside(view: CaseView, name: NameKey | None) -> Iterator[_PostPlace]:
    """Yield the persons of a case with a post beside them, on one line; with a name, those of the documents in which it stands."""
    roles = [total.key for total in view.names(MentionType.ROLE, limit=None) if _post(total.key)]
    documents = view.documents_with(MentionType.ROLE, roles)
    if name is not None:
        members = [member.key for member in view.memberships(PERSON, [name])] or [name]
        documents = tuple({*documents}.intersection(view.documents_with(PERSON, members)))
    pairs = [*_neighbours(view, documents)]
    texts = view.texts_at(sorted({(person.document, person.page) for person, _ in pairs}))
    leaders = view.leaders(PERSON)
    for person, role in pairs:
        text = texts[person.document, person.page]
        between = text[min(person.end, role.end) : max(person.start, role.start)]
        if "\n" not in between and "." not in between:
            entity = leaders.get(person.key, person.key)
            yield _PostPlace(entity, _post(role.key), text[role.start : role.end], person.span)


def _neighbours(view: CaseView, documents: Sequence[DocumentId]) -> Iterator[tuple[NamedPlace, NamedPlace]]:
    """Yield each person with the post right beside him; one between two persons is the post of whom it stands right before."""
    places = view.mentions_among(documents, {PERSON, MentionType.ROLE}) if documents else iter(())
    for _, on_page in groupby(places, key=lambda place: (place.document, place.page)):
        taken: set[int] = set()
        found = [*pairwise(on_page)]
        for left, right in sorted(found, key=lambda pair: pair[0].type is PERSON):
            person, role = (left, right) if left.type is PERSON else (right, left)
            is_pair = {left.type, right.type} == {PERSON, MentionType.ROLE} and right.start - left.end <= _NEAR
            if is_pair and role.start not in taken and _post(role.key):
                taken.add(role.start)
                yield person, role


def _post(key: NameKey) -> str:
    """Return the trade or post that a role is, by its first word or, of rows such as "schoolteacher", its only one."""
    return post_of(Folded(key.partition(" ")[0]))


def _said(view: CaseView) -> frozenset[Span]:
    """Return the places of which people said whom they name."""
    told = (each for each in view.judgements() if each.type is PERSON and each.verdict is Verdict.SAME and not each.reassigned)
    return frozenset(each.left for each in told if isinstance(each.left, Span))


def _apart(some: Sequence[_PostPlace], said: frozenset[Span]) -> tuple[Post, ...]:
    """Return the posts of a name if they fall into two men's or more."""
    by_post: dict[str, list[_PostPlace]] = defaultdict(list)
    for each in some:
        by_post[each.post].append(each)
    one: dict[str, str] = {post: post for post in by_post}
    for left, right in combinations(sorted(by_post), 2):
        if _are_one(by_post[left], by_post[right], said):
            was, now = one[right], one[left]
            one = {post: now if of == was else of for post, of in one.items()}
    if len({*one.values()}) < 2:
        return ()
    posts = (Post(_written(each), tuple(sorted({beside.place for beside in each}, key=_order))) for each in by_post.values())
    return tuple(sorted(posts, key=lambda post: (-len(post.places), post.text)))


def _are_one(left: Sequence[_PostPlace], right: Sequence[_PostPlace], said: frozenset[Span]) -> bool:
    """Return whether two posts are one man's: both stand on one document, or a person said so of a place of each."""
    documents = {each.place.document for each in left} & {each.place.document for each in right}
    return bool(documents) or all(any(each.place in said for each in side) for side in (left, right))


def _written(some: Sequence[_PostPlace]) -> str:
    texts: Mapping[str, int] = Counter(each.text for each in some)
    return min(texts, key=lambda text: (-texts[text], text))


def _order(place: Span) -> tuple[str, int, int]:
    return place.document, place.page, place.start
