"""Contradictions put into letters of `examples/siege/make_acts.py`, each into a letter of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

Row = Mapping[str, Any]

_WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_STRANGERS: Final = ("وضاح الرقي", "فواز الجندلي", "نزار المعري", "صفوان الطرطوسي")


def plant(pile: Path, rows: Sequence[Row], out: Path, *, seed: int, each: int) -> dict[str, str]:
    """Write the letters of a pile as texts, with `each` contradictions of every kind in as many letters of their own.

    Returns:
        The kind of each letter that has one, by id.
    """
    rng = Random(f"{seed}/clashes")
    texts = {str(row["id"]): (pile / row["text"]).read_text(encoding="utf-8") for row in rows}
    honest = [row for row in rows if row["language"] == "ar" and not (row["forged"] or row["exemplar_of"] or row["translation_of"])]
    honest = [row for row in honest if not row["twin_of"] and _span(row, "written") and _is_whole(row)]
    rng.shuffle(honest)
    planted: dict[str, str] = {}
    leant_on: set[str] = set()
    for kind, way in _WAYS.items():
        left = each
        for row in honest:
            name = str(row["id"])
            if not left or name in planted or name in leant_on:
                continue
            put = way(row, texts[name], [one for one in rows if one["id"] not in planted], rng)
            if put and put.text:
                texts[name], planted[name], left = put.text, kind, left - 1
                leant_on.update(put.leans_on)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (out / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return planted


class _Put(NamedTuple):
    """A changed letter, "" where it has no such field, and the letters that it contradicts, which stay as they are."""

    text: str
    leans_on: tuple[str, ...] = ()


def _weekday(row: Row, text: str, _rows: Sequence[Row], rng: Random) -> _Put | None:
    day = _true_day(row)
    wrong = _WEEKDAYS[(day.weekday() + rng.randrange(2, 6)) % 7]
    return _replaced(row, text, "written", f"{wrong} {day.day}/{day.month}/{day.year}م")


def _calendars(row: Row, text: str, _rows: Sequence[Row], rng: Random) -> _Put | None:
    other = _true_day(row) + dt.timedelta(rng.choice((19, 45, 100)))
    said = [each["text"] for each in row["written"].get("said", ()) if each["calendar"] == "hijri"]
    return _replaced(row, text, "written", f"{said[0]} الموافق {other.day}/{other.month}/{other.year}م") if said else None


def _after_receipt(row: Row, text: str, _rows: Sequence[Row], _rng: Random) -> _Put | None:
    """Return a letter of 2031; none with a name, whose days in a post it would draw out."""
    day = _true_day(row)
    return None if row["signatory"] else _replaced(row, text, "written", f"{day.day}/{day.month}/2031م")


def _cites_later(row: Row, text: str, _rows: Sequence[Row], rng: Random) -> _Put | None:
    other = _true_day(row) + dt.timedelta(rng.randrange(20, 90))
    return _replaced(row, text, "references.0.date", f"{other.day}/{other.month}/{other.year}م")


def _number_twice(row: Row, text: str, rows: Sequence[Row], rng: Random) -> _Put | None:
    """Return a letter with the number of another of its office, month and kind."""
    twins = [each for each in rows if _may_be_twin(each, row)] if row["speech_act"] != "circular" else []
    twin = rng.choice(twins) if twins else None
    return _replaced(row, text, "number", twin["number"]["written"], twin["id"]) if twin else None


def _may_be_twin(other: Row, row: Row) -> bool:
    if not (other["number"] and row["number"] and other["office"] == row["office"] and other["language"] == row["language"]):
        return False
    is_other = other["number"]["normal"] != row["number"]["normal"] and other["true_day"] != row["true_day"]
    is_month = other["true_day"][:7] == row["true_day"][:7]
    return is_other and is_month and _is_whole(other) and not other["forged"] and other["speech_act"] != "circular"


def _two_holders(row: Row, text: str, rows: Sequence[Row], rng: Random) -> _Put | None:
    """Return a letter with a stranger's name between two that the same man signs in this post by the same name."""
    mine = row["signatory"]
    if not (mine and mine["name"] and mine["post"]):
        return None
    alike = [each for each in rows if _is_signed_alike(each["signatory"], mine) and _is_whole(each)]
    first, last = (pick(alike, key=_true_day) for pick in (min, max)) if alike else (row, row)
    if not _true_day(first) < _true_day(row) < _true_day(last):
        return None
    return _replaced(row, text, "signatory.name", rng.choice(_STRANGERS), first["id"], last["id"])


def _is_signed_alike(one: Row | None, other: Row) -> bool:
    return one is not None and all(one[key] == other[key] for key in ("name", "post", "office"))


def _is_whole(row: Row) -> bool:
    return bool(row["written"]) and row["written"]["state"] == "complete"


def _true_day(row: Row) -> dt.date:
    return dt.date.fromisoformat(row["true_day"])


def _span(row: Row, field: str) -> Row | None:
    return next((each for each in row["spans"] if each["field"] == field), None)


def _replaced(row: Row, text: str, field: str, words: str, *leans_on: str) -> _Put:
    span = _span(row, field)
    return _Put(text[: span["start"]] + words + text[span["end"] :] if span else "", leans_on)


def found_of(planted: Mapping[str, str], told: Row) -> Iterator[tuple[str, str, str, bool]]:
    """Yield for each contradiction that was found its kind, the letter, what was put into that, and whether it is certain."""
    names = {id: Path(path).stem for id, path in told["paths"].items()}
    for each in told["contradictions"]:
        letters = [names[side["span"]["document"]] for side in each["sides"] if "span" in side]
        name = next((letter for letter in letters if planted.get(letter) == each["kind"]), letters[0])
        yield each["kind"], name, planted.get(name, ""), each["certain"]


_Way = Callable[[Row, str, Sequence[Row], Random], _Put | None]
#: How each kind is put in, by what `kashf clashes` calls it.
_WAYS: Final[Mapping[str, _Way]] = {
    "two-holders": _two_holders,
    "number-twice": _number_twice,
    "weekday": _weekday,
    "calendars": _calendars,
    "after-receipt": _after_receipt,
    "cites-later": _cites_later,
}
KINDS: Final = tuple(_WAYS)
