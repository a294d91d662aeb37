"""Piles of invented texts of which it is known which are copies of one letter: forms, letters of one letterhead, circulars, registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

_GIVEN = ["زيد", "عمرو", "سامر", "باسم", "هاني", "رامي", "وائل", "غسان", "كنان", "نزار", "فراس", "جميل", "أكرم", "بلال", "صهيب", "مروان"]
_FAMILY = [
    "السنديان",
    "الصفصاف",
    "الزعروري",
    "البلوطي",
    "العنابي",
    "الرماني",
    "السماقي",
    "الخروبي",
    "الزيتوني",
    "التيني",
    "اللوزي",
    "الجوزي",
    "الكرمي",
    "النخيلي",
]
_TOWNS = ["عين الورد", "تل السنديان", "خربة اللوز", "وادي الصفصاف", "جب الرمان", "دير الزعتر", "كفر الخروب", "مرج العناب"]
_TRADES = ["نجار", "حداد", "معلم", "سائق", "مزارع", "طالب", "خياط", "ممرض", "كهربائي", "محاسب"]
_OFFICES = ["ديوان المياه", "ديوان الكهرباء", "مكتب القمح", "مكتب الطرق", "ديوان المشافي", "مكتب الأسواق"]
_VERBS = ["نقل", "تسليم", "إصلاح", "تفتيش", "تخزين", "إحصاء", "توزيع", "إخلاء", "حراسة", "تجهيز"]
_GOODS = ["مولدات", "صهاريج", "أكياس", "طحين", "أغطية", "مضخات", "أسلاك", "ألواح", "محركات", "إطارات", "أدوية"]
_POSTS = [
    "post",
    "north",
    "south",
    "gate",
    "bridge",
    "mill",
    "depot",
    "ford",
    "relief",
    "convoy",
    "fuel",
    "water",
    "bread",
    "crew",
    "truck",
    "lamp",
    "cable",
]
_DEEDS = [
    "sent",
    "left",
    "came",
    "waits",
    "holds",
    "needs",
    "moved",
    "lost",
    "found",
    "counts",
    "asks",
    "repairs",
    "closes",
    "opens",
    "sees",
    "guards",
    "loads",
]
_SAYS = [
    "دورية",
    "نقطة",
    "ماء",
    "خبز",
    "وقود",
    "سيارة",
    "حارس",
    "بوابة",
    "جسر",
    "مخزن",
    "طريق",
    "ليلا",
    "صباحا",
    "وصلت",
    "غادرت",
    "تنتظر",
    "تحتاج",
    "نقص",
    "عودة",
    "تبديل",
    "مولد",
    "سلك",
    "خيمة",
]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEAD = """الإدارة العامة لشؤون الولاية الجنوبية
ديوان الخدمات والمتابعة والتفتيش المركزي
مكتب الأمين العام للخدمات، الطابق الثاني، بناء البلدية القديم
يرجى ذكر رقم الكتاب وتاريخه عند الإجابة وإرسال الرد عبر البريد الرسمي حصرا
كل كتاب لا يحمل ختم الديوان وتوقيع الأمين لا يعتد به ولا يعمل بموجبه
السلام عليكم ورحمة الله وبركاته أما بعد"""
_FOOT = """وتفضلوا بقبول فائق الاحترام والتقدير
الأمين العام للخدمات
نسخة إلى الأرشيف ونسخة إلى المتابعة ونسخة إلى صاحب العلاقة"""


@dataclass(frozen=True, slots=True)
class Made:
    """A text of a pile: texts of one letter share its letter."""

    id: str
    text: str
    letter: str
    is_scan: bool = False


def piles(seed: int, *, many: int = 120) -> dict[str, list[Made]]:
    """Return piles by kind, each of about `many` letters with some copies.

    Args:
        seed: Another one makes other words.
        many: Letters of each.
    """
    makers: dict[str, Callable[[Random], str]] = {
        "long forms": _long_form,
        "permits": _permit,
        "declarations": _declaration,
        "letters of one letterhead": _headed_letter,
        "letters": lambda rng: f"{_addressed(rng)}\n{_body(rng, 60)}",
        "registers of the same rows": _Register(Random(seed)),
        "logs of forty words": lambda rng: _log(rng, [*_POSTS, *_DEEDS]),
        "logs of two dozen words": lambda rng: _log(rng, _SAYS),
    }
    found = {kind: list(_with_copies(kind, maker, Random(f"{seed} {kind}"), many)) for kind, maker in makers.items()}
    return found | {"circulars": list(_circulars(Random(seed), many // 10))}


def misread(text: str, share: float, rng: Random) -> str:
    """Return a text with a share of its letters wrong, three parts misread, one lost, one doubled."""
    read = []
    for letter in text:
        chance = rng.random()
        if letter == "\n" or chance >= share:
            read.append(letter)
        elif chance < share * 0.6:
            read.append(rng.choice(LETTERS) if letter != " " else "")
        elif chance >= share * 0.8:
            read.append(letter + rng.choice(LETTERS + " "))
    return "".join(read)


def mistyped(text: str, share: float, rng: Random) -> str:
    """Return a text with a share of its letters wrong, and every number right."""
    return "".join(rng.choice(LETTERS) if letter.isalpha() and rng.random() < share else letter for letter in text)


def changed_value(text: str, rng: Random) -> str:
    """Return a text with one number in it changed, or one word where it has none."""
    words = text.split(" ")
    numbers = [at for at, word in enumerate(words) if any(map(str.isdecimal, word)) and "\n" not in word]
    at = rng.choice(numbers or [at for at, word in enumerate(words) if "\n" not in word and len(word) > 3])
    digit = next((letter for letter in words[at] if letter.isdecimal()), "")
    words[at] = words[at].replace(digit, str((int(digit) + 3) % 10), 1) if digit else rng.choice(_GIVEN)
    return " ".join(words)


def _with_copies(kind: str, maker: Callable[[Random], str], rng: Random, many: int) -> Iterator[Made]:
    for number in range(many):
        text, letter = maker(rng), f"{kind} {number:05}"
        yield Made(f"{letter} a", text, letter)
        if number % 4 == 0:
            yield Made(f"{letter} changed", changed_value(text, rng), letter)
        if number % 5 == 1:
            yield Made(f"{letter} scan", misread(text, 0.03, rng), letter, is_scan=True)
        if number % 10 == 2:
            yield from (Made(f"{letter} scan {side}", misread(text, 0.06, rng), letter, is_scan=True) for side in "bc")
        if number % 6 == 3:
            yield Made(f"{letter} retyped", " ".join(text.split()).replace("،", ""), letter)
        if number % 6 == 5:
            yield from (Made(f"{letter} mistyped {side}", mistyped(text, 0.01, rng), letter) for side in "bc")


def _circulars(rng: Random, many: int) -> Iterator[Made]:
    for number in range(many):
        body = _body(rng, 55)
        for copy in range(30 if number == 0 else 6):
            letter = f"circular {number:05}"
            yield Made(f"{letter} {copy:02}", f"{_HEAD}\n{_addressed(rng)}\n{body}\n{_FOOT}", letter)


def _name(rng: Random) -> str:
    return f"{rng.choice(_GIVEN)} {rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"


def _day(rng: Random) -> str:
    return f"{rng.randrange(1, 29)}/{rng.randrange(1, 13)}/{rng.choice((2013, 2014, 2015))}"


def _addressed(rng: Random) -> str:
    number, day = rng.randrange(10, 2000), _day(rng)
    return f"العدد: {number}\nالتاريخ: {day}\nإلى: {rng.choice(_OFFICES)} في {rng.choice(_TOWNS)}"


def _body(rng: Random, words: int) -> str:
    said: list[str] = []
    while len(said) < words:
        said += f"يطلب {rng.choice(_VERBS)} {rng.randrange(2, 90)} {rng.choice(_GOODS)} من {rng.choice(_TOWNS)}".split()
        said += f"إلى {rng.choice(_TOWNS)} بإشراف {_name(rng)} قبل {_day(rng)}".split()
    return "\n".join(" ".join(said[at : at + 12]) for at in range(0, len(said), 12))


def _headed_letter(rng: Random) -> str:
    return f"{_HEAD}\n{_addressed(rng)}\n{_body(rng, 16)}\n{_FOOT}"


def _log(rng: Random, lexicon: Sequence[str]) -> str:
    said = [rng.choice(lexicon) for _ in range(rng.randrange(45, 90))]
    lines = (" ".join(said[at : at + 9]) for at in range(0, len(said), 9))
    return "\n".join(f"{rng.randrange(24)}:{rng.randrange(60):02} {line}" for line in lines)


def _permit(rng: Random) -> str:
    return f"""{_HEAD}
إذن مرور داخلي
يسمح لحامل هذا الإذن {_name(rng)} بالمرور من حاجز {rng.choice(_TOWNS)} بسيارته ذات اللوحة {rng.randrange(10000, 99999)}
ولا يحق له نقل أحد من غير عائلته ولا حمل مواد ممنوعة ويلتزم بتعليمات الحواجز كافة ويسحب الإذن عند المخالفة
صالح حتى {_day(rng)}"""


def _long_form(rng: Random) -> str:
    return f"""استمارة تسجيل عامل في الخدمات
١ - الاسم الثلاثي: {_name(rng)}
٢ - اسم الأب والجد: {_name(rng)}
٣ - مكان الولادة: {rng.choice(_TOWNS)}
٤ - تاريخ الولادة: {rng.randrange(1, 29)}/{rng.randrange(1, 13)}/{rng.randrange(1960, 1998)}
٥ - المهنة: {rng.choice(_TRADES)}
٦ - هل عمل سابقا في الدوائر: لا
٧ - هل لديه إعاقة تمنعه من العمل: لا
٨ - هل يحمل شهادة قيادة عمومية: نعم
٩ - اللغات التي يتكلمها: العربية
١٠ - عدد أفراد الأسرة: {rng.randrange(1, 12)}
١١ - رقم الهاتف: لا يوجد
١٢ - من يكفله: {_name(rng)}
١٣ - الحالة الصحية: جيدة
١٤ - ملاحظات الموظف المسؤول: لا يوجد
١٥ - رأي مدير المكتب: موافق
أقر بأن جميع المعلومات الواردة أعلاه صحيحة وأتحمل المسؤولية الكاملة في حال ثبوت عكس ذلك
التوقيع والبصمة"""


def _declaration(rng: Random) -> str:
    return f"""CUSTOMS OFFICE OF THE SOUTHERN CROSSING - DECLARATION OF GOODS
Declared by: {rng.choice(("Karl", "Anna", "Piotr", "Ines", "Marek", "Lena"))} {rng.choice(("Holm", "Brandt", "Nowak", "Costa", "Virta"))}
Vehicle plate: {rng.randrange(100, 999)}-{rng.randrange(1000, 9999)}
Kind of goods: {rng.choice(("flour", "pumps", "tyres", "cement", "cable"))}
Weight in kilograms: {rng.randrange(100, 9000)}
Place of loading: {rng.choice(("Harborough", "Eastfold", "Millbrook", "Sandhurst Cross"))}
The undersigned declares that the goods listed above are complete and correctly described, that none of them is subject to
restriction, and that duties will be paid at the counter before departure. False statements are punished under article 12.
Stamp and signature of the officer on duty. This copy stays with the driver until the goods are unloaded."""


class _Register:
    """Makes registers of a month: the same people in the same rows, other sums."""

    def __init__(self, rng: Random) -> None:
        self._people = [_name(rng) for _ in range(30)]

    def __call__(self, rng: Random) -> str:
        """Return one month."""
        rows = "\n".join(f"{row} {name} {rng.randrange(20, 900)}" for row, name in enumerate(self._people, start=1))
        return f"كشف رواتب العاملين في الخدمات\nالشهر {rng.randrange(1, 13)}\n{rows}\nالمجموع {rng.randrange(9000, 20000)}"


def joined(pile: Sequence[Made], groups: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return how right some groups of ids are: pairs that were joined and should be, precision and recall of pairs, in [0..1]."""
    letter = {made.id: made.letter for made in pile}
    sizes: dict[str, int] = {}
    for made in pile:
        sizes[made.letter] = sizes.get(made.letter, 0) + 1
    wanted = sum(size * (size - 1) // 2 for size in sizes.values())
    pairs = [(one, other) for group in groups for at, one in enumerate(group) for other in group[:at]]
    right = sum(letter[one] == letter[other] for one, other in pairs)
    return {
        "wanted": wanted,
        "precision": round(right / len(pairs), 4) if pairs else 1.0,
        "recall": round(right / wanted, 4) if wanted else 1.0,
        "strangers joined": len(pairs) - right,
    }
