"""Verbs in the past, where no ending tells them, and words that look like some and are none; written by us, readers fold them."""

from __future__ import annotations

from typing import Final

#: Arabic verbs of three letters and others whose shape is that of a noun, "he" and "they", active and passive; what says that one follows.
ARABIC: Final = (
    "كان|كانوا|كنا|لم|لقد|وصل|دخل|خرج|ذهب|رجع|عاد|عادوا|جاء|أتى|مر|سار|نزل|صعد|وقف|جلس|نام|قام|قال|ذكر|أخبر|سأل|كتب|قرأ|سمع|رأى|شاهد|"
    "قتل|ضرب|جرح|أصيب|أسر|خطف|سجن|حبس|أوقف|أطلق|أفرج|أحرق|حرق|هدم|دمر|قصف|هاجم|فر|هرب|سقط|غرق|حفر|بنى|بني|زرع|حصد|باع|اشترى|بيع|دفع|"
    "أخذ|أعطى|سلم|نقل|حمل|وضع|رفع|ألقي|ألقى|قبض|عثر|وجد|فقد|ضاع|سرق|نهب|كسر|قطع|فتح|أغلق|أقفل|أقيم|أقام|عقد|بدأ|شرع|باشر|بلغ|حصل|حدث|وقع|"
    "جرى|جرت|تم|تمت|ظهر|غاب|مات|توفي|ولد|تزوج|نصب|عزل|فصل|أعفي|أرسل|بعث|أصدر|أعلن|أمر|طلب|وعد|رفض|وافق|منع|سمح|زار|حضر|شارك|"
    "غادر|سافر|عبر|رافق|قاد|تعرض|توقف|تقدم|تحرك|توجه|تولى|تسلم|تلقى|توصل|تأخر|تخلف|التقى|التقت|التحق|التحقت|التزم|بقي|بقوا|ظل|أمضى|قضى|"
    "أجري|أجرى|نفذ|نفذوا|أنهى|أكمل|أتم|شن|شنوا|سيطر|سجل|ضبط|صودر|صادر|أخرج|أدخل|شوهد|لوحظ|وجه|أبلغ|أفاد|صدر|نشر|ورد|وردت|شب|شح|حل|حلت"
)
#: They end or begin as verbs do.
NOT_ARABIC: Final = (
    "انهم|انكم|انهن|انني|اننا|انثى|وقت|بيت|صوت|تحت|موت|زيت|سبت|السبت|بنت|أخت|انت|أنتم|انتم|ثابت|بيروت|تكريت|كويت|كبريت|توقيت|تثبيت|حديث|"
    "إنترنت|اسمنت|أسمنت|است|ليست|أكتوبر|اكتوبر|فقط|سكوت|وليت|ليت|هيت|حيت"
)
ENGLISH: Final = (
    "was|were|had|did|came|went|left|began|took|held|got|saw|met|fell|ran|fled|shot|burnt|made|gave|found|brought|sent|lost|struck|broke|"
    "bought|sold|became|rose|stood|built|wrote|said|told|knew|kept|led|paid|drove|flew|threw|hid|spoke|won|caught|taught|fought|froze|"
    "dug|hung|laid|lit|rang|sank|sought|shook|slept|spent|spread|stole|swept|swam|tore|wore"
)
#: They end in "ed", and say nothing of what was done.
NOT_ENGLISH: Final = (
    "need|feed|seed|speed|indeed|exceed|proceed|succeed|hundred|red|bed|shed|dated|signed|numbered|mentioned|attached|enclosed|required|"
    "requested|united|ahmed|mohamed|muhammed|mohammed|hamed|saeed|majed|rashed|khaled|waleed|limited|detailed|armed|allied|sacred|naked"
)
FRENCH: Final = (
    "fut|furent|était|étaient|avait|avaient|eut|eurent|quitta|quittèrent|arriva|partit|tomba|entra|passa|trouva|mourut|prit|vint|fit|"
    "reçut|rendit|vit|a été|ont été|a eu|ont eu|a fait|a pris|ont pris|a mis|a dit|a vu|a reçu|a détruit|a rendu|a perdu|a ouvert|"
    "s est|se sont"
)
#: With a word in é behind them they tell of the past.
FRENCH_AUXILIARIES: Final = "a|ont|est|sont|été|avons|ai"
TURKISH: Final = "oldu|geldi|gitti|etti|idi|dedi|aldı|verdi|kaldı|çıktı|girdi|öldü|vardı|yoktu"
PERSIAN: Final = (
    "شد|شدند|شده|شده بود|کردند|کرده|گرفت|گرفتند|دادند|رفتند|آمد|آمدند|رسید|رسیدند|نرسید|نشد|نکرد|نبود|بودند|گردید|یافت|یافتند|کشته|"
    "گذشت|گذشتند|افتاد|انجامید|برگشت|برگشتند|ماند|خرید|فروخت|ساخت|گفت|گفتند|دید|دیدند|پرداخت|برد|بردند|آورد|آوردند"
)
KURDISH: Final = (
    "کرا|کران|هاتن|چوون|بوو|بوون|گەیشت|گەیشتن|کراوە|کرابوو|hatin|hate|bû|bûn|çûn|vegeriyan|hat kirin|hat girtin|hat kuştin|ketin"
)
#: Folded: انفعل, افتعل, استفعل, whose nouns have an alef before their last letter; "she", and "they", of any verb.
ARABIC_SHAPES: Final = (
    r"[وف]?(?:ان[^ات ][^ا][^ا]?|ا[^لات]ت[^ا][^ا]?|است[^ا][^ا][^ا]?)(?:ت|وا|نا|ه|ها|هم)?|[وف]?[^ي ][^ ]{1,4}[^اوي]ت|[وف]?[^يت ][^ ]{2,5}وا"
)
#: Onto a verb of the list: "she", "they", "we", "it", "them".
ENDINGS: Final = ("ت", "وا", "نا", "ا", "تا", "ه", "ها", "هم", "ته", "تها", "تهم", "تنا", "وه", "وها")
#: No verb begins with them.
ARTICLES: Final = ("ال", "وال", "بال", "فال", "لل")
