"""Words that answer a field without a value of its own: yes, no, none, unknown, illegible. Divided by strokes, as one writes them."""

from typing import Final

YES: Final = "نعم|أجل|بلى|اي|إي نعم|yes|y|oui|ja|evet|да|بله|بلی|آری|بەڵێ|erê|belê|var"
NO: Final = "لا|كلا|أبدا|لم|لم يسبق|no|n|non|nein|hayır|yok|нет|نه|خیر|نەخێر|na"
NONE: Final = (
    "لا يوجد|لايوجد|لا توجد|لا شيء|لا شئ|لاشيء|بدون|لم|ليس لديه|ليس لي|ليس عندي|ما في|مافي|ما فيه|ماكو|ما عندي|والو|none|nil|n a|na|"
    "not applicable|nothing|aucun|aucune|néant|keine|keiner|keines|kein|entfällt|yok|yoktur|bulunmamaktadır|нет|не имеется|отсутствует|"
    "ندارد|ندارم|هیچ|نیست|نییە|هیچ نییە|tune|nîne|tune ye"
)
UNKNOWN: Final = (
    "غير معروف|غير معروفة|مجهول|لا أعلم|لا أعرف|لا يعلم|unknown|not known|inconnu|unbekannt|"
    "bilinmiyor|неизвестно|نامعلوم|نەزانراو|nayê zanîn"
)
ILLEGIBLE: Final = (
    "غير مقروء|غير واضح|مطموس|illegible|unreadable|not legible|illisible|unleserlich|okunmuyor|okunamadı|неразборчиво|ناخوانا"
)
#: Between what it denies and what is so after all.
EXCEPT: Final = "سوى|إلا|غير|except|but|sauf|außer|кроме|hariç|جز"
