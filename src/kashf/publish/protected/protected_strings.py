"""The list of what must not leave, and the one question that is asked of every text: does it hold one of these?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kashf.errors import UsageError
from kashf.language.person_names.transliterated import in_two_scripts
from kashf.language.words.folding import Folded
from kashf.publish.protected.digit_runs import digit_runs, number_of, places_of_number
from kashf.publish.protected.spelled_words import name_parts, places_of_name, spelled_words
from kashf.publish.protected.squeezed import Squeezed, in_words, squeezed_words, without_words

#: Letters. A shorter string is looked for as a whole word only; from the second length on also across white space.
_WITHIN_WORDS: Final = 4
_ACROSS_WORDS: Final = 7
#: Strings of one list, and letters of one string.
_MOST: Final = 100_000
_LONGEST: Final = 400


class HowWritten(StrEnum):
    """How a string stands where it was found."""

    WORDS = "words"
    WITHIN = "within"
    CUT = "cut"
    BACKWARDS = "backwards"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True, order=True)
class ProtectedHit:
    """A place where a protected string stands; never the string.

    Attributes:
        start: Its first code point in the text.
        end: One past its last.
        number: Which string of the list, from 1.
        written: How it stands there.
    """

    start: int
    end: int
    number: int
    written: HowWritten


@dataclass(frozen=True, slots=True)
class _Sought:
    number: int
    parts: tuple[Folded, ...]
    letters: tuple[str, ...]
    digits: str


@dataclass(frozen=True, slots=True, repr=False)
class ProtectedStrings:
    """Strings that must not stand in what leaves. Its repr tells how many, not which; it is never kept and never logged.

    Attributes:
        strings: As they were given, without doubles, in their order; a hit names one by its number in it.
    """

    strings: tuple[str, ...]
    _sought: tuple[_Sought, ...] = field(compare=False)

    @classmethod
    def of(cls, strings: Iterable[str]) -> ProtectedStrings:
        """Return the list of some strings, blank ones left out.

        Raises:
            UsageError: There is none, or one has neither letter nor digit or is too long; it is told by its number.
        """
        kept = tuple(dict.fromkeys(" ".join(string.split()) for string in strings if string.strip()))
        if not kept:
            raise UsageError("no string is protected: the list is empty", code="protected-none")
        if len(kept) > _MOST:
            raise UsageError(f"more than {_MOST} strings are protected", code="protected-many", most=_MOST)
        return cls(kept, tuple(_sought(number, string) for number, string in enumerate(kept, start=1)))

    def in_text(self, text: str) -> tuple[ProtectedHit, ...]:
        """Return where a text holds protected strings, in order; in whatever case, script, digits, or cut by spaces and hyphens.

        Example:
            >>> protected = ProtectedStrings.of(["Yusuf al-Shamali", "0944 123 456"])
            >>> [(hit.number, hit.written.value) for hit in protected.in_text("وصل يوسف الشمالي، ٠٠٩٦٣-٩٤٤-١٢٣٤٥٦")]
            [(1, 'words'), (2, 'digits')]
        """
        words, squeezed, runs = spelled_words(text), in_words(text), digit_runs(text)
        joined, uncut = without_words(squeezed), squeezed_words(squeezed)
        found: dict[tuple[int, int, int], ProtectedHit] = {}
        for sought in self._sought:
            for hit in _hits(sought, squeezed, joined):
                found.setdefault((hit.start, hit.end, sought.number), hit)
            for start, end in places_of_name(sought.parts, uncut):
                found.setdefault((start, end, sought.number), ProtectedHit(start, end, sought.number, HowWritten.CUT))
            for start, end in places_of_name(sought.parts, words):
                found[start, end, sought.number] = ProtectedHit(start, end, sought.number, HowWritten.WORDS)
            for start, end in places_of_number(sought.digits, runs) if sought.digits else ():
                found[start, end, sought.number] = ProtectedHit(start, end, sought.number, HowWritten.DIGITS)
        return tuple(sorted(found.values()))

    def __repr__(self) -> str:
        """Return how many there are; what they are is in no log and no traceback."""
        return f"ProtectedStrings({len(self.strings)})"

    def __len__(self) -> int:
        """Return how many strings are protected."""
        return len(self.strings)


def protected_lines(text: str) -> ProtectedStrings:
    r"""Return the strings of a file that has one a line.

    Raises:
        UsageError: As for `ProtectedStrings.of`.

    Example:
        >>> protected_lines("Yusuf\n\n0944123456\n")
        ProtectedStrings(2)
    """
    return ProtectedStrings.of(text.removeprefix("\ufeff").splitlines())


def _sought(number: int, string: str) -> _Sought:
    letters = tuple(dict.fromkeys(without_words(in_words(form)).letters for form in (string, in_two_scripts(string))))
    if not all(letters):
        raise UsageError(f"string {number} of the protected list has neither a letter nor a digit", code="protected-blank", number=number)
    if len(string) > _LONGEST:
        raise UsageError(f"string {number} of the protected list is too long", code="protected-long", number=number, most=_LONGEST)
    digits = number_of(string)
    return _Sought(number, () if digits else name_parts(string), letters, digits)


def _hits(sought: _Sought, squeezed: Squeezed, joined: Squeezed) -> Iterator[ProtectedHit]:
    """Yield where the letters of a string stand as they are: inside a word, cut by white space, backwards as old programs write Arabic."""
    for letters in sought.letters:
        if len(letters) < _WITHIN_WORDS or letters.isdecimal():
            continue
        yield from (ProtectedHit(start, end, sought.number, HowWritten.WITHIN) for start, end in squeezed.places(letters))
        if len(letters) >= _ACROSS_WORDS:
            yield from (ProtectedHit(start, end, sought.number, HowWritten.CUT) for start, end in joined.places(letters))
        if len(letters) > _WITHIN_WORDS and not letters.isascii():
            yield from (ProtectedHit(start, end, sought.number, HowWritten.BACKWARDS) for start, end in joined.places(letters[::-1]))
