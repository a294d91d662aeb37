"""Words that stand beside the name of a nation in a value, as one writes them, divided by strokes."""

from typing import Final

#: They say that it is a nation, and nothing else.
FILLING: Final = (
    "الجنسية|جنسية|جنسيته|مواطن|مواطنة|حامل|يحمل|دولة|جمهورية|من|مزدوج|مزدوجة|مزدوج الجنسية|الأصل والجنسية|nationality|"
    "citizen|citizenship|"
    "national|passport|dual|the|of|de|du|la|le|nationalité|citoyen|staatsbürger|staatsangehörigkeit|staatsangehöriger|pass|"
    "vatandaşı|vatandas|"
    "uyruklu|гражданин|гражданка|гражданство|تبعه|تابعیت|شهروند|هاووڵاتی|hemwelatiyê|and|et|und|ve|и|و"
)
#: What stands behind them, or before the last, is where somebody's family comes from and not whose papers he has.
ORIGIN: Final = "أصل|أصله|أصول|الأصل|origin|origine|origines|descent|born|abstammung|herkunft|kökenli|asıllı|происхождения|اصالتا|بنەچە"
#: Origins that stand behind the nation they are said of: Moroccan-born.
BEHIND: Final = "origin|descent|born|abstammung|herkunft|kökenli|asıllı|происхождения|الأصل"
