"""What stands on made-up pages: letters, tables, forms and columns about invented people, units and places."""

from __future__ import annotations

from random import Random

NAMES = ("أبو قسورة العلواني", "أبو حمزة التونسي", "خليل إبراهيم الدمشقي", "يوسف عمر الحمصي", "أم البراء الشمالية", "سالم بن عواد الجبلي")
PLACES = ("نقطة الرشيد", "قاطع الزمرد", "سوق الذهب", "البوابة الشرقية", "جسر النخيل", "محطة الوقود القديمة")
GOODS = ("مولدات الكهرباء", "صهاريج المياه", "أجهزة الاتصال", "أكياس الطحين", "الأدوية والضمادات", "قطع الغيار")
LATIN = ("Rosenthal", "Motorola GP340", "Toyota Hilux", "Skype", "Western Bridge", "Lantern Unit", "Thuraya", "Meridian Oil")
OPENINGS = ("بسم الله الرحمن الرحيم", "السلام عليكم ورحمة الله وبركاته وبعد", "نحيطكم علما بما يلي ونرجو الالتزام به")
CLOSINGS = ("والله ولي التوفيق", "هذا ما لزم إعلامكم به", "وجزاكم الله خيرا والسلام عليكم")
SENTENCES = (
    "نرجو إرسال {goods} إلى {place} قبل نهاية الأسبوع القادم",
    "تقرر نقل {name} من {place} إلى مكان آخر لأسباب أمنية",
    "وصلت القافلة إلى {place} ليلة أمس دون أن يعترضها أحد",
    "يمنع التصوير منعا باتا داخل {place} إلا بإذن مكتوب",
    "على {name} أن يسلم ما لديه من {goods} خلال ثلاثة أيام",
    "لم تصل {goods} حتى الآن ونحن في حاجة شديدة إليها",
    "اجتمع المسؤولون في {place} وناقشوا توزيع {goods} على الأهالي",
    "يرجى من الأخ {name} مراجعة مكتب الحسابات بشأن الرواتب",
    "سقطت الأمطار على {place} فتعطلت الطريق وتأخر الحراس",
    "وعدد {number} من {goods} سلمت إلى {name} بموجب إيصال",
    "شكا سكان الحي من انقطاع الماء عن {place} منذ شهر",
    "كتب هذا التقرير بعد زيارة {place} ولقاء العاملين فيه",
)
ENGLISH = (
    "The convoy left the eastern gate before dawn and met nobody",
    "Please send the spare parts to the depot at Western Bridge",
    "No photographs are to be taken inside the compound",
    "Captain Rosenthal signed for forty crates of medicine",
    "The meeting was moved to Thursday because of the rain",
    "All drivers must report to the office with their papers",
    "We still have not received the radios that were promised",
    "Payment was made in two parts and a receipt was given",
)


def sentence(random: Random) -> str:
    """Return one line of an Arabic letter."""
    return random.choice(SENTENCES).format(
        name=random.choice(NAMES), place=random.choice(PLACES), goods=random.choice(GOODS), number=digits(random, 2)
    )


def mixed(random: Random) -> str:
    """Return one Arabic line with a Latin word in it."""
    first, last = sentence(random).split()[:4], sentence(random).split()[-3:]
    return " ".join([*first, random.choice(LATIN), *last])


def letter(random: Random, *, lines: int = 12) -> list[str]:
    """Return the lines of an Arabic letter."""
    body = [sentence(random) for _ in range(lines - 4)]
    return [OPENINGS[0], f"إلى الأخ {random.choice(NAMES)} حفظه الله", OPENINGS[1], *body, random.choice(CLOSINGS)]


def english(random: Random, *, lines: int = 10) -> list[str]:
    """Return the lines of an English letter."""
    return [random.choice(ENGLISH) for _ in range(lines)]


def columns(random: Random, *, lines: int, width: int = 6) -> tuple[list[str], list[str]]:
    """Return the lines of two columns of running text, each of some words."""
    words = [word for _ in range(2 * lines) for word in sentence(random).split()]
    cut = [" ".join(words[start : start + width]) for start in range(0, len(words), width)]
    return cut[:lines], cut[lines : 2 * lines]


def table(random: Random, *, rows: int) -> list[list[str]]:
    """Return the rows of a table, each cell by cell from the right."""
    body = [[str(number + 1), random.choice(NAMES), random.choice(PLACES), random.choice(GOODS)] for number in range(rows)]
    return [["رقم", "الاسم", "المكان", "المادة"], *body]


def form(random: Random) -> list[tuple[str, str]]:
    """Return labels of a form and what was filled in."""
    fields = ("الاسم الثلاثي", "مكان الولادة", "اسم الأم", "المهنة", "التزكية", "العنوان السابق", "ملاحظات")
    values = [random.choice((random.choice(NAMES), random.choice(PLACES), random.choice(GOODS))) for _ in fields]
    return list(zip(fields, values, strict=True))


def digits(random: Random, length: int) -> str:
    """Return an Arabic-Indic number."""
    return "".join(random.choice("١٢٣٤٥٦٧٨٩") for _ in range(length))
