"""Words beside the names of places, in both scripts, as one writes them; readers fold them."""

from typing import Final

#: Nouns that stand right before the name of a place in Arabic; clitics may be written onto them.
ARABIC_BEFORE: Final = """
مدينة مدينتي قرية قريتي بلدة بلدتي محافظة محافظتي ناحية منطقة منطقتي قضاء ولاية ولايتي ريف حي أحياء مطار معبر سد مخيم جبل وادي نهر سهل
بادية بلدية ضاحية ضواحي إقليم مقاطعة دولة جمهورية صحراء مشفى مستشفى
"""
#: Words that stand before the name of a place in Latin letters, "of" between them or not.
LATIN_BEFORE: Final = """
city town village province governorate district region state country countryside outskirts suburb suburbs wilayat wilaya wilayah near
outside airport river mount lake ville village province region stadt dorf provinz sehri koyu ili ilcesi
"""
#: Words behind it.
LATIN_AFTER: Final = """
province governorate city district town village countryside airport dam bridge camp region mountains valley ilcesi sehri
"""
#: Countries whose names are adjectives as well, طائرة تركية: they stand behind a preposition.
ADJECTIVES: Final = "سورية تركية"
#: Prepositions of place.
PREPOSITIONS: Final = "في إلى من عن داخل خارج نحو شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عبر بين باتجاه مع على"
