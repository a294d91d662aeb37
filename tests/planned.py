"""A leak of letters that order a withdrawal each, bans beside them, places of the case's own, and catalogues of outside events."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

TOWNS = ("الريحانة", "الزيتونية", "الكرمية", "الصفصافة", "النرجسية", "البنفسجية", "الياسمينة", "السنديانة", "الخزامية", "الزعفرانة")
#: Days behind the twelfth, which cannot be read as months.
DAYS = tuple(dt.date(2031, 3 + number, 14 + number) for number in range(len(TOWNS)))


def letter(number: int, day: dt.date, clause: str) -> str:
    return (
        f"ولاية المرج\nديوان الجند\nالعدد: {number}\nالتاريخ: {day.day}/{day.month}/{day.year}م\nإلى / قائد كتيبة الفجر\n"
        f"{clause}.\nسالم الوردي\nالمدير\n"
    )


def spot(number: int) -> str:
    return f"{34 + number / 2},{38 + number / 3:.3f}"


def event_rows() -> list[str]:
    """Return attacks at every town now and then, and one a few days after each order."""
    rows = []
    for number, town in enumerate(TOWNS):
        order = DAYS[number]
        days = [dt.date(2030, 6, 3) + dt.timedelta(days=number + 47 * step) for step in range(17)]
        days = [day for day in days if abs((day - order).days) > 20] + [order + dt.timedelta(days=2 + number % 4)]
        rows += [f"e{number}-{place},{day},{town},{spot(number)},attack" for place, day in enumerate(days)]
    return rows


def write_planned(folder: Path) -> Path:
    """Write `leak`, `places.csv`, `events.csv` and `other.csv` into a folder, and return that of the leak."""
    leak = folder / "leak"
    leak.mkdir()
    for number, town in enumerate(TOWNS):
        ordered = letter(100 + number, DAYS[number], f"اسحبوا الأسلحة الثقيلة من مدينة {town}")
        (leak / f"order{number}.txt").write_text(ordered, encoding="utf-8")
        (leak / f"copy{number}.txt").write_text(ordered + "\n", encoding="utf-8")
        forbidden = letter(200 + number, DAYS[number] + dt.timedelta(days=5), f"يمنع على التجار السفر إلى مدينة {town}")
        (leak / f"ban{number}.txt").write_text(forbidden, encoding="utf-8")
    places = ["name,kind,lat,lon", *(f"{town},town,{spot(number)}" for number, town in enumerate(TOWNS))]
    (folder / "places.csv").write_text("\n".join(places) + "\n", encoding="utf-8")
    (folder / "events.csv").write_text("\n".join(["id,date,place,latitude,longitude,kind", *event_rows()]) + "\n", encoding="utf-8")
    (folder / "other.csv").write_text(f"date,latitude,longitude\n2031-03-01,{spot(0)}\n2031-12-30,{spot(0)}\n", encoding="utf-8")
    return leak
