"""What letters say of who holds a post: signatures with a name and a post, and papers that name or relieve somebody."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction
from kashf.domain.letters.letter import AddresseeKind, Letter
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.posts.post_words import PostWords, may_be_name, post_at_start, post_words, posted_man

#: What is done with an act that names or relieves somebody, so that it counts; what is asked for, planned or forbidden does not.
_COUNTS: Final = frozenset({Force.ORDER, Force.DONE})


class SignKind(StrEnum):
    """What a paper says of somebody and a post."""

    SIGNED = "signed"
    NAMED = "named"
    RELIEVED = "relieved"


#: The day of a receipt is one of a clock; elsewhere the next one has begun.
_ZONES: Final = dt.timedelta(1)
_KINDS: Final = {"appoint": SignKind.NAMED, "dismiss": SignKind.RELIEVED}


class OfficeRule(StrEnum):
    """What tells of which office a post is."""

    #: It stands beside the post.
    SAID = "said"
    #: The paper is of this office.
    OF_PAPER = "of-paper"
    #: The same man signs with this post there, and nowhere else.
    OF_SIGNATURES = "of-signatures"
    #: The paper that names or relieves him goes there, and signatures there have this post.
    ADDRESSED = "addressed"
    #: Signatures of this office alone have this post.
    ONLY_ONE = "only-one"
    #: The same paper gives or takes the post beside it.
    BESIDE = "beside"
    #: The paper's head stops above it, and it alone below has this post.
    ONLY_BELOW = "only-below"


_OF_PAPER: Final = OfficeRule.OF_PAPER


@dataclass(frozen=True, slots=True)
class PostId:
    """A post of an office, both as they are compared."""

    office: str
    post: str


@dataclass(frozen=True, slots=True)
class PostPaper:
    """A letter, and the office that wrote it.

    Args:
        document: Which.
        letter: What it says.
        office: Id of its office; "" where that cannot be told.
        is_picture: Whether it was read from a picture, so that a letter of a name may be misread.
    """

    document: DocumentId
    letter: Letter
    office: str
    is_picture: bool = False

    @property
    def date(self) -> PaperDate | None:
        """Its date of writing where it says days; None where it does not, or other papers alone bound it."""
        written = self.letter.written
        return written if written and written.date.is_known and not written.date.is_derived else None

    @property
    def written(self) -> FuzzyDate:
        """The days on which it says it was written; open where it does not."""
        return self.date.date if self.date else UNDATED


@dataclass(frozen=True, slots=True)
class PostSign:
    """One thing that says who holds a post.

    Args:
        kind: What it is.
        at: Which post.
        name: Who, as written.
        said: Where the paper says so: the name in a signature, the clause that names or relieves him.
        post: The post as written.
        date: When; open where the paper does not say.
        day: Where that stands; None where it does not.
        rule: What tells of which office the post is.
        stands_in: Whether he signs for whoever holds it.
        is_picture: Whether the name was read from a picture.
    """

    kind: SignKind
    at: PostId
    name: str
    said: Said
    post: str
    date: FuzzyDate
    day: Said | None
    rule: OfficeRule
    stands_in: bool = False
    is_picture: bool = False

    @property
    def document(self) -> DocumentId:
        """The paper that says so."""
        return self.said.span.document

    @property
    def is_dated(self) -> bool:
        """Whether both ends of its date are known."""
        return self.date.days > 0


class Offices(Protocol):
    """Tells the offices of a pile."""

    def which(self, words: str) -> str:
        """Return the id of the office that some words name, "" where they name none of the pile."""
        ...

    def is_below(self, lower: str, upper: str) -> bool:
        """Return whether one office is a part of another."""
        ...


@dataclass(frozen=True, slots=True)
class SignedPost:
    """The post of a signature.

    Args:
        at: Which.
        rule: What tells of which office it is.
        said: The post on the paper.
        name: Who signed; None where no name stands there.
        stands_in: Whether he signed for whoever holds it.
    """

    at: PostId
    rule: OfficeRule
    said: Said
    name: Said | None
    stands_in: bool


def signed_posts(papers: Sequence[PostPaper], offices: Offices) -> Mapping[DocumentId, SignedPost]:
    """Return the posts with which papers are signed; those without a post, or of an office that cannot be told, have none."""
    found = {paper.document: post for paper in papers if (post := _signed_post(paper, offices))}
    moved = _further_down(found.values(), offices)
    return {
        document: replace(each, at=moved[each.at], rule=OfficeRule.ONLY_BELOW) if each.rule is _OF_PAPER and each.at in moved else each
        for document, each in found.items()
    }


def _signed_post(paper: PostPaper, offices: Offices) -> SignedPost | None:
    signed = paper.letter.signatory
    if signed is None or signed.post is None:
        return None
    wording = post_words(signed.post.text)
    beside = signed.office.text if signed.office else wording.office
    said = offices.which(beside) if beside else ""
    office = said or paper.office
    if not (wording.key and office):
        return None
    name = signed.name if signed.name and may_be_name(signed.name.text) else None
    stands_in = wording.stands_in or (name is not None and post_words(name.text).stands_in)
    return SignedPost(PostId(office, wording.key), OfficeRule.SAID if said else _OF_PAPER, signed.post, name, stands_in)


def _further_down(signed: Collection[SignedPost], offices: Offices) -> Mapping[PostId, PostId]:
    """Return the posts that are rather one of an office below: a head may stop above the office that writes.

    So it is where one office below has a post of these words, and nobody who signs above by name is unknown there.
    """
    names: dict[PostId, set[str]] = defaultdict(set)
    said: set[PostId] = set()
    for each in signed:
        names[each.at] |= {_bare(each.name.text)} if each.name else set()
        if each.rule is OfficeRule.SAID:
            said.add(each.at)
    by_words: dict[str, list[PostId]] = defaultdict(list)
    for at in names:
        by_words[at.post].append(at)
    found: dict[PostId, PostId] = {}
    for at, mine in names.items():
        below = [one for one in by_words[at.post] if one != at and offices.is_below(one.office, at.office)]
        if len(below) == 1 and at not in said and mine <= names[below[0]]:
            found[at] = below[0]
    return found


def post_signs(papers: Sequence[PostPaper], offices: Offices) -> tuple[PostSign, ...]:
    """Return what papers say of who holds which post; copies of one letter are to be among them once."""
    signed = signed_posts(papers, offices)
    posts: dict[str, set[str]] = defaultdict(set)
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in signed.values():
        posts[each.at.post].add(each.at.office)
        if each.name:
            held[each.at.post, _bare(each.name.text)].add(each.at.office)
    finder = _OfficeFinder(posts, held, offices)
    by_name = (_signature(paper, post) for paper in papers if (post := signed.get(paper.document)))
    return (*(sign for sign in by_name if sign), *(sign for paper in papers for sign in _told(paper, finder)))


def is_ahead(date: FuzzyDate, came: dt.datetime | None) -> bool:
    """Return whether a paper's date lies surely behind the day on which it came into the case: then it says no day of anything."""
    return came is not None and date.earliest is not None and date.earliest > came.date() + _ZONES


def not_ahead(signs: Iterable[PostSign], came: Mapping[DocumentId, dt.datetime]) -> tuple[PostSign, ...]:
    """Return signs with no day for those that are dated after their papers came.

    Args:
        signs: What papers say.
        came: When each document first came into the case.
    """
    return tuple(replace(sign, date=UNDATED, day=None) if is_ahead(sign.date, came.get(sign.document)) else sign for sign in signs)


def _signature(paper: PostPaper, post: SignedPost) -> PostSign | None:
    if post.name is None:
        return None
    date, day = _dated(paper.date)
    return PostSign(
        SignKind.SIGNED, post.at, post.name.text, post.name, post.said.text, date, day, post.rule, post.stands_in, paper.is_picture
    )


def _dated(date: PaperDate | None) -> tuple[FuzzyDate, Said | None]:
    return (date.date, date.said) if date else (UNDATED, None)


@dataclass(frozen=True, slots=True)
class _OfficeFinder:
    """Tells of which office a post is that a paper gives somebody or takes from him.

    Args:
        offices: Offices whose signatures have a post.
        held: Those where somebody signs with it.
        known: The offices of the pile.
    """

    offices: Mapping[str, set[str]]
    held: Mapping[tuple[str, str], set[str]]
    known: Offices

    def find(self, paper: PostPaper, man: str, wording: PostWords) -> tuple[str, OfficeRule] | None:
        """Return the office and what tells so; None where nothing does."""
        if wording.office and (said := self.known.which(wording.office)):
            return said, OfficeRule.SAID
        signing = self.offices.get(wording.key, set())
        addressed = {
            office
            for each in paper.letter.addressees
            if each.kind is not AddresseeKind.CLASS and (office := self.known.which(each.said.text)) in signing
        }
        for found, rule in (
            (self.held.get((wording.key, _bare(man)), set()), OfficeRule.OF_SIGNATURES),
            (addressed, OfficeRule.ADDRESSED),
            (signing, OfficeRule.ONLY_ONE),
        ):
            if len(found) == 1:
                return next(iter(found)), rule
        return None


def _told(paper: PostPaper, finder: _OfficeFinder) -> Iterator[PostSign]:
    """Yield whom a paper names or relieves. Of which office a post is may be known of one whom it relieves, and not of whom it names."""
    found = [(act, *_posted(act, finder.offices)) for act in paper.letter.acts if _is_counted(act)]
    offices = [finder.find(paper, man, wording) if man and wording.key else None for _, man, wording in found]
    by_post = {wording.key: office[0] for (_, _, wording), office in zip(found, offices, strict=True) if office}
    for (act, man, wording), known in zip(found, offices, strict=True):
        beside = by_post.get(wording.key) if man else None
        office = known or ((beside, OfficeRule.BESIDE) if beside else None)
        if office is None:
            continue
        date, day = _dated(act.when if act.when and act.when.date.is_known else paper.date)
        at = PostId(office[0], wording.key)
        yield PostSign(_KINDS[act.kind], at, man, act.said, wording.key, date, day, office[1], is_picture=paper.is_picture)


def _is_counted(act: Instruction) -> bool:
    return act.kind in _KINDS and act.force in _COUNTS and len(act.people) == 1


def _posted(act: Instruction, known: Iterable[str]) -> tuple[str, PostWords]:
    """Return whom an act names and to what: a post that signatures have counts before what was read of the clause as its post."""
    keys = frozenset(known)
    man, wording = posted_man(act.said.text, act.people[0].text, keys)
    if act.post and wording.key not in keys:
        wording = post_at_start(act.post.text, keys)
    return man, wording


def _bare(name: str) -> str:
    return " ".join(name.split())


def post_names(signs: Iterable[PostSign]) -> Mapping[str, str]:
    """Return how each post is written most often, by its key."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for sign in signs:
        if sign.kind is SignKind.SIGNED:
            written[sign.at.post][sign.post.strip(" /")] += 1
    return {key: min(texts, key=lambda text: (-texts[text], text)) for key, texts in written.items()}
