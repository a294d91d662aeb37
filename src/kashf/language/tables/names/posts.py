"""What men are by trade or post, in Arabic, English, French and Turkish: those of one row are one, and few men are two of them at once.

Ordinary vocabulary, written down by hand, as one writes it; readers fold it. Ranks, and titles that are courtesy, are none.
"""

from typing import Final

POSTS: Final = """
معلم معلمة مدرس مدرسة teacher schoolteacher instituteur öğretmen
قائد آمر commander commandant komutan
سائق driver chauffeur şoför
طباخ طباخة cook cuisinier aşçı
حارس guard watchman gardien bekçi
كاتب clerk greffier kâtip
طبيب طبيبة physician médecin doktor
ممرض ممرضة nurse infirmier hemşire
قاضي قاض judge juge qadi kadi yargıç
مدير مديرة director manager directeur müdür
وزير minister ministre bakan
محاسب محاسبة accountant comptable muhasebeci
تاجر trader merchant dealer commerçant tüccar
مزارع فلاح farmer agriculteur çiftçi
محامي محام محامية lawyer avocat avukat
صيدلي صيدلاني pharmacist pharmacien eczacı
شرطي policeman policier polis
مقاتل fighter combattant savaşçı
سجان jailer gaoler
مترجم translator interpreter traducteur tercüman
صحفي صحفية journalist journaliste gazeteci
مختار mukhtar muhtar
خطيب preacher
ميكانيكي mechanic mécanicien
كهربائي electrician électricien
نجار carpenter menuisier marangoz
خباز baker boulanger fırıncı
راعي shepherd berger çoban
طالب طالبة student pupil étudiant öğrenci
"""
