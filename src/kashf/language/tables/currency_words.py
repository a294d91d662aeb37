"""Currencies and whose they are, as one writes them; readers fold them. Codes: ISO 4217, nations ISO 3166."""

from typing import Final

#: The family of a currency, or its code where there is but one; what a dollar is without a nation is taken for granted in the region.
CURRENCIES: Final = {
    "USD": "دولار دولارا دولارات dollar dollars dolar usd",
    "EUR": "يورو euro euros eur avro",
    "lira": "ليرة ليرات lira liras lirasi",
    "dinar": "دينار دينارا دنانير dinar dinars",
    "riyal": "ريال ريالا ريالات riyal riyals rial rials",
    "pound": "جنيه جنيها جنيهات pound pounds",
    "dirham": "درهم درهما دراهم dirham dirhams",
    "RUB": "روبل روبلا rouble roubles ruble rubles",
    "IRT": "تومان",
    "GBP": "gbp",
    "SYP": "syp",
    "IQD": "iqd",
    "TRY": "try tl",
    "LBP": "lbp",
    "SAR": "sar",
    "JOD": "jod",
    "AED": "aed",
    "franc": "franken francs",
}
#: Whose money it is; written behind the currency in Arabic, before it in English.
NATIONS: Final = {
    "SY": "سوري سورية سوريا syrian",
    "IQ": "عراقي عراقية عراقيا iraqi",
    "TR": "تركي تركية تركيا turkish",
    "LB": "لبناني لبنانية lebanese",
    "JO": "أردني أردنيا jordanian",
    "US": "أمريكي أميركي أمريكيا أميركيا us american",
    "SA": "سعودي سعوديا saudi",
    "KW": "كويتي kuwaiti",
    "QA": "قطري qatari",
    "AE": "إماراتي",
    "EG": "مصري egyptian",
    "GB": "إسترليني british sterling",
    "gold": "ذهبي ذهبيا gold",
    "silver": "فضي silver",
}
