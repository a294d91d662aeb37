"""How far letters of a third hand are read as what they say: ``python -m benchmarks.accuracy.bench_letters_third_hand [--wrong N]``.

48 made-up papers (benchmarks/letters/letters_third_hand.yaml), 34 in Arabic, by somebody who had not seen the reader. Fields are scored as
`bench_letters` scores them, but for acts: one is right where its clause holds the words that the corpus names, and its kind and force are
among those that are as right. What another hand added is not asked for as an act: the reader tells it apart.
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

CORPUS = Path(__file__).parent.parent / "letters" / "letters_third_hand.yaml"

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


def read(entry: Entry) -> Letter:
    """Return what kashf reads on a paper; one that it takes for no letter says nothing."""
    return letter_on(DocumentId("a" * 64), (Page(1, entry["text"]),), type="text/plain") or Letter()


def add(tallies: Mapping[str, Tally], entry: Entry, letter: Letter) -> None:
    """Count one paper, field by field."""
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
        "speech act": (["|".join(truth["speech"])], _some(letter.speech_act), lambda wanted, got: got.value in wanted.split("|"), _never),
        "references": (truth["references"], _dated(letter), _is_cited, lambda _: bool(truth.get("references_may"))),
        "references, with author": (truth["references"], _dated(letter), _is_cited_of, lambda _: bool(truth.get("references_may"))),
    }
    asked = [act for act in truth["acts"] if not any(words(act[2]) in words(hand.said.text) for hand in letter.hands)]
    spares = _holds_any(truth.get("may", ()))
    for name, same in (
        ("acts: clause", _is_clause),
        ("acts: clause, kind", _is_kind),
        ("acts: clause, force", _is_force),
        ("acts", _is_act),
    ):
        found[name] = (asked, letter.acts, same, spares)
    for name, (wanted, got, same, spare) in found.items():
        count(tallies[name], str(entry["id"]), wanted, got, same=same, spare=spare)


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
    return isinstance(wanted, str) and wanted.endswith("|")


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
    """Return a number as it is compared: which sign stands between its parts does not matter."""
    return "/".join(words(part).replace(" ", "") for part in re.split(r"[-./]", number) if words(part))


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
    return _is_number(wanted["number"], got.number) and _is_day(wanted["date"], got.date)


def _is_cited_of(wanted: Entry, got: CitedPaper) -> bool:
    said = _without_respect(words(got.author.text)) if got.author else ""
    return _is_cited(wanted, got) and said in ([_without_respect(each) for each in _choices(wanted["author"] or "")] or [""])


def _is_clause(wanted: Sequence[str], got: Instruction) -> bool:
    return words(wanted[2]).removeprefix("و") in words(got.said.text)  # "And" in front may be left out.


def _is_kind(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_clause(wanted, got) and got.kind in wanted[1].split("|")


def _is_force(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_clause(wanted, got) and got.force.value in wanted[0].split("|")


def _is_act(wanted: Sequence[str], got: Instruction) -> bool:
    return _is_kind(wanted, got) and _is_force(wanted, got)


def _holds_any(texts: Sequence[str]) -> Callable[[Instruction], bool]:
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


def figures(kept: Sequence[Entry]) -> Mapping[str, Tally]:
    """Return the figures of papers by field."""
    tallies: Mapping[str, Tally] = defaultdict(Tally)
    for entry in kept:
        add(tallies, entry, read(entry))
    return tallies


def main() -> None:
    """Print a table for all papers and one for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", type=int, default=0, help="Show so many faults of each field.")
    most = parser.parse_args().wrong
    kept = tuple(entries(CORPUS.read_text(encoding="utf-8")))
    parts = {part: figures([entry for entry in kept if entry["id"].startswith(part)]) for part in ("ar", "en")}
    print(f"third hand: {len(kept)} papers; F1 (Arabic, English)\n{'field':26}  F1     right  wrong  missing  ar     en")
    for name, tally in figures(kept).items():
        beside = "  ".join(f"{parts[part][name].f1:.3f}" for part in parts)
        print(f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}  {beside}")
        for letter, missing, wrong in tally.faults[:most]:
            print(f"    {letter}: not found [{missing}], wrong [{wrong}]")


if __name__ == "__main__":
    main()
