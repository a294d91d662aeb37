"""Words that the letters of one case use beside those of the tables: labels, titles, and what opens an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: A code of the tables, and a phrase of the case for it.
CodedPhrase = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LetterLexicon:
    """Words that the letters of a case use; those of the tables hold beside them.

    Args:
        labels: What a label announces ("number", "date", "subject", ..., "addressee"), and the label.
        titles: What a paper of a title does, by the code of a speech act, and the title.
        openers: What is done with the act behind a phrase, by the code of a force, and the phrase.
    """

    labels: tuple[CodedPhrase, ...] = ()
    titles: tuple[CodedPhrase, ...] = ()
    openers: tuple[CodedPhrase, ...] = ()

    def as_json(self) -> Mapping[str, Sequence[CodedPhrase]]:
        """Return it as JSON values."""
        return {"labels": self.labels, "titles": self.titles, "openers": self.openers}

    @classmethod
    def from_json(cls, untrusted: Mapping[str, object]) -> LetterLexicon:
        """Return the lexicon that `as_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: It did not write this.

        >>> LetterLexicon.from_json(LetterLexicon(labels=(("number", "Token"),)).as_json()).labels
        (('number', 'Token'),)
        """
        return cls(*(_pairs(untrusted[name]) for name in ("labels", "titles", "openers")))


def _pairs(untrusted: object) -> tuple[CodedPhrase, ...]:
    if not isinstance(untrusted, list | tuple):
        raise TypeError("a lexicon has lists")
    return tuple((str(code), str(phrase)) for code, phrase in untrusted)


#: No words beside those of the tables.
NO_LEXICON = LetterLexicon()
