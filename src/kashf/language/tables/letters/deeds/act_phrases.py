"""Words for what letters tell people to do, by kind of act; divided by bars and compared folded.

Arabic has the verbal noun and the passive, which orders use; English the verb, its -ing and the noun.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kashf.language.tables.letters.deeds.act_wordings import WORDINGS

_SHORT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "appoint": "تعيين|تكليف|تسمية|تنصيب|تولية|يعين|تعين|يكلف|تكلف|يسمى|يولى|ندب|يندب|appoint|appointing|appointment of|name"
        "|naming|appointed",
        "dismiss": "كف يد|تكف يد|كف أيدي|إنهاء ندب|إنهاء مهام|إنهاء مهمة|طي قيد|يطوى قيد|الاستغناء عن خدمات|يستغنى عن خدمات|تنهى خدمات"
        "|تنهى مهام|تنتهي خدمات|إعفاء|عزل|إقالة|فصل|تنحية|إنهاء خدمات|إنهاء تكليف|يعفى|تعفى|يعزل|يقال|يفصل|ينحى|relieve"
        "|relieving|dismiss"
        "|dismissing|remove|removing"
        "|relieved|dismissed|removed|dismissal of",
        "transfer": "نقل|تحويل|ينقل|تنقل|يحول|تحول|انتداب|ينتدب|ترحيل|شحن|transfer|transferring|move|moving|shift|shifting|ship"
        "|shipping|transferred"
        "|moved|transport|transporting|convey|conveying",
        "evacuate": "إخلاء|إجلاء|تخلى|يخلى|تجلى|يجلى|إفراغ|تفريغ|evacuate|evacuating|evacuation of|vacate|vacating|evacuated|clear"
        "|clearing|cleared",
        "deliver": "تسليم|توريد|إيصال|يسلم|تسلم|إرسال|ترسل|يرسل|تزويد|استلام|تسلمت|استلمت|سلم|تجهيز|deliver|delivering|hand over"
        "|handing over|supply"
        "|supplying|send|sending|delivered|handed over|delivery of|have received|received|provide|providing|dispatch|dispatching",
        "report": "أعلمونا|وافونا|أفيدونا|أخبرونا|موافاة|موافاتنا|إعلامنا|إفادتنا|إخبارنا"
        "|يرفع إلينا|ترفع إلينا|تزويدنا بتقرير"
        "|تزويدنا بمعلومات|الرد|إجابتنا"
        "|inform us|informing us|report|reporting|submit a report|submit a detailed report|submitting a report"
        "|submitting a detailed report|report to us"
        "|provide us with a report|let us know|letting us know|give an account|giving an account|furnish",
        "list": "حصر|جرد"
        "|تعد قائمة|جدول ب|قائمة ب|كشف ب|إحصاء|draw up a list|drawing up a list|draw up lists|drawing up lists|prepare a list"
        "|preparing a list|prepare lists"
        "|submit lists|submit a list|submitting lists|submitting a list|make a list|making a list|list|listing|count|counting",
        "pay": "دفع|صرف|تسديد|سداد|يدفع|تدفع|يصرف|تصرف|يسدد|تسدد|منح مبلغ|pay|paying|payment of|disburse|disbursing|paid|disbursement of",
        "inspect": "تفتيش|الكشف|كشف على|معاينة|تفقد|فحص|يفتش|تفتش|يعاين|تعاين|يكشف على|تدقيق|inspect|inspecting|inspection of"
        "|search|searching|examine|examining"
        "|inspected|searched",
        "guard": "حراسة|تعزيز الحراسة|تشديد الحراسة|يحرس|تحرس|حماية|تعزز الحراسة|تشدد الحراسة|تأمين الحراسة|guard|guarding|protect"
        "|protecting|strengthen the guard"
        "|strengthening the guard|guarded",
        "repair": "إصلاح|صيانة|ترميم|يصلح|تصلح|يصان|تصان|repair|repairing|fix|fixing|mend|mending|maintain|maintaining"
        "|maintenance of|repaired|restoring",
        "committee": "تشكيل لجنة|تشكل لجنة|تؤلف لجنة|تأليف لجنة|form a committee|forming a committee|set up a committee"
        "|setting up a committee|a committee",
        "close": "إغلاق|يغلق|تغلق|غلق|إقفال|سد|قطع الطريق|close|closing|closure of|shut|shutting|closed",
        "open": "فتح|إعادة فتح|يفتح|تفتح|يعاد فتح|تشغيل|open|opening|reopen|reopening|opened|reopened",
        "travel": "the passage of|تسهيل مرور|تسهيل عبور|تسهيل سفر|السفر|سفر|المرور|مرور|العبور|عبور|التنقل|الدخول|دخول|الخروج|خروج"
        "|مغادرة|المغادرة"
        "|يمر|يسافر|travel|travelling|pass|passing|passage|leave|leaving|cross"
        "|crossing|enter|entering|go to|going to",
        "carry-arms": "حمل السلاح|حمل سلاح|حمل الأسلحة|إطلاق النار|إطلاق العيارات|carry arms|carrying arms|carry weapons"
        "|carrying weapons|bear arms|bearing arms"
        "|carrying of weapons|carrying of arms|shooting",
        "trade": "شراء|الشراء|بيع|البيع|نقل وبيع|الاتجار|المتاجرة|بيع وشراء|استيراد|تصدير|تداول|buy|buying|sell|selling|trade"
        "|trading|purchase|purchasing|carrying and selling"
        "|buy and sell|transport and sell|bought|purchased|moving and selling|move and sell",
        "publish": "نشر|النشر|تداول الأخبار|publish|publishing|posting",
        "photograph": "تصوير|التصوير|photograph|photographing|film|filming|taking pictures|take pictures|photography",
        "withdraw": "سحب|انسحاب|الانسحاب|يسحب|تسحب|ينسحب|withdraw|withdrawing|pull back|pulling back|withdrawal of|withdrawn"
        "|pull out|pulling out",
        "summon": "حضورك|حضوركم|حضوره|حضورها|الحضور إلى|حضور إلى|وجوب مراجعة|بمراجعة|مراجعة|استدعاء|إحضار|يستدعى|وجوب الحضور"
        "|بالحضور|المثول|summon|summoning"
        "|appear before"
        "|to appear|report in person|be present",
        "execute": "تنفيذ ما جاء|تنفيذ مضمونه|تنفيذ هذا|إنفاذ موجبه|لإنفاذ|إنفاذه|لتنفيذه|تنفيذه|العمل بموجبه|إنفاذ|يلزم إنفاذه"
        "|وضعه موضع التنفيذ"
        "|carry out the contents|carrying out the contents|execute the contents|execute what|executing what|carry out what"
        "|carrying out what|execute this|carry out this|for execution|put into effect"
        "|to be executed|give effect",
        "inform": "إبلاغ|تبليغ|يبلغ|تبلغ|إعلام|إخطار|تعميم|يعمم|notify|notifying|inform|informing|notified|tell|telling|circulate"
        "|circulating",
        "detain": "توقيف|اعتقال|حبس|سجن|القبض على|إلقاء القبض|يوقف|يعتقل|detain|detaining|arrest|arresting|imprison|imprisoning",
        "release": "يخلى سبيل|إخلاء سبيل|تخلية سبيل|يطلق سراح|إطلاق سراح|الإفراج|يفرج عن|release|releasing",
        "confiscate": "مصادرة|حجز|يصادر|تصادر|confiscate|confiscating|seize|seizing|impound|impounding",
        "distribute": "توزيع|يوزع|توزع|distribute|distributing|handing out|hand out",
        "facilitate": "تسهيل مهمة|تسهيل|عدم التعرض|مساعدة|تقديم المساعدة|تقديم العون|facilitate|facilitating|assist|assisting|help|helping",
        "attend": "حضور|الاجتماع|حضور اجتماع|attend|attending|meet|meeting",
    }
)
#: Of phrases that begin at one place the longest counts: "to hand up lists" is a list, "to hand up" a report.
ACTS: Final[Mapping[str, str]] = MappingProxyType({kind: f"{phrases}|{WORDINGS[kind]}" for kind, phrases in _SHORT.items()})
