"""Make the table of nations that ships with kashf, from CLDR's names of countries and a list written by hand.

    python data/make_nations.py

It reads CLDR as `babel` carries it (Unicode licence) and `nation_words_by_hand.tsv` beside it, and writes
`src/kashf/language/tables/field_words/nations.tsv`. The same input gives the same bytes. See nations.SOURCE.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel import Locale

from kashf.language.words.tokens import folded_words

HERE: Final = Path(__file__).parent
TABLE: Final = HERE.parent / "src/kashf/language/tables/field_words/nations.tsv"
LANGUAGES: Final = ("ar", "en", "fr", "de", "tr", "ru", "fa", "ckb", "ku")
#: Names of these two letters are no countries: the world's parts, tests and reserved codes.
NO_COUNTRY: Final = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "TA", "DG", "CP", "EA", "IC", "CQ"})
#: Of what is called by a code of four letters, or of a part: its name in Arabic and in English.
OTHERS: Final = {
    "SUHH": ("الاتحاد السوفيتي", "Soviet Union"),
    "YUCS": ("يوغوسلافيا", "Yugoslavia"),
    "CSHH": ("تشيكوسلوفاكيا", "Czechoslovakia"),
    "DDDE": ("ألمانيا الشرقية", "East Germany"),
    "YDYE": ("اليمن الجنوبي", "South Yemen"),
    "RU-CE": ("الشيشان", "Chechnya"),
    "RU-DA": ("داغستان", "Dagestan"),
    "RU-IN": ("إنغوشيا", "Ingushetia"),
    "RU-TA": ("تتارستان", "Tatarstan"),
    "CN-XJ": ("تركستان الشرقية", "East Turkestan"),
    "XXA": ("عديم الجنسية", "Stateless"),
}


def main() -> None:
    """Write the table: code, name in Arabic, name in English, folded forms; a form belongs to whoever has it by hand, then by name."""
    cldr = {language: Locale(language).territories for language in LANGUAGES}
    codes = [code for code in cldr["en"] if len(code) == 2 and code not in NO_COUNTRY]
    by_hand = dict(hand_words())
    owner: dict[str, str] = {}
    for words in (by_hand, {code: names(cldr, code) for code in codes}, {code: list(derived(cldr, code)) for code in codes}):
        for code, forms in words.items():
            for form in forms:
                owner.setdefault(form, code)
    lines = []
    for code in sorted({*codes, *OTHERS}):
        arabic, english = OTHERS.get(code) or (cldr["ar"][code], cldr["en"][code])
        forms = sorted(form for form, of in owner.items() if of == code)
        lines.append("\t".join((code, arabic, english, "|".join(forms))))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def hand_words() -> Iterator[tuple[str, list[str]]]:
    """Yield each code with its folded words."""
    for line in (HERE / "nation_words_by_hand.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *columns = line.split("\t")
            yield code, [folded(word) for column in columns for word in column.split("|") if word]


def names(cldr: dict[str, dict[str, str]], code: str) -> list[str]:
    """Return the folded names of a country, by itself and in brackets or behind an ampersand as CLDR writes some."""
    return [folded(cldr[language][code].partition("(")[0]) for language in LANGUAGES if code in cldr[language]]


def derived(cldr: dict[str, dict[str, str]], code: str) -> Iterator[str]:
    """Yield how people of a country are called where a language makes that by rule."""
    for language, endings in (("fa", ("ي", "يي", "اي")), ("ckb", ("ي", "يي")), ("tr", ("li", "lu"))):
        if code in cldr[language]:
            yield from (folded(cldr[language][code]) + ending for ending in endings)
    if code in cldr["ku"]:
        name = folded(cldr["ku"][code])
        for ending in ("ya", "ye", "a", "e", "istan", ""):
            if name.endswith(ending) and len(name) - len(ending) > 3:
                yield name.removesuffix(ending) + "i"
                yield name.removesuffix(ending) + "yi"


def folded(name: str) -> str:
    """Return a name as it is looked up: folded words, joined."""
    return " ".join(folded_words(name))


if __name__ == "__main__":
    main()
