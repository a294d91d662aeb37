"""How far letters that others made up are read as what they say: ``python -m benchmarks.accuracy.bench_letter_corpora``.

Papers of benchmarks/letters/letters_HAND_hand.yaml: 48 of a third hand (34 in Arabic), and of a fourth 80 (56 in Arabic) and 12 texts that
are no letters. Both wrote before they had seen the reader. Fields are scored as `bench_letters` scores them, but for acts: one is right
where its clause holds the words that the corpus names, and its kind and force are among those that are as right. What another hand added
is not asked for as an act: the reader tells it apart.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.letters.letter_figures import MOST_DAYS, Tally, edtf_days, words
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Instruction
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.services.letters.keep_letters import letter_on

#: Who wrote a corpus, and where it lies.
CORPORA = {hand: Path(__file__).parent.parent / "letters" / f"letters_{hand}_hand.yaml" for hand in ("third", "fourth")}
#: What the ids of texts that are no letters begin with; those of letters begin with their language.
_NO_LETTER = "no"

#: Words of respect before and behind an addressee, which are neither asked for nor wrong.
_RESPECT = frozenset(
    words(
        "السيد السادة الأستاذ سعادة سيادة معالي المكرم الأخ الإخوة المهندس المحترم المحترمين سلمه الله وفقه may God preserve him حفظه"
    ).split()
)
#: Words that may stand before a name: ranks and titles.
_MOST_RANKS = 2

Entry = Mapping[str, Any]


def entries(text: str) -> Iterator[Entry]:
    """Yield the papers of the corpus: JSON behind "- "."""
    return (json.loads(line[2:]) for line in text.splitlines() if line.startswith("- "))


def read(entry: Entry) -> Letter | None:
    """Return what kashf reads on a paper; None where it takes it for no letter."""
    return letter_on(DocumentId("a" * 64), (Page(1, entry["text"]),), type="text/plain")


def add(tallies: Mapping[str, Tally], entry: Entry, read_as: Letter | None) -> None:
    """Count one paper, field by field; one that is taken for no letter says nothing."""
    letter = read_as or Letter()
    truth = entry["truth"]
    add_head(tallies, entry, letter)
    speech = ["|".join(truth["speech"])]
    count(tallies["speech act"], str(entry["id"]), speech, _some(letter.speech_act), same=_is_speech, spare=_never)
    asked = [act for act in truth["acts"] if not any(words(act[2]) in words(hand.said.text) for hand in letter.hands)]
    spares = spares_acts(truth.get("may", ()))
    for name, same in act_matches().items():
        count(tallies[name], str(entry["id"]), asked, letter.acts, same=same, spare=spares)


def add_head(tallies: Mapping[str, Tally], entry: Entry, letter: Letter) -> None:
    """Count the head and the foot of one paper, and the papers that it cites; who gets copies where the truth has them."""
    truth, signs = entry["truth"], letter.signatory
    signed = truth["signatory"] or {}
    spared = tuple(truth.get("signatory_may", ()))
    found: dict[str, tuple[Sequence[Any], Sequence[Any], Callable[[Any, Any], bool], Callable[[Any], bool]]] = {
        "number": (_some(truth["number"]), _some(letter.number), _is_number, _never),
        "written": (_some(truth["written"]), [each for each in _some(letter.written) if _days(each)], _is_day, _spares_day(truth)),
        "addressee": (truth["addressees"], [each.said for each in letter.addressees], _is_addressee, _never),
        "office": (truth["offices"], letter.offices, _is_said, _spares(truth.get("offices_may", ()))),
        "subject": (_some(truth["subject"]), _some(letter.subject), _is_said, _never),
        "signatory: name": (_some(signed.get("name")), _some(signs and signs.name), _is_name, _spares(spared)),
        "signatory: post": (_some(signed.get("post")), _posts(letter), _is_post, _spares(spared)),
        "references": (truth["references"], _dated(letter), _is_cited, lambda _: bool(truth.get("references_may"))),
        "references, with author": (truth["references"], _dated(letter), _is_cited_of, lambda _: bool(truth.get("references_may"))),
    }
    if "copies" in truth:
        found["copies"] = (truth["copies"], [each.said for each in letter.copies], _is_addressee, _never)
    for name, (wanted, got, same, spare) in found.items():
        count(tallies[name], str(entry["id"]), wanted, got, same=same, spare=spare)


def _is_speech(wanted: str, got: Any) -> bool:
    return got.value in wanted.split("|")


def count(
    tally: Tally, name: str, wanted: Sequence[Any], got: Sequence[Any], *, same: Callable[[Any, Any], bool], spare: Callable[[Any], bool]
) -> None:
    """Pair as many of what is wanted with what was found as can be, one to one, and count the rest; `spare` is neither."""
    pairs: dict[int, int] = {}
    for number in range(len(wanted)):
        _pair(number, pairs, [[same(each, other) for other in got] for each in wanted], set())
    missing = [each for number, each in enumerate(wanted) if number not in pairs.values() and not _is_optional(each)]
    left = [each for number, each in enumerate(got) if number not in pairs and not spare(each)]
    tally.right += len(pairs)
    tally.missing += len(missing)
    tally.wrong += len(left)
    if missing or left:
        tally.faults.append((name, "; ".join(map(str, missing)), "; ".join(map(_told, left))))


def _pair(number: int, pairs: dict[int, int], same: Sequence[Sequence[bool]], seen: set[int]) -> bool:
    """Give a wanted one a found one, moving others aside where they have another."""
    for other, is_same in enumerate(same[number]):
        if is_same and other not in seen:
            seen.add(other)
            if other not in pairs or _pair(pairs[other], pairs, same, seen):
                pairs[other] = number
                return True
    return False


def _some(value: Any) -> list[Any]:
    return [value] if value else []


def _never(_: object) -> bool:
    return False


def _is_optional(wanted: Any) -> bool:
    return wanted.endswith("|") if isinstance(wanted, str) else isinstance(wanted, Mapping) and bool(wanted.get("optional"))


def _choices(wanted: str) -> list[str]:
    return [words(each) for each in wanted.split("|") if each]


def _is_said(wanted: str, got: Said) -> bool:
    return words(got.text) in _choices(wanted)


def _is_addressee(wanted: str, got: Said) -> bool:
    return _without_respect(words(got.text)) in [_without_respect(each) for each in _choices(wanted)]


def _without_respect(text: str) -> str:
    return " ".join(each for each in text.split() if each not in _RESPECT)


def _is_name(wanted: str, got: Said) -> bool:
    said = words(got.text).split()
    return any(each.split() in (said[skipped:] for skipped in range(_MOST_RANKS + 1)) for each in _choices(wanted))


def _posts(letter: Letter) -> list[tuple[Said, Said | None]]:
    return [(letter.signatory.post, letter.signatory.office)] if letter.signatory and letter.signatory.post else []


def _is_post(wanted: str, got: tuple[Said, Said | None]) -> bool:
    post, office = got
    return any(words(each) in _choices(wanted) for each in (post.text, f"{post.text} {office.text if office else ''}"))


def _bare(number: str) -> str:
    """Return a number as it is compared: which sign stands between its parts, or whether one stands between initials, does not matter."""
    return "/".join(re.findall(r"\d+|[^\W\d_]+", re.sub(r"(?<=[^\W\d_])[^\w]+(?=[^\W\d_])", "", words(number))))


def _is_number(wanted: str | None, got: PaperNumber | None) -> bool:
    if not (wanted and got):
        return not wanted and not got
    return bool({_bare(each) for each in wanted.split("|") if each} & {_bare(each) for each in (got.normal, *got.aliases)})


def _days(date: PaperDate | None) -> frozenset[str]:
    return frozenset(day.isoformat() for day in edtf_days(date.date.edtf())) if date and date.date.edtf() else frozenset()


def _is_day(wanted: Sequence[str] | None, got: PaperDate | None) -> bool:
    days = _days(got)
    if not (wanted and days):
        return not wanted and not days
    return len(days) <= MOST_DAYS and any(wanted[0] <= day <= wanted[1] for day in days)


def _spares_day(truth: Entry) -> Callable[[PaperDate], bool]:
    first, last = truth.get("written_may") or ("", "")
    return lambda got: all(first <= day <= last for day in _days(got))


def _spares(texts: Sequence[str]) -> Callable[[Any], bool]:
    kept = [words(each) for each in texts]
    return lambda got: words(got[0].text if isinstance(got, tuple) else got.text) in kept


def _dated(letter: Letter) -> list[CitedPaper]:
    """Return the references that have a number or a day: laws and letters without both are not counted."""
    return [each for each in letter.cited if each.number or _days(each.date)]


def _is_cited(wanted: Entry, got: CitedPaper) -> bool:
    is_day = _is_day(wanted["date"], got.date) or ("date_may" in wanted and _is_day(wanted["date_may"], got.date))
    return is_day and _is_number(wanted["number"], got.number)


def _is_cited_of(wanted: Entry, got: CitedPaper) -> bool:
    author = wanted["author"] or "|"
    said = _without_respect(words(got.author.text)) if got.author else ""
    is_author = said in [_without_respect(each) for each in _choices(author)] if said else _is_optional(author)
    return is_author and _is_cited(wanted, got)


def _is_clause(wanted: Sequence[str], got: Instruction) -> bool:
    return words(wanted[2]).removeprefix("و") in words(got.said.text)  # "And" in front may be left out.


def _is_kind(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_clause(wanted, got) and got.kind in wanted[1].split("|")


def _is_force(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_clause(wanted, got) and got.force.value in wanted[0].split("|")


def _is_act(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_kind(wanted, got) and _is_force(wanted, got)


def act_matches() -> Mapping[str, Callable[[Any, Any], bool]]:
    """Return in what ways an act may be right, each by what it is called in the table."""
    return {"acts: clause": _is_clause, "acts: clause, kind": _is_kind, "acts: clause, force": _is_force, "acts": _is_act}


def spares_acts(texts: Sequence[str]) -> Callable[[Instruction], bool]:
    """Return what tells whether an act holds one of some words, and is neither asked for nor wrong."""
    pieces = [words(each) for each in texts]
    return lambda got: any(each in words(got.said.text) for each in pieces)


def _told(got: Any) -> str:
    if isinstance(got, Instruction):
        return f"{got.force.value} {got.kind}: {got.said.text}"
    if isinstance(got, CitedPaper):
        return f"{got.number.normal if got.number else None}, {sorted(_days(got.date))}, {got.author.text if got.author else None}"
    if isinstance(got, PaperNumber):
        return got.normal
    if isinstance(got, PaperDate):
        return f"{got.said.text} ({got.date.edtf()})"
    return " + ".join(each.text for each in got if each) if isinstance(got, tuple) else str(getattr(got, "text", got))


Readings = Sequence[tuple[Entry, Letter | None]]


def figures(readings: Readings) -> Mapping[str, Tally]:
    """Return the figures of papers by field."""
    tallies: Mapping[str, Tally] = defaultdict(Tally)
    for entry, letter in readings:
        add(tallies, entry, letter)
    return tallies


def report(hand: str, readings: Readings, *, most: int) -> Iterator[str]:
    """Yield the lines that tell how a corpus was read: letters by field, all and by language, then the texts that are none.

    Args:
        hand: Who wrote it.
        readings: Its texts, each with what was read there.
        most: How many faults of a field are shown.
    """
    languages: dict[str, list[tuple[Entry, Letter | None]]] = {}
    for entry, letter in readings:
        languages.setdefault(entry["id"].partition("-")[0], []).append((entry, letter))
    others = languages.pop(_NO_LETTER, [])
    letters = [each for several in languages.values() for each in several]
    parts = {language: figures(several) for language, several in languages.items()}
    missed = [str(entry["id"]) for entry, letter in letters if letter is None]
    yield f"{hand} hand: {len(letters)} letters ({', '.join(f'{len(several)} {each}' for each, several in languages.items())}); F1"
    yield f"{'field':26}  F1     right  wrong  missing  {'     '.join(parts)}"
    for name, tally in figures(letters).items():
        beside = "  ".join(f"{part[name].f1:.3f}" for part in parts.values())
        yield f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}  {beside}"
        yield from (f"    {letter}: not found [{missing}], wrong [{wrong}]" for letter, missing, wrong in tally.faults[:most])
    yield f"taken for no letter: {len(missed)} of {len(letters)} {' '.join(missed)}".rstrip()
    if others:
        taken = [str(entry["id"]) for entry, letter in others if letter]
        said = sum(tally.wrong for tally in figures(others).values())
        yield f"taken for a letter: {len(taken)} of {len(others)} that are none {' '.join(taken)}; values found in them, all wrong: {said}"


def main() -> None:
    """Print a table for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", choices=CORPORA, help="Only the letters of this hand.")
    parser.add_argument("--wrong", type=int, default=0, help="Show so many faults of each field.")
    options = parser.parse_args()
    for hand in [options.corpus] if options.corpus else CORPORA:
        readings = [(entry, read(entry)) for entry in entries(CORPORA[hand].read_text(encoding="utf-8"))]
        print("\n".join(report(hand, readings, most=options.wrong)))


if __name__ == "__main__":
    main()
