"""Words by which a paper shows what it does where no sentence says so, and how high offices and posts stand; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: How high an office stands by its type word, the highest 9: which of two is the superior, not how they are related.
RANKS: Final[Mapping[int, str]] = MappingProxyType(
    {
        9: "رئاسة الجمهورية|رئاسة الوزراء|مجلس الوزراء|القيادة العامة|اللجنة المفوضة|Presidency|General Command|Cabinet",
        8: "وزارة|الأمانة العامة|رئاسة الأركان|هيئة الأركان|ديوان|Ministry|General Secretariat",
        7: "ولاية|محافظة|إمارة|هيئة|مديرية عامة|الإدارة العامة|فيلق|Governorate|Province|Directorate General|Authority|Corps|Board",
        6: "مديرية|بلدية|مجلس|قضاء|فرقة|رئاسة|نيابة|محكمة|جامعة|مستشفى|مشفى|Directorate|Municipality|Council|District|Division|Court"
        "|Hospital|Department",
        5: "لواء|فوج|كتيبة|قاطع|قطاع|ناحية|فرع|دائرة|Brigade|Regiment|Battalion|Sector|Branch",
        4: "شعبة|قسم|وحدة|سرية|مستوصف|مدرسة|Section|Unit|Company|School|Clinic|Works",
        3: "مخفر|مركز|مستودع|سجن|محطة|Station|Depot|Store|Post",
        2: "فصيل|مفرزة|دورية|نقطة|حاجز|ورشة|طاقم|Platoon|Detachment|Checkpoint|Crew|Workshop|Squad",
    }
)
#: How high a post stands that no office is named with; from 7 on also where one is, as in the office of a governor.
POST_RANKS: Final[Mapping[int, str]] = MappingProxyType(
    {
        9: "رئيس الوزراء|رئيس الجمهورية|القائد العام|Prime Minister|President|Commander in Chief",
        8: "وزير|الأمين العام|Minister|Secretary General",
        7: "المشرف العام|الأمير العام|المسؤول العام|General Supervisor|والي|محافظ|المدير العام|مدير عام|Governor|Director General",
        6: "مدير|قائممقام|Director|Mayor",
        5: "قائد|Manager|Commander",
        4: "رئيس|Head",
        2: "ناطور|حارس|Foreman|Warden",
    }
)
#: Titles that are an order in one office and a decree in another, and what of them surely lays down.
TWO_SENSES: Final = "قرار|قرار إداري|Decision|Resolution"
#: What is said in a paper that lays down for everybody.
LAYS_DOWN: Final = (
    "يعمل بهذا|يعمل بأحكام|ويعمل به|يعتبر نافذا|نافذا من تاريخ|ينشر هذا|الجريدة الرسمية|يلغى كل نص|تلغى كل|باسم الشعب|المواد التالية"
    "|shall come into force|comes into force|official gazette|is repealed|are repealed"
)
#: Who was there, that one sat together, and what came out of it.
PRESENT: Final = (
    "الحاضرون|الحضور:|الحضور|حضرها|حضره كل من|بحضور كل من|بحضور أعضائها|تغيب|الغائبون|المتغيبون|Present:|Apologies|Absent:|In attendance"
    "|étaient présents|katılanlar|حاضرین"
)
SESSION: Final = (
    "رفعت الجلسة|افتتحت الجلسة|اختتمت الجلسة|انتهت الجلسة|انتهى الاجتماع|ترأس الجلسة|ترأس الاجتماع|جدول الأعمال|أعمال الجلسة|النصاب"
    "|The sitting|The meeting|Agenda|Adjourned|Quorum|Chair|la séance|toplantı|جلسه|صورتجلسه"
)
RESOLVED: Final = (
    "المقررات|القرارات|قرارات الجلسة|المقررات المتخذة|التوصيات|تقرر بالإجماع|بالإجماع|صوت|تمت الموافقة|الموافقة على|اتفقت على|تم الاتفاق"
    "|resolved|agreed|carried|resolutions|it was decided|a été décidé|karar"
)
#: That something lies with the paper.
ENCLOSING: Final = (
    "رفق هذا|رفق كتابنا|مع هذا الكتاب|تجدون مع هذا|تجدون رفقا|تجدون طي|طي كتابنا|طي هذا|مرفقا|مرفقة|مرفق به|مرفق معه|ربطا|رفقا|طيا|طيه"
    "|herewith|enclosed|attached|ci-joint|ci-joints|veuillez trouver|ekte|ekli|پیوست|به پیوست"
)
#: That a paper came and was read.
CAME: Final = (
    "وصل|وصلنا|وصلت|وصلتنا|بلغنا|بلغتنا|ورد إلينا|وردنا|وردتنا|استلمنا|تسلمنا|تلقينا|اطلعنا|اطلعنا عليه|أحطنا علما|علم|has come|has reached"
    "|have received|received|noted|to hand|avons reçu|bien reçu|alınmıştır|واصل شد|واصل گردید"
)
#: That nobody is to hinder whom a paper lets pass.
UNHINDERED: Final = (
    "لا يعترض|عدم التعرض|عدم اعتراض|عدم التعرض له|تسهيل مروره|تسهيل أمره|يرجى تسهيل|let pass|free passage|without let or hindrance"
    "|without hindrance|unhindered|laissez passer|laisser passer|geçişine izin|اجازه عبور"
)
