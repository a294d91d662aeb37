"""The words of a text with what stands between them: what every reader of names walks over."""

from __future__ import annotations

from kashf.language.words.clitics import start_behind
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.tokens import Word, words_of

#: Code points of what stands before the first word, or behind the last, that are looked at.
_MOST_OUTSIDE = 99


class WordPage:
    """A text cut into words.

    Attributes:
        text: The text.
        words: Its words.
    """

    def __init__(self, text: str) -> None:
        """Cut a text into words."""
        self.text = text
        self.words: tuple[Word, ...] = words_of(text)

    def folded(self, index: int) -> Folded:
        """Return the folded word at an index, empty outside the page."""
        return self.words[index].folded if 0 <= index < len(self.words) else NOTHING

    def written(self, index: int) -> str:
        """Return the word at an index as it is written."""
        return self.text[self.words[index].start : self.words[index].end]

    def gap(self, index: int) -> str:
        """Return what stands between the word at an index and the next one; for -1 what stands before the first, at most 99 characters."""
        start = self.words[index].end if index >= 0 else max(0, (self.words[0].start if self.words else 0) - _MOST_OUTSIDE)
        end = self.words[index + 1].start if index + 1 < len(self.words) else min(len(self.text), start + _MOST_OUTSIDE)
        return self.text[start:end]

    def goes_on(self, index: int) -> bool:
        """Return whether the next word may belong to the same name as the word at this index."""
        return 0 <= index < len(self.words) - 1 and self.joins(index, self.gap(index))

    def joins(self, index: int, gap: str) -> bool:
        """Return whether a name may go over what stands behind the word at an index; what may is each reader's own rule."""
        raise NotImplementedError

    def start_behind(self, index: int, letters: int) -> int:
        """Return the code point where a word begins behind so many folded letters; its own start if a ligature hides the border."""
        return start_behind(self.text, self.words[index], letters)
