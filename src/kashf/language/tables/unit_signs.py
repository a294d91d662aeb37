"""The sign of each unit with the words for it, as one writes them; readers fold them."""

from typing import Final

UNIT_SIGNS: Final = {
    "kg": "kg kgs kilo kilos kilogram kilograms كغ كلغ كيلو كيلوغرام كيلوغراما كيلوجرام كيلوغرامات",
    "g": "g gram grams غرام غراما غرامات جرام",
    "t": "t ton tons tonne tonnes طن طنا أطنان",
    "l": "l liter liters litre litres لتر ليتر لترات ليترات لترا ليترا",
    "m": "m meter meters metre metres متر مترا أمتار",
    "km": "km kms kilometer kilometers kilometre kilometres كم كيلومتر كيلومترا كيلومترات",
    "cm": "cm سم",
    "mm": "mm ملم مليمتر",
    "%": "% ٪ percent",
    "barrel": "barrel barrels برميل برميلا براميل",
    "ha": "hectare hectares هكتار هكتارا",
    "dunam": "دونم دونما دونمات",
}
#: What stands between a number and what it counts.
BETWEEN: Final = "x من of عدد العدد"
