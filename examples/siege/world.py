"""The invented country of Nahristan: places, units, posts, goods and arms, each in Arabic and in English."""

from typing import NamedTuple


class Term(NamedTuple):
    """One thing in two languages."""

    arabic: str
    english: str


COUNTRY = Term("نهرستان", "Nahristan")
CITY = Term("قصر السوسن", "Qasr al-Sawsan")

PLACES = (
    CITY,
    Term("تل الياقوت", "Tell al-Yaqut"),
    Term("عين المرمر", "Ayn al-Marmar"),
    Term("خان القرنفل", "Khan al-Qurunful"),
    Term("وادي الكهرمان", "Wadi al-Kahraman"),
    Term("جسر الغزلان", "Jisr al-Ghizlan"),
    Term("بئر النسرين", "Bir al-Nisrin"),
    Term("مفرق الخزامى", "Mafraq al-Khuzama"),
    Term("تلة الصبار", "Tallat al-Sabbar"),
    Term("حي الفخارين", "Hayy al-Fakhkharin"),
    Term("رأس العقيق", "Ras al-Aqiq"),
    Term("مرج الفيروز", "Marj al-Fayruz"),
    Term("سد المرجان", "Sadd al-Marjan"),
    Term("مزرعة الصنوبر", "Mazraat al-Sanawbar"),
    Term("برج النحاس", "Burj al-Nuhas"),
    Term("طاحونة اليشم", "Tahunat al-Yashm"),
    Term("سوق الزمرد", "Suq al-Zumurrud"),
    Term("معبر المنارة", "the Manara crossing"),
    Term("مطار الحجر الأزرق", "the Blue Stone airfield"),
    Term("محطة السواقي", "the Sawaqi pumping station"),
    Term("تل نوران", "Tell Nuran"),
    Term("وادي الهدهد", "Wadi al-Hudhud"),
    Term("حاجز البستان", "the Orchard checkpoint"),
    Term("صوامع المرج", "the Marj silos"),
)

GROUPS = (
    Term("مجلس الضفاف", "Council of the Banks"),
    Term("حركة السواقي", "Sawaqi Movement"),
    Term("الحرس النهري", "River Guard"),
    Term("ديوان قصر السوسن", "Diwan of Qasr al-Sawsan"),
)

UNITS = (
    Term("لواء الكهرمان", "Amber Brigade"),
    Term("لواء الياقوت", "Ruby Brigade"),
    Term("كتيبة النسرين", "Nisrin Battalion"),
    Term("كتيبة الهدهد", "Hoopoe Battalion"),
    Term("كتيبة المرمر", "Marble Battalion"),
    Term("سرية السوسن", "Iris Company"),
    Term("سرية القرنفل", "Clove Company"),
    Term("سرية الغزلان", "Gazelle Company"),
    Term("فوج الصنوبر", "Pine Regiment"),
    Term("فصيل الإشارة", "signals platoon"),
    Term("فصيل الهندسة", "engineer platoon"),
    Term("مفرزة المعابر", "crossings detachment"),
    Term("مفرزة الإمداد", "supply detachment"),
    Term("حامية السد", "dam garrison"),
)

POSTS = (
    Term("آمر السرية", "company commander"),
    Term("قائد اللواء", "brigade commander"),
    Term("مسؤول الإمداد", "head of supply"),
    Term("مسؤول المعابر", "head of the crossings"),
    Term("أمين الديوان", "secretary of the diwan"),
    Term("ناظر المخازن", "keeper of the stores"),
    Term("مسؤول الذاتية", "head of personnel"),
    Term("مسؤول الإشارة", "head of signals"),
    Term("رئيس لجنة الإعاشة", "chairman of the rations committee"),
    Term("طبيب المشفى الميداني", "field hospital physician"),
    Term("مسؤول المالية", "head of finance"),
    Term("مدير الورشة المركزية", "manager of the central workshop"),
)

GOODS = (
    Term("الطحين", "flour"),
    Term("المازوت", "diesel"),
    Term("السماد", "fertiliser"),
    Term("النفط الخام", "crude oil"),
    Term("الأدوية", "medicines"),
    Term("البطانيات", "blankets"),
    Term("أكياس الرمل", "sandbags"),
    Term("المعلبات", "tinned food"),
    Term("قطع الغيار", "spare parts"),
    Term("بطاريات الأجهزة", "radio batteries"),
    Term("الإسمنت", "cement"),
    Term("مياه الشرب", "drinking water"),
)

ARMS = (
    Term("رشاش ثقيل", "heavy machine gun"),
    Term("رشاش متوسط", "medium machine gun"),
    Term("بندقية آلية", "assault rifle"),
    Term("بندقية قنص", "sniper rifle"),
    Term("مدفع هاون", "mortar"),
    Term("قاذف محمول", "shoulder launcher"),
    Term("صندوق ذخيرة", "box of ammunition"),
    Term("لغم أرضي", "land mine"),
    Term("مدفع عديم الارتداد", "recoilless gun"),
    Term("عربة مدرعة", "armoured vehicle"),
    Term("منظار ليلي", "night sight"),
    Term("جهاز لاسلكي", "radio set"),
)

CODE_NAMES = (
    Term("رياح المرج", "Meadow Wind"),
    Term("الجسر الصامت", "Silent Bridge"),
    Term("قافلة الفجر", "Dawn Caravan"),
    Term("المفتاح النحاسي", "Brass Key"),
    Term("سنابل", "Ears of Wheat"),
    Term("الهدهد الأبيض", "White Hoopoe"),
    Term("حبل السد", "Dam Rope"),
    Term("القنديل", "Lantern"),
    Term("الغيمة الثالثة", "Third Cloud"),
    Term("حصاد الطين", "Clay Harvest"),
)

ROADS = (
    Term("طريق السد", "the dam road"),
    Term("طريق الطاحونة", "the mill road"),
    Term("الطريق الترابي", "the dirt track"),
    Term("طريق الصوامع", "the silo road"),
    Term("الطريق الدولي القديم", "the old highway"),
    Term("ممر البساتين", "the orchard lane"),
)

#: Code in the truth, then the word in each language.
CURRENCIES = {
    "NHD": {"ar": "دينار نهري", "en": "Nahri dinars", "fr": "dinars nahris", "de": "Nahri-Dinar", "tr": "Nehri dinarı"},
    "USD": {"ar": "دولار", "en": "US dollars", "fr": "dollars", "de": "US-Dollar", "tr": "dolar"},
}
