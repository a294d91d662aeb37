"""A quote in translation: one value that holds the words of the original with those of the translation, so that none goes without."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.document import Span
from kashf.domain.pages.quote import Quote


@dataclass(frozen=True, slots=True)
class TranslatedQuote:
    """Words of a page with their translation.

    Args:
        original: The words that were translated, with the text around them, as they were when they were translated.
        rendering: What they say in the other language.
        language: Which language that is, such as "en".
        by: Who translated them: a person's name, or that of a program.
        is_machine: Whether a program did.
        place: Where the original stands on its page as it reads now; None when a person has to look.
    """

    original: Quote
    rendering: str
    language: str
    by: str
    is_machine: bool = False
    place: Span | None = None

    @property
    def needs_look(self) -> bool:
        """Whether the page was read anew since, and the words are not where they can be told."""
        return self.place is None
