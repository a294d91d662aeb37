"""Operations: an order, its acknowledgement and the report that it was done, for whoever wants to find such chains later."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from examples.siege.cast import CODE_NAMES, Cast
from examples.siege.dates import LEAK_BEGINS, LEAK_DAYS
from examples.siege.fill import Fixed
from examples.siege.people import Somebody

ROLES = ("order", "acknowledgement", "report")


class Script(NamedTuple):
    """The three sentences of one kind of operation."""

    kind: str
    order: str
    acknowledgement: str
    report: str


SCRIPTS = (
    Script(
        "withdrawal",
        "نأمركم بسحب السلاح الثقيل كله من {the_place} قبل يوم {the_end} ولا يبقى فيه إلا الحرس",
        "وصلنا كتابكم رقم {the_ref} بتاريخ {the_day} وشرع {the_unit} في تحميل السلاح من {the_place}",
        "تنفيذا للأمر رقم {the_ref} خرج آخر السلاح الثقيل من {the_place} يوم {the_end}",
    ),
    Script(
        "passage",
        "يمنح سائق قافلة «{the_code}» حق المرور إلى {the_place} حتى {the_end} ليبادل النفط بالسماد",
        "اطلع {the_unit} على الإذن رقم {the_ref} بتاريخ {the_day} وبلغ الحواجز المؤدية إلى {the_place}",
        "عبرت قافلة «{the_code}» بموجب الإذن رقم {the_ref} وعادت من {the_place} بالسماد يوم {the_end}",
    ),
    Script(
        "evacuation",
        "تخلى {the_place} من الأهالي والمقاتلين لأنها ستقصف يوم {the_end}",
        "استلمنا التنبيه رقم {the_ref} وتاريخه {the_day} وبدأ {the_unit} بإخراج العائلات من {the_place}",
        "وقع القصف على {the_place} يوم {the_end} كما جاء في كتابكم رقم {the_ref} وكانت البيوت خالية",
    ),
    Script(
        "mission",
        "ترسل مجموعة من أربعة تحت اسم «{the_code}» عن طريق {the_place} وتصل قبل {the_end}",
        "اختار {the_unit} أربعة لمجموعة «{the_code}» عملا بكتابكم رقم {the_ref} بتاريخ {the_day}",
        "نؤكد وصول مجموعة «{the_code}» يوم {the_end} إشارة إلى الأمر رقم {the_ref}",
    ),
    Script(
        "supply",
        "يرسل إلى {the_place} ما يكفي حاميتها من الطحين والمازوت قبل يوم {the_end}",
        "بلغنا الأمر رقم {the_ref} في {the_day} وجهز {the_unit} الشاحنات إلى {the_place}",
        "وصلت المؤونة إلى {the_place} يوم {the_end} تنفيذا لما في كتابكم رقم {the_ref}",
    ),
    Script(
        "handover",
        "تسلم مواقع {the_place} إلى {the_unit} دون قتال في موعد أقصاه {the_end}",
        "قرأنا الأمر رقم {the_ref} المؤرخ في {the_day} ونلتزم بتسليم {the_place} إلى {the_unit}",
        "تم تسليم {the_place} إلى {the_unit} يوم {the_end} حسب الأمر رقم {the_ref}",
    ),
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What its three letters agree on; `days` and `numbers` are those of order, acknowledgement and report."""

    id: str
    script: Script
    fixed: Fixed
    chief: Somebody
    field_officer: Somebody
    days: tuple[dt.date, dt.date, dt.date]
    numbers: tuple[int, int, int]


def make_operation(seed: int, number: int, cast: Cast) -> Operation:
    """Return operation `number` of the leak with this seed; each of its letters can so be written on its own."""
    rng = Random(f"{seed}/operation/{number}")
    first = LEAK_BEGINS + dt.timedelta(days=rng.randrange(LEAK_DAYS - 40))
    second = first + dt.timedelta(days=rng.randrange(1, 4))
    end = second + dt.timedelta(days=rng.randrange(3, 16))
    third = end + dt.timedelta(days=rng.randrange(1, 6))
    chief, field_officer = rng.sample(cast.people, 2)
    numbers = (rng.randrange(100, 4000), rng.randrange(100, 4000), rng.randrange(100, 4000))
    fixed = Fixed(rng.choice(cast.places), rng.choice(cast.units), rng.choice(CODE_NAMES), reference=numbers[0], day=first, end=end)
    return Operation(f"O{number:05}", rng.choice(SCRIPTS), fixed, chief, field_officer, days=(first, second, third), numbers=numbers)
