"""Words beside a name that say what kind of place it is, or that something lies near it, in both scripts, as one writes them."""

from collections.abc import Mapping
from typing import Final

#: By kind, in Arabic: they stand before the name, clitics may be written onto them.
ARABIC_KINDS: Final[Mapping[str, str]] = {
    "town": "مدينة مدينتي بلدة بلدية مركز",
    "village": "قرية قريتي مزرعة مزارع",
    "quarter": "حي أحياء مخيم حارة ضاحية",
    "district": "منطقة منطقتي ناحية قضاء قاطع",
    "countryside": "ريف ضواحي",
    "province": "محافظة محافظتي ولاية ولايتي إقليم مقاطعة إمارة لواء",
    "country": "دولة جمهورية",
    "feature": "مطار معبر سد جسر جبل وادي نهر سهل بادية صحراء مشفى مستشفى قاعدة حاجز معسكر حقل محطة مصفاة طريق مفرق صوامع",
}
#: The same in Latin letters: before the name, "of" between them or not, or behind it.
LATIN_KINDS: Final[Mapping[str, str]] = {
    "town": "city town municipality ville stadt sehri ilce",
    "village": "village hamlet farm farms dorf koyu",
    "quarter": "neighborhood neighbourhood quarter suburb camp",
    "district": "district subdistrict nahiya canton ilcesi",
    "countryside": "countryside outskirts suburbs rif rural area",
    "province": "province governorate wilayat wilaya wilayah muhafaza ili provinz",
    "country": "country republic",
    "feature": "airport airbase base dam bridge mountain mountains mount valley river field plant refinery crossing road highway "
    "checkpoint lake wadi jabal island silos complex facility station",
}
#: Words that may stand between kinds of features and their names: the military air base, the gas field, the thermal power plant.
LATIN_QUALIFIERS: Final = "military air gas oil power thermal border markaz"
#: Something lies near the place or to one side of it, and not in it.
ARABIC_NEAR: Final = "قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي محيط حول أطراف تخوم مشارف"
LATIN_NEAR: Final = "near north south east west northeast northwest southeast southwest around outside vicinity surroundings"
#: A part of the place, behind its name in Arabic, before it in Latin letters.
ARABIC_SIDES: Final = "الشمالي الجنوبي الشرقي الغربي الشمالية الجنوبية الشرقية الغربية"
LATIN_SIDES: Final = "northern southern eastern western northeastern northwestern southeastern southwestern central"
