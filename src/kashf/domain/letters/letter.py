"""A letter as it says of itself: None and () where the paper does not say, and beside each value its place, its rule and its score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.letters.instructions import Instruction, SpeechAct
from kashf.domain.letters.said import PaperDate, PaperNumber, Said


class AddresseeKind(StrEnum):
    """Whom a paper goes to."""

    OFFICE = "office"
    #: A class in the plural: all offices, the people of a place, the brothers at the checkpoints.
    CLASS = "class"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Addressee:
    """One of those to whom a paper goes."""

    said: Said
    kind: AddresseeKind


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: name and post apart, either may be missing; `office` is what stands behind the post or under it."""

    name: Said | None = None
    post: Said | None = None
    office: Said | None = None


@dataclass(frozen=True, slots=True)
class CopyTo:
    """Who gets a copy, and what for."""

    said: Said
    purpose: Said | None = None


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """Another paper that this one names: any of author, number and date may be missing.

    Args:
        said: The whole reference.
        kind: What kind of paper it calls it.
        author: Whose.
        number: Its number as it is written here.
        date: Its date as it is written here.
        matter: What it is said to be about.
        is_quoted: Whether its words are passed on in this paper.
        is_answered: Whether this paper says that it answers it.
    """

    said: Said
    kind: Said | None = None
    author: Said | None = None
    number: PaperNumber | None = None
    date: PaperDate | None = None
    matter: Said | None = None
    is_quoted: bool = False
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class AddedHand:
    """What another hand put on the paper: a note of receipt, an approval, a passing on; an act of its own, by another, on another day."""

    said: Said
    kind: str
    who: Said | None = None
    number: PaperNumber | None = None
    date: PaperDate | None = None


class Direction(StrEnum):
    """Which way a paper goes, as far as its own head and words say."""

    UP = "up"
    DOWN = "down"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Witness:
    """Who testifies: name, and work or role; either may be missing."""

    name: Said | None = None
    role: Said | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """Which letter of a document that holds several.

    Args:
        nth: From 1.
        of: How many are read.
        page: Number of the page on which it begins.
        start: First code point of its first line there.
        end: One past the last of that line.
        unread: How many more letters begin in the document behind the last that is read.
    """

    nth: int
    of: int
    page: int
    start: int
    end: int
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """What a paper says of itself.

    Args:
        offices: Issuing offices from the top down; the last one writes.
        number: Its own number.
        other_numbers: Further ones of its own, as of a circular that also has a number of what went out.
        written: Its date of writing.
        dates: Further dates in it, cited papers and hands aside.
        place: Where it was issued.
        sender: A person or post on a line "from".
        addressees: To whom it goes.
        subject: Its line of subject.
        title: The kind of paper that it prints as its title.
        classification: Secrecy or urgency.
        signatory: Who signed.
        stamp: What its stamp says.
        copies: Who gets copies.
        enclosures: What lies with it.
        cited: Papers that it names.
        direction: Which way it goes.
        speech_act: What it does; None where nothing in it tells.
        acts: What it tells people to do, not to do, or says was done.
        hands: What was added by others.
        is_cut: Whether it is longer than is read.
        witness: Who testifies, where it is what a witness told.
        part: Which letter of its document it is, where that holds several.
    """

    offices: tuple[Said, ...] = ()
    number: PaperNumber | None = None
    other_numbers: tuple[PaperNumber, ...] = ()
    written: PaperDate | None = None
    dates: tuple[PaperDate, ...] = ()
    place: Said | None = None
    sender: Said | None = None
    addressees: tuple[Addressee, ...] = ()
    subject: Said | None = None
    title: Said | None = None
    classification: Said | None = None
    signatory: Signatory | None = None
    stamp: Said | None = None
    copies: tuple[CopyTo, ...] = ()
    enclosures: tuple[Said, ...] = ()
    cited: tuple[CitedPaper, ...] = ()
    direction: Direction = Direction.UNKNOWN
    speech_act: SpeechAct | None = None
    acts: tuple[Instruction, ...] = ()
    hands: tuple[AddedHand, ...] = ()
    is_cut: bool = False
    witness: Witness | None = None
    part: PartOf | None = None
