"""Currencies and whose they are; folded when the module is loaded. Codes: ISO 4217, nations ISO 3166."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kashf.language.tables import currency_words
from kashf.language.words.tokens import folded_words


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in folded_words(words)}


SYMBOLS: Final[Mapping[str, str]] = {"$": "USD", "€": "EUR", "£": "pound", "¥": "¥", "₺": "TRY", "₽": "RUB", "﷼": "riyal"}
#: Codes that may stand before an amount.
CODES: Final = frozenset(("usd", "eur", "gbp", "syp", "iqd"))
#: The family or code of a currency, and whose it is, by folded word.
CURRENCIES: Final = _by_word(currency_words.CURRENCIES)
NATIONS: Final = _by_word(currency_words.NATIONS)
_OF_NATIONS: Final[Mapping[tuple[str, str], str]] = {
    ("lira", "SY"): "SYP",
    ("pound", "SY"): "SYP",
    ("lira", "TR"): "TRY",
    ("lira", "LB"): "LBP",
    ("pound", "LB"): "LBP",
    ("dinar", "IQ"): "IQD",
    ("dinar", "JO"): "JOD",
    ("dinar", "KW"): "KWD",
    ("riyal", "SA"): "SAR",
    ("riyal", "QA"): "QAR",
    ("pound", "EG"): "EGP",
    ("pound", "GB"): "GBP",
    ("dirham", "AE"): "AED",
    ("USD", "US"): "USD",
}


def currency(words: Sequence[str]) -> str:
    """Return the code of the currency that folded words name, its family where they do not say whose it is, "" for none.

    Example:
        >>> [currency(words.split()) for words in ("ليره سوريه", "iraqi dinars", "dinars", "gold dinars", "us dollars")]
        ['SYP', 'IQD', 'dinar', 'gold dinar', 'USD']
    """
    family = next((CURRENCIES[word] for word in words if word in CURRENCIES), "")
    nation = next((NATIONS[word] for word in words if word in NATIONS), "")
    metal = f"{nation} " if nation in {"gold", "silver"} and family else ""
    return _OF_NATIONS.get((family, nation), metal + family)
