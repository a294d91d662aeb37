"""What is asked of every contestant, in names and nothing else, so that all see the same."""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from rapidfuzz.distance import Levenshtein

from benchmarks.names.damage import damage
from benchmarks.names.people import Alias, Person, make_people, real_spellings
from kashf.language.words.folding import fold

#: People on the made-up list, as many as on the sanctions list of an earlier experiment that cannot be given away.
PEOPLE: Final = 370
#: Pairs seen at least so often are hardly ever wrong; of those seen once some are.
_SURE: Final = 3


@dataclass(frozen=True, slots=True)
class Question:
    """Names to compare, and the truth about them.

    Attributes:
        name: What it is called in tables.
        asks: "ranks": where the right one of all comes out; "matrix": each with each; "pairs": one with one.
        left: Names asked for.
        right: Names to choose from, or the other halves of the pairs.
        answers: For ranks and matrix, the place in ``right`` of each left one's true other spelling.
        same: For pairs, whether they name one.
        schema: What is named, as nomenklatura wants to know: Person, Company, Organization, ...
        private: The set is for scoring alone, so single names of it are never shown.
        quick: A part of another question: peers that take minutes were asked there.
    """

    name: str
    asks: Literal["ranks", "matrix", "pairs"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    answers: tuple[int, ...] = ()
    same: tuple[bool, ...] = ()
    schema: str = "Person"
    private: bool = False
    quick: bool = False

    def sample(self, queries: int) -> "Question":
        """Return the same question with that many of its queries, evenly chosen, and all candidates."""
        chosen = range(0, len(self.left), max(1, len(self.left) // queries))
        return replace(self, left=tuple(self.left[place] for place in chosen), answers=tuple(self.answers[place] for place in chosen))


def read_tokens(path: Path) -> list[tuple[str, str, int]]:
    """Return (Latin token, Arabic token, how often seen) of a file of wd_arabic, as written there."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(latin, arabic.replace(" ", ""), int(count)) for latin, arabic, count in rows]


def which_token(name: str, pairs: Sequence[tuple[str, str, int]], *, private: bool = False) -> Question:
    """Ask for the right Arabic token of each Latin one among all; tokens that fold alike are one, shown as most often written."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for latin, arabic, count in pairs:
        written[fold(latin)][latin] += count
        written[fold(arabic)][arabic] += count
    usual = {folded: min(found, key=lambda one: (-found[one], one)) for folded, found in written.items()}
    wanted = sorted({(fold(latin), fold(arabic)) for latin, arabic, _ in pairs})
    gallery = sorted({arabic for _, arabic in wanted})
    place = {arabic: number for number, arabic in enumerate(gallery)}
    return Question(
        name,
        "ranks",
        tuple(usual[latin] for latin, _ in wanted),
        tuple(usual[arabic] for arabic in gallery),
        tuple(place[arabic] for _, arabic in wanted),
        private=private,
    )


def without_rare(question: Question, pairs: Sequence[tuple[str, str, int]]) -> Question:
    """Return the same question for the pairs seen three times or more, which are hardly ever wrong; the candidates stay."""
    sure = {(fold(latin), fold(arabic)) for latin, arabic, count in pairs if count >= _SURE}
    kept = [
        (latin, place)
        for latin, place in zip(question.left, question.answers, strict=True)
        if (fold(latin), fold(question.right[place])) in sure
    ]
    left, answers = zip(*kept, strict=True)
    return replace(question, name=f"{question.name}, pairs seen three times", left=left, answers=answers, quick=True)


def read_anetac(folder: Path) -> list[tuple[str, str, int]]:
    """Return the pairs of ANETAC's small part."""
    latins, arabics = ((folder / f"dev.{script}").read_text(encoding="utf-8").split("\n") for script in ("en", "ar"))
    return [(latin.strip(), arabic.strip(), 1) for latin, arabic in zip(latins, arabics, strict=True) if latin.strip() and arabic.strip()]


def hard_negatives(pairs: Sequence[tuple[str, str, int]], *, seed: int, number: int = 2000) -> Question:
    """Ask to tell names of two or three words from the same with one word swapped for one that begins alike.

    What is swapped in begins with the same three letters, is of about the same length, and its Arabic spelling is another by two letters or
    more, so that it is no second spelling of the same name.
    """
    chance = random.Random(seed)
    sure = sorted((latin, arabic) for latin, arabic, count in pairs if count >= _SURE and len(latin) > 3 and len(arabic) > 2)
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for latin, arabic in sure:
        alike[fold(latin)[:3]].append((latin, arabic))
    others = {pair: [other for other in alike[fold(pair[0])[:3]] if _another(pair, other)] for pair in sure}
    swappable = [pair for pair in sure if others[pair]]
    left, right, same = [], [], []
    for _ in range(number):
        words = chance.sample(sure, chance.choice((1, 2)))
        words.insert(chance.randrange(len(words) + 1), swapped := chance.choice(swappable))
        arabic = " ".join(word for _, word in words)
        for truth in (True, False):
            latins = [chance.choice(others[word])[0] if word is swapped and not truth else word[0] for word in words]
            left.append(" ".join(latins).title())
            right.append(arabic)
            same.append(truth)
    return Question("hard negatives", "pairs", tuple(left), tuple(right), same=tuple(same))


def _another(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    return Levenshtein.distance(fold(pair[1]), fold(other[1])) >= 2 and abs(len(pair[0]) - len(other[0])) <= 2


def made_up_lists(pairs: Sequence[tuple[str, str, int]], *, seed: int) -> tuple[Question, ...]:
    """Ask who of a list of 370 made-up people is meant, three times.

    By a Latin spelling for an Arabic one; by a Latin one for another Latin one; and across scripts with poor copies, where a quarter of the
    pairs share but one telling part and half of the names were hurt by OCR or typing. One answer is right for each query, and but for poor
    copies shares at least two telling parts with what is asked for; wrong are all others.
    """
    chance = random.Random(seed)
    people = make_people(PEOPLE, seed=seed, seen=real_spellings((latin, arabic) for latin, arabic, _ in pairs))
    across = [_two_that_overlap(person.latin, person.arabic, person, chance) for person in people]
    within = [_two_that_overlap(person.latin, person.latin, person, chance) for person in people]
    poor = [_two_that_overlap(person.latin, person.arabic, person, chance, shared=1 if chance.random() < 0.25 else 2) for person in people]
    hurt = [tuple(damage(name, chance) if chance.random() < 0.5 else name for name in names) for names in poor]
    return _matrix("list, Latin-Arabic", across), _matrix("list, Latin-Latin", within), _matrix("list, poor copies", hurt)


def _two_that_overlap(
    lefts: Sequence[Alias], rights: Sequence[Alias], person: Person, chance: random.Random, *, shared: int = 2
) -> tuple[str, str]:
    both = [(a, b) for a in lefts for b in rights if a is not b]
    fit = [(a.text, b.text) for a, b in both if (len(a.shows & b.shows) == 1 if shared == 1 else len(a.shows & b.shows) >= shared)]
    # Short spellings may have too little in common, or too much; the fullest Arabic one shows every part.
    return chance.choice(fit) if fit else (lefts[0].text, person.arabic[0].text)


def _matrix(name: str, pairs: Sequence[tuple[str, ...]]) -> Question:
    lefts, rights = zip(*pairs, strict=True)
    return Question(name, "matrix", tuple(lefts), tuple(rights), tuple(range(len(pairs))))


def judged_pairs(path: Path) -> list[Question]:
    """Return the judged pairs of name_bench: those of persons and those of companies, organisations and ships."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    questions = []
    for name, schemas in (
        ("name_bench, persons", {"Person"}),
        ("name_bench, others", {"Company", "Organization", "LegalEntity", "Vessel"}),
    ):
        some = [row for row in rows if row["schema"] in schemas]
        left, right, same = zip(*((row["name1"], row["name2"], row["is_match"] == "true") for row in some), strict=True)
        questions.append(
            Question(name, "pairs", left, right, same=same, schema="Person" if "Person" in schemas else "Company", private=True)
        )
    return questions
