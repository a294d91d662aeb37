"""Days and how people write them: Hijri and Gregorian, three sets of Arabic month names, two sets of digits, four Latin languages."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from random import Random

from examples.siege.text import Composer

#: What the letters are dated by. Lengths of the twelve months (9 for 29 days, 0 for 30); 1 Muharram 1434 was 15 November 2012.
#: Source: the Umm al-Qura calendar of Saudi Arabia, years 1434 to 1437.
UMM_AL_QURA = {1434: "909090090099", 1435: "090909090090", 1436: "909090909090", 1437: "909009909090"}
FIRST_DAY = dt.date(2012, 11, 15)

#: The leak runs from the first withdrawal to the last report.
LEAK_BEGINS = dt.date(2013, 9, 1)
LEAK_DAYS = 620

HIJRI_MONTHS = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
HIJRI_MONTHS_LATIN = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhira",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
)  # fmt: skip
LEVANTINE_MONTHS = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
NILE_MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
LATIN_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin",
           "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni",
           "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "tr": ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
           "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
}  # fmt: skip

EASTERN_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class HijriDay:
    """A day of the Umm al-Qura calendar."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"


@cache
def _month_starts() -> tuple[tuple[dt.date, int, int], ...]:
    starts, start = [], FIRST_DAY
    for year, lengths in UMM_AL_QURA.items():
        for month, length in enumerate(lengths, start=1):
            starts.append((start, year, month))
            start += dt.timedelta(days=29 if length == "9" else 30)
    return tuple(starts)


def to_hijri(day: dt.date) -> HijriDay:
    """Return the Hijri day of a Gregorian one between 15 November 2012 and 1 October 2016.

    >>> str(to_hijri(dt.date(2013, 11, 18)))
    '1435-01-15'
    """
    start, year, month = max(entry for entry in _month_starts() if entry[0] <= day)
    return HijriDay(year, month, (day - start).days + 1)


def any_day(rng: Random) -> dt.date:
    """Return a day of the leak."""
    return LEAK_BEGINS + dt.timedelta(days=rng.randrange(LEAK_DAYS))


def write_arabic_date(composer: Composer, rng: Random, *, day: dt.date, eastern: bool, vague: bool = True) -> None:
    """Append a day as an Arabic letter writes it: Hijri, Gregorian or both; if it may be vague, now and then only the month."""
    style = rng.random()
    if vague and style < 0.07:
        _write_month(composer, rng, day=day, eastern=eastern)
        return
    if style < 0.65:
        _mark(composer, _hijri_words(rng, to_hijri(day)), calendar="hijri", first=day, last=day, eastern=eastern)
    if 0.4 < style < 0.65:
        composer.add(" الموافق ")
    if style > 0.4:
        _mark(composer, _gregorian_words(rng, day), calendar="gregorian", first=day, last=day, eastern=eastern)


def write_latin_date(composer: Composer, rng: Random, *, day: dt.date, language: str) -> None:
    """Append a day in English, French, German or Turkish, in a Latin report now and then by its Hijri date."""
    month = LATIN_MONTHS[language][day.month - 1]
    if language == "en" and rng.random() < 0.12:
        hijri = to_hijri(day)
        words = f"{hijri.day} {HIJRI_MONTHS_LATIN[hijri.month - 1]} {hijri.year} AH"
        _mark(composer, words, calendar="hijri", first=day, last=day, eastern=False)
        return
    styles = {
        "en": (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]} {day.year}", day.isoformat()),
        "fr": (f"{day.day} {month} {day.year}", f"{day:%d/%m/%Y}"),
        "de": (f"{day.day}. {month} {day.year}", f"{day:%d.%m.%Y}"),
        "tr": (f"{day.day} {month} {day.year}", f"{day:%d.%m.%Y}"),
    }
    _mark(composer, rng.choice(styles[language]), calendar="gregorian", first=day, last=day, eastern=False)


def _mark(composer: Composer, words: str, *, calendar: str, first: dt.date, last: dt.date, eastern: bool) -> None:
    shown = words.translate(EASTERN_DIGITS) if eastern else words
    composer.mark(shown, "date", calendar=calendar, earliest=first.isoformat(), latest=last.isoformat())


def _hijri_words(rng: Random, day: HijriDay) -> str:
    name = HIJRI_MONTHS[day.month - 1]
    return rng.choice((
        f"{day.day} {name} {day.year} هـ",
        f"{day.day} {name} {day.year}هـ",
        f"{day.day} {name} {day.year}",
        f"{day.day}/{day.month}/{day.year} هـ",
        f"{day.day:02}-{day.month:02}-{day.year} هـ",
    ))  # fmt: skip


def _gregorian_words(rng: Random, day: dt.date) -> str:
    return rng.choice((
        f"{day.day} {LEVANTINE_MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {LEVANTINE_MONTHS[day.month - 1]} {day.year} م",
        f"{day.day} {NILE_MONTHS[day.month - 1]} {day.year}",
        f"{day.day}/{day.month}/{day.year} م",
        f"{day:%d-%m-%Y}م",
        f"{day:%d/%m/%Y}",
    ))  # fmt: skip


def _write_month(composer: Composer, rng: Random, *, day: dt.date, eastern: bool) -> None:
    if rng.random() < 0.5:
        starts = _month_starts()
        position = max(number for number, entry in enumerate(starts) if entry[0] <= day)
        first, year, month = starts[position]
        last = starts[position + 1][0] - dt.timedelta(days=1)
        _mark(composer, f"{HIJRI_MONTHS[month - 1]} {year}", calendar="hijri", first=first, last=last, eastern=eastern)
        return
    first = day.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    _mark(composer, f"{LEVANTINE_MONTHS[day.month - 1]} {day.year}", calendar="gregorian", first=first, last=last, eastern=eastern)
