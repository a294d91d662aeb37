"""Words for whether an act is ordered, forbidden, permitted or told, and for what else its clause says; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What is done with the act, the stronger word first: "may not" forbids though "may" permits.
FORCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "not-done": "لم يتيسر|لم نوفق|حال دون|حالت دون|لم يتسن|لم يتحقق|لم نفلح|لم تتمكن|لم يتمكن|عجزنا عن|failed to|unable to"
        "|still pending|fell through|لم يتم|لم تتم|لم يجر|لم ينجز|لم تنجز|لم نتمكن|لم ينفذ|تعذر|تعذرت|لما يتم|لم نستطع"
        "|has not been|have not been"
        "|have not|has not|not yet been|could not"
        "|were unable|was not|were not|not been possible|it was impossible|has not yet|have not yet",
        "forbid": "حذار من|حذاري من|إياكم و|احذروا من|تحت طائلة المسؤولية عدم|محظورا|ممنوعا|ممنوعة|محظورة|ممنوعون من|لا سبيل إلى"
        "|out of bounds|off limits|no one is to|nobody is to|none is to"
        "|not for anyone to|under no circumstances|غير مسموح"
        "|لا مجال ل|لا يصح|يحجر|لا يحق|لا يصرح|غير مصرح|ليس له الحق|not authorized|not authorised|are not to"
        "|is not to|يمنع|تمنع|يحظر|تحظر"
        "|لا يسمح|لا تسمح|ممنوع|يمنع منعا باتا|لا يجوز|محظور|يحرم|لا يحق|منع|حظر|عدم السماح|may not"
        "|is forbidden|are forbidden"
        "|forbidden|prohibited|not allowed|not permitted|no one may|nobody may|is banned|are banned|must not|shall not"
        "|no longer allowed|no longer permitted"
        "|it is not permitted|banned",
        "cancel": "صرفنا النظر|صرف النظر عن|عدلنا عن|ألغينا|أوقفنا العمل|طويت|لم يعد مطلوبا|إلغاء|وقف|إيقاف|يوقف العمل|يلغى|تلغى"
        "|صرف النظر|التوقف عن|العدول عن|to stop|stopping|cancel|cancelling|cancelled"
        "|revoke|revoked|suspend|suspended"
        "|rescind|repealed|annulled|abolished|called off|calling off|halt",
        "remind": "نعيد التأكيد|نكرر طلبنا|نعاود الطلب|نجدد التأكيد|نستعجل|سبق أن طلبنا|سبق وأن طلبنا|once more ask|repeat our request"
        "|نذكركم|نذكر ب|نؤكد عليكم|لم يصلنا جواب|لم يردنا|لم نتلق|نجدد طلبنا|remind|no answer|no reply|still waiting for",
        "permit": "وافق على|وافق المجلس على|وافقت على|وافقنا على|نوافق على|صودق على|أجزنا|has leave|have leave|leave is granted"
        "|is free to|are free to|at liberty to|يصرح|صرح ل|مصرح|facilitate the passage"
        "|تسهيل مرور|تسهيل عبور|تسهيل سفر|يسمح|تسمح|لا مانع|لا نمانع|يؤذن|أذن|أذنا|يرخص"
        "|نوافق"
        "|الموافقة على|تمت الموافقة"
        "|مسموح|يجوز|أجيز|may|is permitted|are permitted|permission|approval"
        "|allowed|no objection|approve|authorised|authorized|is allowed|are allowed|leave is given",
        "planned": "will follow|will take place|shall follow|نعتزم|ننوي|عازمون على|بصدد|نستعد ل|سنباشر|سنعمل على|من المقرر|من المزمع"
        "|المزمع|سيصار إلى|intend to|propose to"
        "|about to|سيتم|ستتم|سيجري|ستجري|سنقوم|سيقوم|سوف|are going to|is going to|will be|we shall|we will|is planned"
        "|we are about to|shall soon|we intend|we plan",
        "received": "باستلام|استلمت|تسلمت|أقر|have received|has received|received from|acknowledge having received",
        "done": "is behind us|are behind us|has taken place|have taken place|is complete|are complete|is finished|are finished|is over"
        "|فرغ من|فرغت من|أتممنا|أكملنا|أنهينا|أنجزنا|انقضى|inform you of our|inform you of my|notify you of our"
        "|advise you of our|قام|قامت|نفذ|نفذت|تمكن|تمكنت|باشرنا|أجرينا"
        "|ألقي القبض|ألقت القبض|تم|تمت|جرى|جرت|أنجز|أنجزت|أنجزنا|قمنا|نفذنا"
        "|قد تم|انتهينا|انتهى|فرغنا|have completed|has been|have been"
        "|was carried out|were carried out|completed"
        "|carried out|we finished|we have finished|was done|has completed",
        "request": "أرجو النظر في|نرجو النظر في|أرجو قبول|أتقدم بطلب|requests|asks you to|invites|should be grateful|would be grateful"
        "|shall be grateful|be obliged if|should be glad"
        "|would appreciate|could you"
        "|may I ask|نرجو تفضلكم|نرجو من سيادتكم|أرجو من سيادتكم|نأمل من سيادتكم|يطلب إلى|يطلب من|يطلب إليكم|يطلب منكم|أسترحم"
        "|نسترحم"
        "|نتمنى عليكم|نقترح|أقترح|يقترح|ألتمس|أرجو التكرم|أطلب|أوصت|توصي|نوصي|recommends|we recommend|نرجو التكرم|يرجى التكرم"
        "|نلتمس|نطلب|نستأذن|التفضل"
        "|نرجو التفضل|kindly ask"
        "|kindly|we request|request|would you"
        "|be so kind|we ask",
        "polite": "نرجو|نأمل|يرجى|الرجاء|أرجو|آمل|we hope|hope you|please|it is hoped|we trust",
        "order": "تم الاتفاق على|جرى الاتفاق على|تمت المصادقة على|تم إقرار|it was agreed|it was resolved|has resolved|have agreed"
        "|has agreed|is pleased to|are pleased to|is wanted|are wanted|is awaited|اقتضى الحال|اقتضت الحاجة|اقتضت الضرورة"
        "|دعت الحاجة إلى"
        "|دعت الضرورة إلى|استقر الرأي على|رئي|من الواجب|وجب|استوجب|يستوجب|لزوم|بلزوم|is responsible for|are responsible for"
        "|responsible for|مسؤول عن|مسؤولة عن|مسؤولون عن|مسؤولا عن|مكلف ب|ملزم ب|ملزمون ب"
        "|من واجب|يتم|تتم|نستدعيكم|أستدعيكم|نستدعيك|ندعوكم|ندعوك"
        "|اتفقت على|اتفق الحاضرون على|اتفقوا على|قررت|أقرت|خلصت إلى|تم الإيعاز|جرى الإيعاز|تم التوجيه|أوعزنا|أوعز|وجهنا ب|اقتضى الأمر"
        "|اقتضت المصلحة|ارتأينا|ارتأت|المطلوب|صدر الأمر|صدرت الأوامر|ورد أمر"
        "|وردتنا أوامر|وردتنا الأوامر|أعلمونا|وافونا|أفيدونا|أخبرونا|حصلت موافقة|حصلت الموافقة|استحصلت موافقة|استحصلت الموافقة|يقتضي|يجب"
        "|يتوجب|عليكم"
        "|تقرر|قررنا|نقرر|قرر|نأمر|يؤمر"
        "|أمرنا|ضرورة|وجوب|يلزم|يتعين|يتولى|تتولى|يكلف|تكلف|على|ينبغي|لا بد"
        "|must|shall|you are to|are to|is to"
        "|it has been decided|has been decided|are ordered|is ordered|is charged with|are charged with|are instructed|is instructed"
        "|hereby|need to|is required"
        "|are required|the need|should",
    }
)
#: Of these the ones that order, permit or tell only where the act behind them is known: they have other senses, too.
UNSURE_FORCES: Final = (
    "على|ضرورة|وجوب|يلزم|ينبغي|لا بد|أذن|أذنا|يجوز|أجيز|نوافق|الموافقة على|تمت الموافقة|تتولى|يتولى|صرف النظر|إلغاء|وقف|إيقاف|يكلف|تكلف"
    "|may|should|permission|approval|approve|the need|need to|hereby|request|halt|stopping|to stop|allowed|no objection"
)
#: What is asked for out of courtesy, and no act.
TAKE_NOTE: Final = "الاطلاع|التفضل بالاطلاع|بالاطلاع|العلم|الإحاطة|أخذ العلم|التفضل بالعلم"
#: "Not" before an act, and what is only said not to be there.
NOT: Final = "عدم|do not|not to|should not"
NOT_THERE: Final = "وجود|توفر|حضور|الحضور|حضورك|حضوركم|حضوره|التعرض|الممانعة|ممانعة|كفاية|صحة|الصلاحية|التزام|العثور"
COURTESY: Final = (
    "والأمر بما ترونه مناسبا|التقيد بذلك|والتقيد بذلك|العمل بذلك|التقيد بما ورد|مراعاة ذلك|الالتزام بذلك|الالتزام بما ورد"
    "|والأمر بما يلزم|لما ترونه مناسبا|والأمر لكم|بما ترونه مناسبا|والتقيد|التقيد|والتقيد التام|الاطلاع|والاطلاع"
    "|بالاطلاع|والتوجيه|التوجيه|التفضل|العلم|والعلم|بالعلم|الإحاطة|والإحاطة|التكرم|مع التقدير"
    "|مع الشكر|والتنسيب|أمركم|وأمركم"
    "|اتخاذ ما يلزم|واتخاذ ما يلزم|إجراء ما يلزم|وإجراء ما يلزم|اتخاذ اللازم|واتخاذ اللازم|إجراء اللازم|take note|note|acknowledge|advise"
)
#: What leads on to the items below.
FOLLOWS: Final = "ما يلي|ما يأتي|بما يلي|بما يأتي|الآتي|بالآتي|التالي|بالتالي|ما هو آت|بما هو آت|as follows|the following"
#: Between the word that orders and the act, and no part of who is meant.
FILLERS: Final = (
    "النظر في|طلبي|والحمد لله|بفضل الله|بإذن الله|بتوفيق الله|سيادتكم|معاليكم|فضيلتكم|حضرتكم|جنابكم|لمن يلزم|تفضلكم|تكرمكم|قيام|من قيام"
    "|التوجيه"
    "|الإيعاز|من يلزم|مقامكم|مقامكم الكريم|سعادتكم|منعا باتا|منعا|باتا|قطعيا|بعد اليوم|منكم|إليكم|لكم|عليكم"
    "|التكرم|التفضل|إلى|على|أن|أنه|قد|بأن|بأنه"
    "|ضرورة|وجوب|ما يلي|بما يلي"
    "|لدينا|من|ب|ل|في|تقرر"
    "|التقيد|القيام|العمل|السماح|بعون الله|بحمد الله|بضرورة|بوجوب|عليهم|ما هو آت|تم|الأمر|اتخاذ اللازم|to|you|be|that|for|of|the"
    "|from|absolutely|strictly|kindly|the need|please"
    "|it|in|with|us|any|any more|now on|from now on|will|your|henceforth|hereby|by|on|not|no longer"
)
#: How the part of a sentence begins that only gives reasons, up to its comma.
PREAMBLES: Final = (
    "نظرا|بناء|حرصا|درءا|بعد|لوحظ|انطلاقا|استنادا|لما|حيث|بسبب|من أجل|لأجل|تحقيقا|حفاظا|إذ|كون|لكون|because|since|in view|out of"
    "|in the public|in order|given|after|as the"
    "|owing|due to|for the sake|it has been noticed|it has been noted|having|whereas|considering"
)
#: What follows reasons.
BEHIND_REASONS: Final = (
    "فقد|فقد تقرر|فإنه|فإننا|لذا|لذلك|عليه|وعليه|تقرر|قررنا|نرجو|يرجى|يمنع|يتوجب|نعلمكم|therefore|it has been|it is hereby"
)
#: Units, sorts of money, and words before an amount that are no thing.
UNITS: Final = (
    "طنا|طن|أطنان|كيسا|كيس|أكياس|لترا|لتر|ليتر|صندوقا|صندوق|كرتونا|كرتون|كيلو|كغ|كيلوغرام|برميلا|برميل|براميل|قطعة|رأسا|قبضة"
    "|علبة|شوالا|شوال|مترا|متر|صفيحة|ألفا|يوما|يوم|أيام"
)
LATIN_UNITS: Final = (
    "tons|ton|tonnes|litres|liters|litre|sacks|bags|boxes|cartons|crates|barrels|pieces|kilos|kg|kilograms|metres"
    "|cans|heads|drums|bales|packs"
)
CURRENCIES: Final = (
    "دينارا|دينار|دنانير|ليرة|ليرات|دولارا|دولار|ريالا|ريال|درهما|درهم|جنيها|جنيه|يورو|dinars|dinar|dollars|pounds"
    "|liras|lira|riyals|dirhams|euros"
)
COUNTED: Final = "عدد|عددها|بعدد|وعددها"
SUM: Final = "مبلغ قدره|مبلغا قدره|مبلغ|the sum of"
NO_THING: Final = "من|إلى|في|على|عن|خلال|مدة|أقصاها|رقم|مبلغ|قدره|وقدره|ومعه|ما|يلي|بتاريخ|البند|اليوم|الفقرة|المادة|لمدة|ولمدة"
NO_LATIN_THING: Final = (
    "ملم|مم|سم|كم|كلم|ساعة|ساعات|أسبوع|أسابيع|شهر|شهرا|أشهر|سنة|سنوات|عاما|دينار|دينارا|ليرة|دولار|ريال|درهم|هجري|هجرية|ميلادي"
    "|ميلادية|في|من|إلى|على|لسنة|يوما|يوم|أيام|has|have|had|under|shall|will|days|day|hours|weeks|months|dinars|dinar|dollars|pounds"
    "|liras|riyals"
    "|and|of|the|until|till|at|by"
    "|on|in|is|was|were|are|am|pm|hrs|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|may"
    "|june|july|august|september|october"
    "|november|december|ah|ad|to|from|for"
)
#: Words that begin a new clause behind a comma.
CLAUSE_WORDS: Final = (
    "قام|قامت|قاموا|قمنا|تمت|جرت|كما|نعلمكم|نحيطكم|نرجو|نأمل|يرجى|تقرر|يتوجب|يجب|عليكم|نلفت|يتولى|على|يسمح|لا مانع|سيتم|سيجري|تم|جرى"
)
#: "And" with a word that orders, forbids or tells, behind which a new clause begins without a comma.
AND_CLAUSES: Final = (
    "ويمنع|ويحظر|ويجب|ويتعين|ويتوجب|ونرجو|ويرجى|ولا يجوز|ولا يحق|ولا يسمح|وعليكم|وتم|وتمت|وجرى|وجرت|ولم|وإلا|ويسمح|وتقرر|كما تم|كما تقرر"
    "|كما يمنع|كما يرجى"
    "|كما نرجو|على أن ي|على أن ت|وقام|وقامت|وقاموا|وقمنا|وتعذر|وسيتم|وستتم|وسوف|ويطلب|ونطلب|ونلتمس"
)
LATIN_CLAUSE_WORDS: Final = "you are|we hope|we kindly|it is|it has been|we inform|approval is"
#: Before who is told something so that it is carried out, and what stands behind.
TOLD: Final = "يبلغ|تبلغ|يعمم على|تعميمه على|تبليغ"
TOLD_TO_ACT: Final = "لإنفاذ|لتنفيذ|للتنفيذ|للعمل|shall be notified for|is to be notified for|to be notified for|will be notified for"
AND_NOT: Final = "ولا"
AND_ON: Final = "وعلى|and"

#: Before who does it, behind the act; and a predicate of duty, before which he stands.
BY_WHOM: Final = (
    "من قبل|من جانب|من طرف|على عاتق|شأن|من شأن|بعهدة|بمعرفة|من مسؤولية|من اختصاص"
    "|to be carried out by|to be done by|to be executed by|is a matter for|a matter for|the business of|in the hands of"
)
BY_WHOM_LATIN: Final = "by"
ON_DUTY: Final = "مسؤول عن|مسؤولة عن|مسؤولون عن|مكلف ب|ملزم ب|ملزمون ب|ممنوعون من"
#: That an order came, and from whom: "an order came from"; then what the order is.
ORDER_CAME: Final = (
    "ورد أمر من|وردنا أمر من|صدر أمر من|صدر أمر عن|جاءنا أمر من|ورد توجيه من|وردنا توجيه من|صدر توجيه من|صدرت أوامر من|وردت أوامر من"
    "|وردتنا أوامر من"
    "|بأمر من|بتوجيه من|أمر من|حسب أوامر|بناء على أوامر|بناء على توجيه|an order has come from|orders have come from|by order of"
    "|on the orders of"
)
ORDER_IS: Final = "بأن|أن|القاضي|والقاضي|يقضي|تقضي|ينص|that|to"
#: Behind an act, who is to carry it out.
EXECUTORS: Final = (
    "السهر على التنفيذ|متابعة التنفيذ|السهر على ذلك|إجراء ما يلزم|مراعاة ذلك|to see to it|to see this done|will see to it"
    "|to look after the above|التنفيذ|تنفيذ ذلك|إنفاذ ذلك|العمل بذلك|تنفيذ ما ذكر|to carry it out|to carry this out|shall carry it out"
    "|shall carry this out|to execute this|shall execute this"
)
#: Where the name of a place, person or office ends.
STOPS: Final = (
    "صلاحية|صلاحيات|بإدارة|بقيادة|وكيلا|وكيلة|مديرا|مديرة|رئيسا|رئيسة|مسؤولا|مسؤولة|أميرا|قاضيا|نائبا|أمينا|محافظا|قائدا|آمرا|مشرفا"
    "|ما يلي|ما يأتي"
    "|والعودة|برئاسة|إضافة|بصفة|إلا|مع|ويشترط|على أن|وذلك|تحت اسم|تحت|ضمن|خلال|في موعد|في الموعد"
    "|في اليوم|بعد|حتى|قبل|على وجه|فورا|حالا|ومعه|وبرفقته"
    "|من تاريخ|اعتبارا|كل يوم|كل"
    "|ليلا|بتاريخ|عملية|تحت طائلة|كاملة|وعلى"
    "|لمدة|بموجب|بمهام|في|عند|داخل|من|إلى|عن|نحو|باتجاه|as part of|under the name|under|within|by|until|before|after|at once"
    "|immediately|every|on|without|and the"
    "|together with|with|towards|to|from|in|inside|as from|no later|during|for|as quickly|as soon|shall|is|are|has|have|of its"
)
#: Before a number that counts nothing, and before a day that something begins on.
NUMBERED: Final = (
    "رقم|برقم|الرقم|المرقم|العدد|البند|المادة|الفقرة|اليوم|يوم|سنة|عام|شهر|الساعة|صفحة|الصفحة|باب|دار|زقاق|محلة|الفرع|القرار|لسنة"
)
AS_FROM: Final = "اعتبارا من|ابتداء من|as from|with effect from"
#: Before where something is taken from, brought to, and where it is.
FROM: Final = "من|from"
TO: Final = "إلى|نحو|باتجاه|لصالح|to|towards|into"
NO_GOAL: Final = (
    "قبل|الأهالي|سكانها|أهلها|its|تاريخ|كل|موعد|الموعد|ما|order|the date|be|whom"
    "|هذا الكتاب|هذا التعميم|هذا القرار|هذا الأمر|كتابنا|كتابكم|this letter|this circular|this order|this decision|our letter|your letter"
)
AT: Final = "في|عند|داخل|لدى|at|in|inside|within"
#: Before the post that somebody is appointed to or relieved of.
BEFORE_POST: Final = (
    "بإدارة|برئاسة|بقيادة|من رئاسة|من إدارة|من قيادة|عن رئاسة|عن إدارة|لرئاسة|لإدارة|لقيادة|من مهام|من منصب|من وظيفة|بمهام|لمهام|مهام"
    "|بمنصب|لمنصب|بوظيفة|في منصب|في وظيفة|as|from the post of|to the post of|from his post as"
    "|from his duties as|of the duties of|to the position of|from the position of"
)
#: Titles before a person, and words before a post.
PERSON_TITLES: Final = (
    "الموظف|الموظفة|المواطن|المواطنة|المعلم|المعلمة|المدرس|العامل|الجندي|العريف|الضابط|الأستاذ|الرفيق|الحاج|الأخ"
    "|السيد|السيدة|الأخت|الشيخ|المدعو|الرفيق|الدكتور|المهندس|المقدم|الرائد|العقيد|العميد|النقيب|الملازم|للأخ"
    "|Brother|Mr.|Mr|Mrs.|Sister|Sheikh|Dr."
)
#: Before the count of an item.
ITEM_HEADS: Final = "المادة|البند|الفقرة|Article|Item"
#: How items are counted that carry one act each.
ITEMS: Final = (
    "أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي عشر|ثاني عشر|الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة"
    "|السابعة|المادة الأولى|المادة الثانية|المادة الثالثة"
    "|المادة الرابعة|المادة الخامسة"
    "|المادة السادسة|أخيرا|first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|finally"
)
#: Letters written onto the front of a word, and whose it is written onto its end.
JOINED: Final = "وبال|وال|بال|لل|ال|وب|ول|ب|ل|س|و|ك"
OWNERS: Final = "نا|كم|ها|هم|ه"
#: How the words of a day begin that is no number.
DAY_STARTS: Final = "يوم|اليوم|أول|الأول|غرة|سلخ"
#: A post as what somebody is made, which is told without a preposition.
MADE: Final = "وكيلا|وكيلة|مديرا|مديرة|رئيسا|رئيسة|مسؤولا|مسؤولة|أميرا|قاضيا|نائبا|أمينا|محافظا|قائدا|آمرا|مشرفا|معاونا"
