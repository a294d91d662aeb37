"""What corrections teach: letters whose labels are words that nobody has seen, before and after some of them were corrected.

    python -m benchmarks.accuracy.bench_learning [--letters 300] [--draws 10] [--work DIR]

In the texts of a pile of `examples/siege/make_acts.py` (its shown wordings), the label of the number, that of the date and the word before
those addressed become nonsense words, one for each, wherever the letter was read rightly by them. Then 1, 3 or 5 letters, drawn at random,
are corrected in these fields as a person does who points at the words, and all others are read with what that teaches. Counted are the
letters, those corrected aside, that have such a label; the share of them that is read rightly is told for the mean of the draws.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.letters.made_piles import made_pile, true_rows
from benchmarks.speed.measure import machine
from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId, content_id
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import FieldOfLetter, LetterField
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.services.correcting.lessons import JudgedLetter, label_before, lessons_of, says, with_lessons
from kashf.services.letters.corrections.typed_fields import span_in
from kashf.services.letters.keep_letters import letter_on

#: What each label becomes.
_NONSENSE: Final = {LetterField.NUMBER: "زغرمة", LetterField.DATE: "طقنوشة", LetterField.ADDRESSEE: "فلبجة"}
_CORRECTED: Final = (0, 1, 3, 5)


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A letter with labels that nobody has seen.

    Args:
        document: Its id.
        pages: Its text.
        truth: What it said under its own labels.
        places: Where the values stand of the fields whose labels were changed.
    """

    document: DocumentId
    pages: tuple[Page, ...]
    truth: Letter
    places: Mapping[FieldOfLetter, Span | None]

    def judged(self) -> JudgedLetter:
        """Return it as a person who corrected these fields."""
        return JudgedLetter(self.document, self.pages, "text/plain", self.truth, self.places)

    def read(self, lexicon: LetterLexicon) -> Letter:
        """Return what is read of it."""
        return letter_on(self.document, self.pages, type="text/plain", lexicon=lexicon) or Letter()


def main(arguments: list[str] | None = None) -> int:
    """Make the pile, change its labels, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--work", type=Path, help="where the pile stays, so that it need not be made again")
    options = parser.parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        letters = tuple(_relabelled(made_pile(options.work or Path(temporary), letters=options.letters)))
    fields = [FieldOfLetter(field) for field in _NONSENSE]
    print(f"\n{len(letters)} letters; {options.draws} draws\ncorrected  " + "  ".join(f"{each.field.value:>12}" for each in fields))
    for count in _CORRECTED:
        right, of = dict.fromkeys(fields, 0), dict.fromkeys(fields, 0)
        for draw in range(options.draws if count else 1):
            taught = Random(draw).sample(letters, count)
            lexicon = with_lessons(
                NO_LEXICON, [each for each in lessons_of([each.judged() for each in taught], NO_LEXICON) if each.is_learnt]
            )
            for letter in letters:
                if letter in taught:
                    continue
                read = letter.read(lexicon)
                for field in letter.places:
                    of[field] += 1
                    right[field] += says(read, field) == says(letter.truth, field)
        print(f"{count:9}  " + "  ".join(f"{right[each] / max(1, of[each]):12.3f}" for each in fields))
    return 0


def _relabelled(pile: Path) -> Iterator[Relabelled]:
    """Yield the Arabic letters of a pile that are read rightly by a label, with other labels."""
    for told in true_rows(pile, "letters"):
        path = pile / "texts" / f"{told['id']}.txt"
        if told["language"] != "ar" or not path.exists():
            continue
        text, document = path.read_text(encoding="utf-8"), DocumentId(content_id(told["id"]))
        read = letter_on(document, [Page(1, text)], type="text/plain")
        if read and (told["number"] or {}).get("normal") == (read.number.normal if read.number else None):
            changed, places = _with_nonsense(text, read, document)
            if places:
                yield Relabelled(document, (Page(1, changed),), read, places)


def _with_nonsense(text: str, read: Letter, document: DocumentId) -> tuple[str, Mapping[FieldOfLetter, Span | None]]:
    """Return a text with other labels, and where the values behind them stand in it."""
    found = [
        (about, place) for about in map(FieldOfLetter, _NONSENSE) if (place := span_in(read, about)) and label_before(text, place.start)
    ]
    places: dict[FieldOfLetter, Span | None] = {}
    for about, place in sorted(found, key=lambda each: -each[1].start):
        label = label_before(text, place.start)
        start = text.rindex(label, 0, place.start)
        text = text[:start] + _NONSENSE[about.field] + text[start + len(label) :]
        moved = len(_NONSENSE[about.field]) - len(label)
        places = {
            other: Span(document, 1, at.start + moved, at.end + moved) if at and at.start > start else at for other, at in places.items()
        }
        places[about] = Span(document, 1, place.start + moved, place.end + moved)
    return text, places


if __name__ == "__main__":
    sys.exit(main())
