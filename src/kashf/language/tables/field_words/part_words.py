"""Words inside a value that hold several things, as one writes them, divided by strokes."""

from typing import Final

#: Before whoever helped: what stands before is another thing.
THROUGH: Final = (
    "عن طريق|بواسطة|بوساطة|من خلال|عبر|على يد|بتنسيق|برفقة|via|through|by|with|par|par le biais de|über|durch|aracılığıyla|vasıtasıyla|"
    "через|با|توسط|از طریق|لە ڕێگەی|bi rêya|bi riya"
)
#: They begin the name of a place, or of its kind.
PLACE_HEADS: Final = (
    "معبر|المعبر|منفذ|المنفذ|مطار|المطار|مدينة|قرية|بلدة|حي|شارع|ناحية|محافظة|ولاية|منطقة|مخيم|طريق|بوابة|حدود|الحدود|جسر|"
    "مشفى|مستشفى|سجن|"
    "معسكر|crossing|gate|border|airport|city|town|village|street|camp|hospital|prison|district|province|northern|southern|"
    "eastern|western|"
    "poste|frontière|aéroport|ville|village|rue|hôpital|grenze|grenzübergang|flughafen|stadt|dorf|krankenhaus|kapı|kapısı|"
    "sınır|köy|şehir|"
    "hastane|mahalle|mahallesi|граница|город|село|улица|лагерь|больница|مرز|شهر|روستا|خیابان|گذرگاه|دەروازە|گوند|شار|bajar|"
    "gund|dergeh|sînor"
)
