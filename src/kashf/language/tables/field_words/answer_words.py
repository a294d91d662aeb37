"""Words that answer a field without a value of its own: yes, no, none, unknown, illegible. Divided by strokes, as one writes them."""

from typing import Final

YES: Final = "نعم|أجل|بلى|اي|إي نعم|yes|y|oui|ja|evet|да|بله|بلی|آری|بەڵێ|erê|belê|var"
NO: Final = "لا|كلا|أبدا|لم|لم يسبق|no|n|non|nein|hayır|yok|нет|نه|خیر|نەخێر|na"
NONE: Final = (
    "لا أحد|لا احد|غير متوفر|غير متوفرة|لا يتوفر|غير متاح|غير مذكور|لم يذكر|لا يذكر|لا ينطبق|nobody|no one|"
    "not available|unavailable|not given|"
    "not stated|personne|pas de|indisponible|niemand|nicht vorhanden|nicht verfügbar|kimse|hiç kimse|mevcut değil|"
    "никто|нет данных|отсутствуют|"
    "هیچ کس|هیچکس|موجود نیست|کەس نییە|بەردەست نییە|kes tune|"
    "لا يوجد|لايوجد|لا توجد|لا شيء|لا شئ|لاشيء|بدون|لم|ليس لديه|ليس لي|ليس عندي|ما في|مافي|ما فيه|ماكو|ما عندي|ما عنده|والو|"
    "ماكاينش|ما كاينش|ماكانش|مكانش|ما كاين والو|ماعنديش|ما عنديش|معنديش|مفيش|ما فيش|ليس له|لا شيئ|none|nil|n a|na|"
    "not applicable|nothing|aucun|aucune|néant|keine|keiner|keines|kein|entfällt|yok|yoktur|bulunmamaktadır|нет|не имеется|отсутствует|"
    "ندارد|ندارم|هیچ|نیست|نییە|هیچ نییە|tune|nîne|tune ye"
)
UNKNOWN: Final = (
    "غير معروف|غير معروفة|مجهول|مجهولة|لا أعلم|لا أعرف|لا يعلم|لا يعرف|لا تعرف|لا أدري|لا يدري|غير معلوم|"
    "غير معلومة|غير محدد|غير محددة|لم تحدد|"
    "ما بعرف|ما يعرف|مش عارف|مو معروف|ما نعرفش|unknown|not known|does not know|doesn't know|don't know|not sure|n k|inconnu|inconnue|"
    "ne sait pas|je ne sais pas|unbekannt|weiß nicht|nicht bekannt|bilinmiyor|bilmiyor|bilmiyorum|неизвестно|не знает|не знаю|не известно|"
    "نامعلوم|نامشخص|نمی داند|نمی‌داند|نمی دانم|نمی‌دانم|نەزانراو|نازانم|نازانێت|nayê zanîn|nizanim|nizane"
)
ILLEGIBLE: Final = (
    "غير مقروء|غير واضح|مطموس|illegible|unreadable|not legible|illisible|unleserlich|okunmuyor|okunamadı|неразборчиво|ناخوانا"
)
#: Between what it denies and what is so after all.
EXCEPT: Final = "سوى|إلا|غير|except|but|sauf|außer|кроме|hariç|جز"
#: How an answer is called in a table, in Arabic and in Latin letters.
LABELS: Final = {"yes": ("نعم", "Yes"), "no": ("لا", "No"), "unknown": ("غير معروف", "Unknown")}
#: Between two things of a list, as words of their own.
LIST_WORDS: Final = "و|and|et|und|ve|и"
#: Groups of blood as they are written beside A, B, AB and O, and what says whether the Rhesus factor is there.
BLOOD_GROUPS: Final = {"A": "a|ا|أ|а", "B": "b|ب|в", "AB": "ab|اب|أب|ا ب|a b|ав", "O": "o|0|و|او|أو|صفر|о|zero|sifir|sıfır|null"}
RHESUS_POSITIVE: Final = (
    "موجب|موجبة|إيجابي|ايجابي|ايجابية|بوزيتيف|positive|pos|positif|positiv|pozitif|poz|положительная|положительный|مثبت|پۆزەتیڤ|pozîtîf"
)
RHESUS_NEGATIVE: Final = (
    "سالب|سالبة|سلبي|سلبية|نيجاتيف|negative|neg|négatif|negativ|negatif|отрицательная|отрицательный|منفی|نێگەتیڤ|negatîf"
)
#: Before the name of a place.
IN: Final = "في|الي|من|in|at|to|from|a|au|en|nach|aus|в|из|در|له|li"
