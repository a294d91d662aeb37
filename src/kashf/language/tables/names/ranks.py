"""Ranks in Arabic, English, French, German and Turkish, those of one row being one rank; and titles that are names of people too.

Ordinary vocabulary, written down by hand, as one writes it; readers fold it.
"""

from typing import Final

RANKS: Final = """
مشير marshal maréchal mareşal
فريق
لواء
عميد brigadier tuğgeneral brigadegeneral
عقيد كولونيل colonel col oberst albay
مقدم yarbay oberstleutnant
رائد ماجور major maj binbaşı commandant
نقيب captain capt capitaine hauptmann yüzbaşı
ملازم lieutenant lt leutnant teğmen
رقيب sergeant sgt sergent feldwebel çavuş
عريف corporal caporal onbaşı
جندي private soldat er
"""

#: Titles that are, or begin, names of people: without the article nobody knows which (Wali Khan, Shah Mahmoud, Sayyid Ahmad).
NAMES_TOO: Final = """
والي ولي سيد أمير سلطان ملك شاه خان مير خليفة إمام حكيم مختار شهيد حجي
wali vali emir amir ameer sultan malik melik sayyid sayed syed seyyid seyid shah khan mir khalifa imam hakim mukhtar shahid
"""
