"""How far sentences of letters are read as acts: ``python -m benchmarks.accuracy.bench_letter_bodies [--wrong N]``.

80 bodies (benchmarks/letters/letter_bodies.yaml) by the author of the reader, each between an invented head and foot: what it was made
for. How it does on what others wrote is told by `bench_letters` and `bench_letter_corpora`. Texts that are no letters
(benchmarks/letters/no_letters.yaml) are read too, and what acts they give is counted.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy.bench_letter_corpora import act_matches, count, entries, spares_acts
from benchmarks.letters.letter_figures import Tally, words
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Instruction
from kashf.domain.letters.letter import Letter
from kashf.services.letters.keep_letters import letter_on

BODIES = Path(__file__).parent.parent / "letters" / "letter_bodies.yaml"
NO_LETTERS = BODIES.with_name("no_letters.yaml")
#: What the ids of bodies begin with.
_LANGUAGES = ("ar", "en", "fr", "tr", "fa")
#: Force, kind and words of an act; behind them stand who is meant and the rule of its time, where they are counted.
_WITH_PARTS = 3

Entry = Mapping[str, Any]


def sheet(entry: Entry) -> str:
    """Return the text of a paper around a body: office, number, date, title, addressee, sentences, signature."""
    is_latin = entry["id"].startswith(("en", "fr", "tr"))
    head = ("No. 41/7", "Date: 12 March 2014") if is_latin else ("العدد: 41/7", "التاريخ: 12/3/2014")
    addressed = f"{'To:' if is_latin else 'إلى /'} {entry['to']}" if entry.get("to") else ""
    parts = (entry["office"], *(head if entry["office"] else head[1:]), entry.get("title", ""), addressed, entry["body"], entry["sign"])
    return "\n".join(part for part in parts if part) + "\n"


def read(text: str) -> Letter:
    """Return what kashf reads in a text; what it takes for no letter says nothing."""
    return letter_on(DocumentId("a" * 64), (Page(1, text),), type="text/plain") or Letter()


def add(tallies: Mapping[str, Tally], entry: Entry) -> None:
    """Count one body."""
    truth, letter = entry["truth"], read(sheet(entry))
    name, spare = str(entry["id"]), spares_acts(truth.get("may", ()))
    for title, same in act_matches().items():
        count(tallies[title], name, truth["acts"], letter.acts, same=same, spare=spare)
    said = ["|".join(truth["speech"])]
    got = [letter.speech_act] if letter.speech_act else []
    count(tallies["speech act"], name, said, got, same=lambda wanted, has: has.value in wanted.split("|"), spare=lambda _: False)
    for wanted in (each for each in truth["acts"] if len(each) > _WITH_PARTS):
        act = next((each for each in letter.acts if words(wanted[2]).removeprefix("و") in words(each.said.text)), None)
        if act:
            _add_part(tallies["who"], name, wanted[3], _who(act))
            _add_part(tallies["by when"], name, wanted[4], act.by_when.rule if act.by_when else None)
    authors = {words(each.author.text) for each in letter.acts if each.author}
    _add_part(tallies["author of a quoted order"], name, words(truth["author"]), next(iter(authors), None))


def _who(act: Instruction) -> str | None:
    return words(act.who.text) if act.who and not act.who.rule.startswith("inherited") else None


def _add_part(tally: Tally, name: str, wanted: str | None, got: str | None) -> None:
    choices = [words(each) for each in (wanted or "").split("|")]
    is_right = words(got) in choices
    tally.right += is_right and bool(got)
    tally.wrong += bool(got) and not is_right
    tally.missing += not is_right and bool(wanted)
    if not is_right:
        tally.faults.append((name, str(wanted), str(got)))


def main() -> None:
    """Print a table of the bodies by language, and what texts that are no letters give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", type=int, default=0, help="Show so many faults of each field.")
    most = parser.parse_args().wrong
    bodies = tuple(entries(BODIES.read_text(encoding="utf-8")))
    parts: Mapping[str, Mapping[str, Tally]] = {part: defaultdict(Tally) for part in ("", *_LANGUAGES)}
    for entry in bodies:
        add(parts[""], entry)
        add(parts[entry["id"][:2]], entry)
    print(f"the reader's own bodies: {len(bodies)}; F1, and by language")
    print(f"{'field':26}  F1     right  wrong  missing  {'     '.join(_LANGUAGES)}")
    for name, tally in parts[""].items():
        beside = "  ".join(f"{parts[part][name].f1:.3f}" for part in _LANGUAGES)
        print(f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}  {beside}")
        for fault in tally.faults[:most]:
            print("    {}: not found [{}], wrong [{}]".format(*fault))
    texts = tuple(entries(NO_LETTERS.read_text(encoding="utf-8")))
    given = {each["id"]: acts for each in texts if (acts := read(each["text"]).acts)}
    print(f"no letters: {len(texts)}; with acts: {len(given)}")
    for name, acts in list(given.items())[:most]:
        print(f"    {name}: {'; '.join(f'{each.force.value} {each.kind}: {each.said.text}' for each in acts)}")


if __name__ == "__main__":
    main()
