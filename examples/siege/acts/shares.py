"""Prints what share of a pile's letters shows each field, beside what real papers showed."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

Row = dict[str, Any]


class Measure(NamedTuple):
    """A share of letters: of 31 papers of armed groups, and of 37 orders of a state, so many had it; None where nobody counted."""

    name: str
    group: str
    state: str
    holds: Callable[[Row], bool]


def _whole(row: Row) -> bool:
    written = row["written"]
    return bool(written and written["earliest"])


def _names_somebody(row: Row) -> bool:
    return bool((row["signatory"] and row["signatory"]["name"]) or row["person"] or any(act["persons"] for act in row["acts"]))


def _worked_on(row: Row) -> bool:
    written = row["written"]
    return bool(
        row["number_blank"]
        or row["hands"]
        or row["ticks"]
        or row["received"]
        or (written and (written["blank_second"] or written["state"] in {"blank", "unreadable"}))
    )


def _instructions(row: Row) -> int:
    return sum(act["instruction"] not in {None, "execute"} for act in row["acts"])


MEASURES = (
    Measure("issuing office below the top body", "24/31", "5/37", lambda row: bool(row["issuer"] and len(row["issuer"]["lines"]) > 1)),
    Measure("number", "15/31", "37/37", lambda row: bool(row["number"])),
    Measure("number's label with a blank", "2/31", "-", lambda row: row["number_blank"]),
    Measure("usable date of writing", "21/31", "37/37", _whole),
    Measure("both calendars", "8/31", "-", lambda row: bool(row["written"] and row["written"]["calendar"] == "both")),
    Measure("addressee", "21/31", "26/37", lambda row: bool(row["addressees"])),
    Measure("addressee is a class", "most", "-", lambda row: any(each["plural"] for each in row["addressees"])),
    Measure('"From:" line', "1/57", "0/37", lambda row: bool(row["from"])),
    Measure("place of issue", "0/31", "0/37", lambda row: bool(row["place_of_issue"])),
    Measure("subject line", "6/31", "-", lambda row: bool(row["subject"])),
    Measure("signatory: name, post or stamp", "26/31", "28/37", lambda row: bool(row["signatory"] or row["stamp"])),
    Measure("... of which no name", "13/31", "-",
        lambda row: bool(row["stamp"] or row["signatory"]) and not (row["signatory"] and row["signatory"]["name"])),
    Measure("stamp of another office", "-", "-", lambda row: bool(row["stamp"] and row["stamp"]["of_another"])),
    Measure("copy to", "5/31", "0/37", lambda row: bool(row["copies"])),
    Measure("cites another letter", "6/31", "26/37", lambda row: bool(row["references"])),
    Measure("cites two or more", "-", "15/37", lambda row: len(row["references"]) > 1),
    Measure("enclosure", "3/31", "10/37", lambda row: bool(row["enclosures"])),
    Measure("classification or urgency", "2/31", "0/37", lambda row: bool(row["classification"])),
    Measure("person named in body or as signer", "15/31", "10/37", _names_somebody),
    Measure("two instructions or more", "1/31", "9/37", lambda row: _instructions(row) > 1),
    Measure("blank, unreadable, ticked or added by hand", "13/31", "0/37", _worked_on),
)  # fmt: skip
#: Of 131 papers; of about 120 instructions in them.
SPEECHES = {
    "order": 35, "circular": 15, "report": 12, "appointment": 11, "letter": 9, "receipt": 5, "permit": 5, "request": 5, "proclamation": 4,
        "minutes": 3, "list": 3,
    "notification": 3, "regulation": 3, "threat": 3, "decree": 3, "certificate": 2, "dismissal": 2, "summons": 1, "handover": 1,
        "petition": 1, "testimony": 1, "demand": 1, "memorandum": 1,
    "recommendation": 1,
}  # fmt: skip
INSTRUCTIONS = {
    "other": 36, "report": 18, "forbid": 17, "permit": 14, "appoint": 13, "pay": 8, "request": 6, "transfer": 5, "evacuate": 5, "list": 4,
        "summon": 2, "deliver": 2, "withdraw": 0,
}  # fmt: skip


def print_shares(pile: Path) -> None:
    """Print the shares of a pile that is there."""
    letters = _rows(pile, "letters")
    groups = [row for row in letters if row["side"] == "group"]
    states = [row for row in letters if row["side"] == "state"]
    print(f"{len(letters)} letters: {len(groups)} of the group, {len(states)} of the state\n")
    print(f"{'shown by a letter':44} {'group':>7} {'real':>6}   {'state':>7} {'real':>6}")
    for measure in MEASURES:
        print(f"{measure.name:44} {_share(groups, measure):7.1%} {measure.group:>6}   {_share(states, measure):7.1%} {measure.state:>6}")
    _print_numbers(pile, letters)
    _print_dates(letters)
    _print_references(letters)
    _print_counts("speech acts", Counter(row["speech_act"] for row in letters), SPEECHES)
    _print_counts("instructions", Counter(act["instruction"] for row in letters for act in row["acts"] if act["instruction"]), INSTRUCTIONS)
    for name in ("language", "kind", "origin", "state"):
        _print_counts(name, Counter(row[name] for row in letters), {})


def _rows(pile: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (pile / "truth" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _share(rows: list[Row], measure: Measure) -> float:
    return sum(measure.holds(row) for row in rows) / max(1, len(rows))


def _print_counts(name: str, counts: Counter[str], real: dict[str, int]) -> None:
    total, everything = sum(counts.values()), sum(real.values())
    print(f"\n{name}: {total}")
    for key, number in counts.most_common():
        beside = f"   real {real[key] / everything:6.1%}" if key in real else ""
        print(f"  {key:42} {number:5} {number / total:6.1%}{beside}")


def _line(name: str, part: int, whole: int, real: str = "") -> None:
    print(f"  {name:42} {part:5} of {whole:5} {part / max(1, whole):6.1%}" + (f"   real {real}" if real else ""))


def _print_numbers(pile: Path, letters: list[Row]) -> None:
    numbers = [row["number"] for row in letters if row["number"]]
    print("\nnumbers")
    _line("not plain digits", sum(not number["normal"].isdecimal() for number in numbers), len(numbers), "27/62")
    _line("like a date", sum(number["like_a_date"] for number in numbers), len(numbers), "3 %")
    _line("two numbers on the paper", sum(bool(row["second_number"]) for row in letters), len(letters))
    series: dict[tuple[str, int], list[tuple[int, str]]] = {}
    issued = _rows(pile, "series")
    for row in issued:
        if row["day"]:
            series.setdefault((row["office"], row["year"]), []).append((row["serial"], row["day"]))
    pairs = [pair for rows in series.values() for pair in zip(sorted(rows), sorted(rows)[1:], strict=False)]
    _line("out of order with the one before", sum(before[1] > after[1] for before, after in pairs), len(pairs), "3-10 %")
    _line("issued numbers that are in the pile", sum(row["in_pile"] for row in issued), len(issued))
    _line("cited but not in the pile", sum(row["cited"] and not row["in_pile"] for row in issued), len(issued))
    undated = [row for row in letters if row["bounds"]]
    _line("no whole day, but bracketed by neighbours", sum(row["bounds"]["holds"] for row in undated), len(undated))


def _print_dates(letters: list[Row]) -> None:
    written = [row["written"] for row in letters if row["written"]]
    print("\ndates of writing")
    _line("incomplete", sum(day["state"] != "complete" for day in written), len(written), "8/55")
    _line("year first", sum(day["order"].startswith("y") for day in written if day["order"]), len(written), "7.8 % of Hijri")
    _line("month first", sum(day["order"].startswith("m") for day in written if day["order"]), len(written))
    _line("with a weekday", sum(bool(day["weekday"]) for day in written), len(written))
    _line("second calendar left blank", sum(day["blank_second"] for day in written), len(written))
    pairs = Counter((row["side"], row["written"]["difference"]) for row in letters if row["written"] and row["written"]["difference"])
    for side, real in (("group", {"agree": "6/9", "off_by_one": "3/9"}), ("state", {"agree": "19/25", "off_by_one": "5/25"})):
        total = sum(number for (each, _), number in pairs.items() if each == side)
        for (each, difference), number in sorted(pairs.items()):
            if each == side:
                _line(
                    f"two calendars, {side}: {difference}",
                    number,
                    total,
                    real.get(difference, "1.5 % slips" if "slip" in difference else ""),
                )
    every = [day for row in letters for day in row["dates"]]
    _print_some("other dates", Counter(day["kind"] for day in every))
    deadlines = [act["deadline"] for row in letters for act in row["acts"] if act["deadline"]]
    _line("deadlines that name a day", sum(each["rule"] == "date" for each in deadlines), len(deadlines), "4/35")
    _line("deadlines that can be resolved", sum(bool(each["resolved"]) for each in deadlines), len(deadlines))


def _print_some(name: str, counts: Iterable[tuple[str, int]] | Counter[str]) -> None:
    print(f"  {name}: " + ", ".join(f"{key} {number}" for key, number in Counter(dict(counts)).most_common()))


def _print_references(letters: list[Row]) -> None:
    every = [each for row in letters for each in row["references"]]
    print("\nreferences")
    _line("without a number", sum(not each["number"] for each in every), len(every), "5/13")
    _line("without a date", sum(not each["date"] for each in every), len(every))
    _line("without an author", sum(not each["author"] for each in every), len(every))
    _line("number in the opposite order", sum(each["turned"] for each in every), len(every))
    _line("to a letter in the pile", sum(bool(each["letter"]) for each in every), len(every))
    counts = Counter(len(row["references"]) for row in letters)
    print("  letters by number of references: " + ", ".join(f"{number}: {counts[number]}" for number in sorted(counts)))
