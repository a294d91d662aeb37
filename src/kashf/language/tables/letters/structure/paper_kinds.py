"""Kinds of paper as titles and citations name them, by what a paper of that kind does; divided by bars and compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What a paper of a title does.
TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "order": "أمر|أمر إداري|الأمر الإداري|أمر عمليات|أمر مهمة|Order|Administrative order|Operation order|Operations order|Instruction"
        "|أمر يومي|الأمر اليومي|أمر حركة|أمر تحرك|أمر تنقل|أمر انتقال|أمر قتال|أمر القتال|أمر دفاعي|أمر هجومي|أمر تحضيري|أمر إنذاري"
        "|أمر ديواني|أمر وزاري|أمر جامعي|أمر إداري داخلي|أمر خدمة|أمر صرف|أمر تسليم|أمر تجهيز|أمر عمل|أمر شغل|أمر تكليف بمهمة|إيعاز|توجيه"
        "|توجيهات|Order of the day|Movement order|Fragmentary order|Warning order|Work order|Directive|General order|Standing order"
        "|Routine order|Special order|Office order|Service order|Mission order|Tasking order",
        "circular": "تعميم|تعميم عام|إعمام|كتاب دوري|منشور|Circular|General circular"
        "|تعميم داخلي|تعميم إداري|تعميم وزاري|تعميم هام|تعميم عاجل|تعميم سري|دورية وزارية|رسالة دورية|منشور دوري|منشور عام|منشور وزاري"
        "|Internal circular|Circular letter|Circular memorandum|Office circular",
        "decree": "مرسوم|قرار|قرار إداري|أمر ملكي|أمر سام|إرادة|Decree|Decision|Resolution"
        "|مرسوم تشريعي|مرسوم جمهوري|مرسوم أميري|مرسوم سلطاني|ظهير|ظهير شريف|قرار وزاري|قرار جمهوري|قرار تنظيمي|قرار مجلس|قرار رئاسي"
        "|قرار ولائي|قرار بلدي|قرار عاملي|مقرر|مقررة|مقرر إداري|فرمان|Decree law|Royal decree|Ministerial decision"
        "|Administrative decision|Ministerial order|Edict|Ordinance",
        "regulation": "تعليمات|نظام|لائحة|ضوابط|قانون|Regulation|Regulations|Instructions|Rules"
        "|تعليمات عامة|تعليمات داخلية|لائحة داخلية|نظام داخلي|لائحة تنظيمية|Standing instructions|Standing orders"
        "|Standing operating procedure|Bylaws|House rules|Code of conduct",
        "appointment": "أمر تكليف|أمر تعيين|تكليف|تعيين|قرار تعيين|Order of appointment|Appointment|Appointment order"
        "|أمر تنصيب|أمر تسمية|قرار تكليف|قرار تسمية|مرسوم تعيين|كتاب تكليف|كتاب تعيين|Letter of appointment|Posting order",
        "dismissal": "أمر إعفاء|إعفاء|أمر عزل|قرار إعفاء|قرار عزل|فصل|Order of dismissal|Dismissal|Order of relief|Relief from duty"
        "|قرار فصل|قرار إقالة|قرار إنهاء خدمة|قرار إنهاء تكليف|أمر فصل|أمر إقالة|كتاب إنهاء خدمة|Notice of dismissal|Letter of dismissal"
        "|Termination letter|Notice of termination",
        "permit": "إذن|إذن مرور|تصريح|تصريح مرور|تسهيل مهمة|ورقة عبور|إذن سفر|ترخيص|رخصة|جواز مرور|عدم تعرض|ورقة عدم تعرض"
        "|كتاب عدم تعرض|ورقة مرور|ورقة إذن|إذن خروج|تصريح خروج|ورقة تسهيل|كتاب تسهيل مهمة"
        "|Permit|Safe passage|Pass|Permit of passage|Travel permit|Safe conduct|Laissez-passer|Licence"
        "|إذن خطي|إذن دخول|إذن مغادرة|إذن نقل|تصريح دخول|تصريح عمل|تصريح تنقل|تصريح سفر|رخصة مرور|رخصة سفر|رخصة نقل|رخصة حمل سلاح"
        "|إجازة حمل سلاح|بطاقة مرور|بطاقة دخول|تذكرة مرور|ورقة مهمة|باص مرور|Entry permit|Exit permit|Gate pass|Movement permit"
        "|Weapons permit|Work permit|Leave pass|Permission slip|Authorisation|Authorization|Road pass",
        "request": "طلب|Request|Application"
        "|طلب إجازة|طلب نقل|طلب تعيين|طلب مواد|طلب تجهيز|طلب صرف|طلب مساعدة|طلب تزويد|Requisition|Leave application|Request for leave"
        "|Request for supplies|Application for leave|Application form",
        "demand": "مطالبة|Demand",
        "petition": "عريضة|معروض|استرحام|التماس|Petition"
        "|عرض حال|عرضحال|استدعاء ورجاء|تظلم|شكوى|كتاب تظلم|كتاب استرحام|Grievance|Appeal for mercy|Humble petition",
        "recommendation": "تزكية|توصية|Recommendation"
        "|كتاب تزكية|خطاب تزكية|رسالة توصية|كتاب توصية|Letter of recommendation|Letter of reference",
        "reminder": "تأكيد|تذكير|كتاب تأكيد|Reminder"
        "|تذكير أول|تذكير ثان|تذكير بكتاب|كتاب استعجال|استعجال|كتاب تعقيب|First reminder|Second reminder|Final reminder",
        "answer": "جواب|رد|إجابة|Answer|Reply",
        "acknowledgement": "إشعار استلام كتاب|علم وخبر|Acknowledgement"
        "|إشعار بالاستلام|إشعار تسلم|Acknowledgment|Acknowledgement of receipt|Acknowledgment of receipt",
        "report": "تقرير|تقرير دوري|موقف|موقف يومي|الموقف اليومي|تقرير يومي|Report|Situation report|Daily report|Periodic report"
        "|تقرير حادث|تقرير أمني|تقرير ميداني|تقرير إخباري|تقرير أسبوعي|تقرير شهري|تقرير سنوي|تقرير فني|تقرير مفصل|تقرير تفقدي"
        "|تقرير استخباري|تقرير معلومات|مطالعة|موقف أسبوعي|موجز الموقف|النشرة اليومية|Incident report|Weekly report|Monthly report"
        "|Annual report|Field report|Security report|Intelligence report|Inspection report|Sitrep|Progress report to date"
        "|After-action report",
        "notification": "إشعار|تبليغ|إعلام|إخطار|Notification|Notice"
        "|إشعار رسمي|تبليغ رسمي|بلاغ داخلي|إخطار رسمي|إشعار عام|تبليغ عام|Public notice|Official notice|Formal notice|Notice to all",
        "proclamation": "بيان|إعلان|نداء|Proclamation|Statement|Announcement|Declaration"
        "|بيان رسمي|بيان عام|بيان عسكري|بيان صحفي|بلاغ عسكري|بلاغ رقم|إعلان عام|إعلان هام|نداء عام|Communiqué|Public announcement"
        "|Press statement",
        "memorandum": "مذكرة|مذكرة داخلية|Memorandum|Memo"
        "|مذكرة داخلية عامة|مذكرة إدارية|مذكرة سرية|مذكرة خدمة|مذكرة عمل|مذكرة مصلحة|Office memorandum|Internal memorandum"
        "|Inter-office memo|Aide-memoire|Minute sheet|Service note",
        "summons": "مذكرة تبليغ|تبليغ حضور|ورقة تبليغ|طلب حضور|مذكرة تكليف بالحضور|استدعاء|مذكرة استدعاء|مذكرة حضور"
        "|مذكرة جلب|تكليف بالحضور|مذكرة إحضار|Summons|Notice to appear"
        "|ورقة دعوة|مذكرة دعوة|مذكرة دعوة شاهد|ورقة جلب|ورقة تكليف|ورقة تكليف بالحضور|استدعاء للحضور|إشعار حضور|طلب مثول|ورقة إحضار"
        "|ورقة حضور|Summons to appear|Witness summons|Notice of hearing|Call to appear|Convocation",
        "threat": "إنذار|إنذار أخير|تحذير|Threat|Warning|Final warning"
        "|إنذار نهائي|إنذار خطي|إنذار أول|تحذير أخير|تحذير شديد|Last warning|Ultimatum|Final notice",
        "receipt": "إيصال|إيصال استلام|وصل|وصل استلام|سند قبض|سند استلام|وصل قبض|Receipt|Voucher"
        "|سند تسليم|إيصال تسليم|وصل تسليم|وصل إدخال|وصل استلام مواد|إشعار استلام مواد|تذكرة استلام|Goods receipt|Delivery receipt"
        "|Receipt voucher|Payment receipt|Cash receipt|Issue voucher",
        "handover": "محضر تسليم واستلام|محضر تسليم|محضر استلام|تسليم واستلام|Handover|Record of handover|Handover record"
        "|محضر تسلم وتسليم|محضر استلام وتسليم|محضر تسلم|محضر مناولة|ضبط تسليم|Handing-over note|Handing over certificate"
        "|Handing over report|Transfer of duties",
        "list": "قائمة|جدول|كشف|كشف بأسماء|قائمة أسماء|جرد|List|Schedule|Inventory|List of names"
        "|قائمة اسمية|قائمة جرد|كشف جرد|كشف اسمي|كشف رواتب|جدول رواتب|جدول اسمي|لائحة اسمية|لائحة بأسماء|بيان بأسماء|Nominal roll"
        "|Nominal list|Payroll|Roster|Duty roster|Stock list|Packing list|Inventory list",
        "minutes": "محضر|محضر اجتماع|محضر جلسة|Minutes|Minutes of meeting|Minutes of the meeting"
        "|محضر اللجنة|محضر الاجتماع|محضر الجلسة|محضر لقاء|محضر اجتماع مجلس|Minutes of session|Record of meeting|Proceedings of meeting"
        "|Meeting minutes",
        "testimony": "إفادة|إفادة شاهد|إفادة شاهدة|إفادة شاهد عيان|شهادة شاهد عيان|شهادة شاهدة|أقوال شاهد|أقوال الشاهد|"
        "شهادة شاهد|محضر إفادة|أقوال|Testimony|Statement of witness|Witness statement"
        "|محضر استجواب|محضر سماع|محضر سماع شاهد|محضر استماع|ضبط إفادة|ضبط أقوال|محضر أقوال|Deposition|Affidavit|Record of interview"
        "|Sworn statement|Statement under oath",
        "certificate": "شهادة|شهادة تعريف|تعريف|وثيقة|إفادة عمل|تأييد|Certificate|To whom it may concern|Attestation"
        "|شهادة إدارية|شهادة خبرة|شهادة سكن|شهادة حسن سلوك|شهادة حسن سيرة|شهادة خدمة|شهادة عمل|شهادة وفاة|شهادة ولادة|وثيقة إثبات"
        "|كتاب تأييد|كتاب تعريف|وثيقة تعريف|علم وخبر وفاة|Certificate of service|Certificate of employment|Certificate of residence"
        "|Certificate of good conduct|Letter of certification|Testimonial",
        "letter": "كتاب|كتاب رسمي|رسالة|Letter"
        "|برقية|برقية عاجلة|إشارة لاسلكية|رسالة رسمية|خطاب|خطاب رسمي|رسالة إدارية|مكتوب|إرسالية|مراسلة|مراسلة إدارية|Telegram|Signal"
        "|Cable|Official letter|Demi-official letter",
    }
)
#: What else a paper is called where another one cites it, beside its titles.
CITED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "letter": "مذكرتكم|مذكرتنا|مذكرتها|إرسال|إرسالكم|إرساليتكم|مراسلتكم|مراسلتنا|note verbale|signal|letters|كتابكم|كتابنا"
        "|كتابي|رسالتكم|رسالتنا|خطابكم|خطاب|خطابنا|برقية|برقيتكم|برقيتنا|cable|telegram|message|note",
        "order": "أمر الإداري|أمر الديواني|أمر الوزاري|أمر الجامعي|أمركم|أمرنا|الأمر|توجيه|توجيهكم|توجيهات",
        "circular": "تعميمكم|تعميمنا|التعميم|إعمامكم",
        "request": "طلبكم|طلبنا|الطلب",
        "report": "تقريركم|تقريرنا|التقرير|محضركم",
        "decree": "قراركم|القرار|المرسوم|الأمر الملكي",
        "reminder": "تذكيركم|تأكيدنا|تأكيدكم",
        "completion": "إشعار إنجاز|إشعار تنفيذ|completion report|report of completion|notice of completion|notice of execution",
        "progress": "تقرير سير العمل|تقرير متابعة|progress report|report on progress",
        "cancellation": "إلغاء|أمر إلغاء|أمر وقف|cancellation|order of cancellation",
        "covering": "كتاب إحالة|كتاب إرفاق|مذكرة إحالة|covering letter|letter of transmittal",
        "acknowledgement": "إشعار استلام|إشعار وصول|letter of acknowledgement|acknowledgement of receipt",
        "answer": "جوابكم|جوابنا|ردكم|ردنا",
    }
)
#: How a sentence begins that recites papers, and of those, how one begins that answers.
CITING: Final = (
    "في ضوء|على ضوء|إيماء ل|مشارا إلى|نشير إلى|نود الإشارة إلى|تأكيدا ل|تأكيدا على|تذكيرا ب|تنفيذا ل|امتثالا ل"
    "|وصولا إلى|متابعة ل|متابعة|استكمالا ل|تتمة ل|ذيلا ل|على هامش|ورودا إلى|نظرا لما ورد في|لما ورد في|وفق|بمقتضى"
    "|بالنظر إلى|حسب|in the light of|in view of|in continuation of|with regard to|we refer to|in pursuance of"
    "|in compliance with|as per|as stated in|per|on receipt of|under cover of|consequent upon|المرجع|المعطوف على"
    "|أمركم|أمرنا|مذكرتكم|خطابكم|ما جاء في|ما ورد في|المشكلة|المشكل|المؤلفة|المشكلون|إشارة إلى"
    "|بالإشارة إلى|إلحاقا|إلحاقا إلى|عطفا على"
    "|بالعطف على|ردا على|جوابا على|جوابا عن|إجابة على|بناء على|استنادا إلى"
    "|استنادا على|تنفيذا|عملا"
    "|تعقيبا على|تبعا|وفقا|بموجب|طبقا|لاحقا|بعد الاطلاع على|إيماء إلى|كتابي|كتابنا|كتابكم|لكتابكم|نعمم عليكم|نعمم إليكم|نبلغكم"
    "|ننقل إليكم|ورد إلينا|وردنا|وصلنا|تلقينا|أحيل إلينا|المبلغ إلينا"
    "|with reference to|further to|in reply to|in answer to|in response to|pursuant to|on the basis of|based on|referring to"
    "|reference is made to"
    "|in accordance with|following|ref|your letter|our letter|my letter|your memorandum|your note|your message"
    "|having seen|we have received|we received|reference"
    "|بازگشت به|عطف به|پیرو|در پاسخ به|suite à|comme suite à|en réponse à|faisant suite à|me référant à|par lettre|votre lettre"
    "|conformément à"
    "|مرجع كتابكم|بالإجابة على|في معرض الرد على|بمعرض الرد على|وردا على|وإشارة إلى|وبالإشارة إلى|عطفا لكتابنا|لاحقا لكتابنا|ولاحقا"
    "|تذييلا ل|تبعا لمراسلتكم|تبعا لرسالتكم|علاقة ب|علاقة بالموضوع|وعلاقة ب|فعلاقة ب|ارتباطا ب|ارتباطا بكتابكم|استئناسا ب|وقوفا على"
    "|نزولا عند|بمناسبة كتابكم|جوابا لكتابكم|إجابة لكتابكم|بعد التحية فقد ورد|طيا لكتابكم|نحيلكم إلى|نحيل إلى كتابكم"
    "|كتابكم المشار إليه|رسالتكم المشار إليها|اعتمادا على|تأسيسا على|بناء لكتابكم|بناء لطلبكم|بناء لطلب|بناء لأمر|تنفيذا لأمر"
    "|تنفيذا لقرار|تنفيذا لكتاب|عملا بأحكام|حسبما ورد في|كما ورد في|كما جاء في|سبق لنا أن كتبنا|in connection with|in confirmation of"
    "|in amplification of|in supplement to|supplementary to|in follow-up to|as a follow-up to|following up on|in acknowledgement of"
    "|adverting to|with respect to|regarding your letter|concerning your letter|as mentioned in|as requested in|as directed in"
    "|as instructed in|as ordered in|in conformity with|in keeping with|in accord with|in execution of|in implementation of"
    "|in furtherance of|by virtue of|under the terms of|on the strength of|on the authority of"
)
#: What is said of a paper that was named before.
NAMED_BEFORE: Final = (
    "quoted above|mentioned above|referred to|above|أعلاه|المذكور|المذكورة|المشار إليه|المشار إليها|آنف الذكر|المنوه عنه"
    "|المذكور أعلاه|المذكورة أعلاه|المنوه به|المنوه بها|المنوه عنها|المومأ إليه|المومأ إليها|السالف الذكر|السالفة الذكر|سالف الذكر"
    "|المار ذكره|المار ذكرها|المسبوق الذكر|الآنف الذكر|المبين أعلاه|المبينة أعلاه|aforesaid|aforementioned|above-mentioned"
    "|abovementioned|cited above|under reference"
)
#: What is said on the strength of papers that were recited.
CITED_UNTIL: Final = (
    "نعلمكم|نعلم|نحيطكم|نفيدكم|نفيد|نبين|نرجو|نأمل|يرجى|الرجاء|راجين|تقرر|تقررت|حصلت|نود|نلفت|عليكم|يتوجب|يسمح"
    "|لا مانع|نرفق|نرسل|وافق|أنه تم|أنه قد"
    "|we inform|you are|please|kindly|it is|it has been|we hope|I have|we have the|the following"
)
ANSWERING: Final = (
    "في الجواب على|جوابا ل|ردنا على|إجابة عن|إجابة ل|ردا عن|as an answer to|by way of reply to|replying to|answering"
    "|ردا على|جوابا على|جوابا عن|إجابة على|رد على|in reply to|in answer to|in response to"
    "|بازگشت به|در پاسخ به|en réponse à|comme suite à votre|suite à votre"
    "|في معرض الرد على|بالإجابة على|جوابا لكتابكم|إجابة لكتابكم|جوابا لرسالتكم|ردا لكتابكم|in response thereto|in return to"
    "|as a reply to|with reference to your query|in answer to your query"
)
#: Before the number of a cited paper, before its date, before what it is about, and before the words that are passed on.
BEFORE_NUMBER: Final = (
    "رقمها|ورقمه|ورقمها|عددها|وعدده|وعددها|بالنمرة|نمرة|النمرة|بنمرة|نمرته"
    "|المقيد برقم|المسجل برقم|المسجل تحت الرقم|تحت الرقم|تحت رقم|الذي رقمه|رقمه|عدده|ذي رقم|بعدد|المعنون|numbered"
    "|bearing number|bearing the number|registered as|under number|of number|رقم|ذي الرقم|المرقمين|المرقمتين"
    "|المرقمان|ذوي الرقمين|ذي العدد|ذو العدد|ذات العدد|ذو الرقم|ذات الرقم|المرقم|برقم"
    "|المرقمة|بالرقم|بالعدد|المرقم بالعدد|العدد|عدد|No|No.|number|ref|ref."
    "|n°|nº|numéro|شماره|به شماره"
)
BEFORE_DATE: Final = (
    "الصادر في|الصادرة في|الصادر بتاريخ|والصادر في|ليوم|يوم|المحرر في|المحررة في|المصادف|والمؤرخ|والمؤرخة|issued on"
    "|written on|which is dated|bearing the date|under date of|في|وتاريخ|بتاريخ|تاريخ|المؤرخ في|المؤرخ|المؤرخة في"
    "|والمؤرخ في|بتاريخه|dated|of|on"
    "|du|en date du|datée du|daté du|مورخ|مورخه"
)
AFTER_DATE: Final = "الوارد|الواردة|والوارد|والواردة|الموجهة|المرسل|المرسلة|والصادر|والصادرة|المبلغ|والمبلغ|الصادر|الصادرة|الموجه|from|by"
BEFORE_AUTHOR: Final = "of|from|by|issued by|الصادر عن|الصادرة عن|الصادر من|الوارد من|الموجه من|من|عن"
BEFORE_MATTER: Final = (
    "بشأن|الخاص ب|الخاصة ب|بخصوص|المتعلق ب|حول|القاضي ب|المتضمن|والمتضمن|المتضمنة|concerning|about|regarding|on the subject of"
)
PASSED_ON: Final = (
    "المتضمن ما يلي|المتضمن|والمتضمن|المتضمن نصه|ونصه|الذي نصه|جاء فيه|الذي جاء فيه|والذي جاء فيه|والذي نصه|الآتي نصه|التالي نصه"
    "|وفيه|ما نصه|والقاضي|القاضي بما يلي|which reads|which says|reading"
    "|as follows|containing the following|stating|to the effect"
)
#: Sentences by which a whole paper tells what it does, where no title says.
TELLING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "acknowledgement": "نفيدكم باستلام|نعلمكم باستلام|نؤكد استلام|نشعركم باستلام|باستلام كتابكم|باستلام أمركم|وصلنا كتابكم"
        "|وصل كتابكم|وصلنا أمركم|تلقينا كتابكم|استلمنا كتابكم|تسلمنا كتابكم|اطلعنا على كتابكم"
        "|سنعمل بموجبه|علم ما جاء"
        "|علمنا بما جاء|أخذنا علما|سمعا وطاعة|we have received your|we received your|your letter has reached us|we have taken note"
        "|shall act accordingly"
        "|will act accordingly|acknowledge receipt",
        "testimony": "أشهد بأنني|أشهد أنني|أشهد بأني|أشهد أني|أشهد بالله|رأيت بعيني|شاهدت بعيني|سمعت بأذني|رأيت بأم عيني|بعد القسم"
        "|بعد أداء اليمين"
        "|بعد حلف اليمين|أفاد الشاهد|وبسؤاله أفاد|أدلى بشهادته|أدلى بإفادته|state that|declare that I|I saw|with my own eyes|on oath"
        "|being sworn"
        "|duly sworn|deposes|the witness states",
        "covering": "نرسل رفقا|نرسل طيه|نرسل إليكم رفقا|نرسل لكم رفقا|نرسل ربطا|نعيد إليكم ربطا|نعيد إليكم طيا|نعيد طيه|نحيل طيا"
        "|نحيل ربطا|نودعكم طيا|نودعكم ربطا"
        "|نقدم طيا|نرفع طيا|نرفع إليكم ربطا|نرفق لكم|نرفق ربطا|مرسل طيه|مرسل إليكم|يصلكم طيا|يصلكم ربطا|تصلكم طيا|we return herewith"
        "|I enclose|I attach|we attach"
        "|is enclosed|are enclosed|is attached herewith|please receive|نرفق طيا|نرفق إليكم|نرسل لكم طيا|نرسل إليكم طيا"
        "|نرسل لكم ربطا|نبعث إليكم|إليكم المرفقات|نودع لديكم"
        "|تجدون طيا|تجدون ربطا|مرفق طيا"
        "|نحيل إليكم|نحيل لكم|enclosed please find|please find enclosed|we enclose|attached please find|please find attached"
        "|we forward|herewith",
        "reminder": "لم يردنا منكم|لم يصلنا منكم|لم يصلنا ردكم|لم يصلنا رد|لم يردنا رد|لم تردنا إجابة|لم نتلق جوابا|لم نستلم ردكم"
        "|لم تجيبوا|ما زلنا ننتظر|لا زلنا ننتظر"
        "|نؤكد كتابنا|still await|still awaiting|await your reply|has gone unanswered|remains unanswered|نذكركم|نؤكد على كتابنا"
        "|لم يصلنا جواب|لم يردنا جواب|لم نتلق ردا|لم تصلنا إجابة|we remind you|have had no answer"
        "|no answer has reached"
        "|have received no answer|have not received an answer|no reply has|reminder",
        "receipt": "undersigned hereby acknowledges|undersigned acknowledges|acknowledges receipt of|وصلني أنا|قبضت أنا|قبضت من|وصلني من"
        "|استلمت من السيد|received from|I have received from|أقر أنا|استلمت أنا|تسلمت أنا"
        "|أنا الموقع أدناه استلمت|تم استلام مبلغ|I, the undersigned|received by me",
        "certificate": "يشهد|نشهد|تشهد|نؤيد|معروف لديه|hereby certif|certifies|certify|this is to certify",
        "threat": "قد أعذر من أنذر|أعذر من أنذر|وإلا هدم|وإلا هدمت|لن نرحم|ستندمون|سيكون مصيره|سيلقى جزاءه|وإلا فلا|or else|last notice"
        "|you have been warned|no mercy"
        "|or we will|or they will be|will be shown no|فلا تلومن|لا تلومن|آخر إنذار|إنذار أخير|last warning|final warning|blame none but"
        "|blame only yourself"
        "|nobody but yourself",
        "summons": "يقتضي حضورك|يقتضي حضوركم|يلزم حضوركم|يلزمكم الحضور|عليك الحضور|عليكم الحضور|وجوب مراجعة|بمراجعة"
        "|الحضور إلى|يحضر جبرا|بوجوب الحضور|المثول|to appear before|must appear|shall appear"
        "|be brought by force|report in person",
        "regulation": "هذه التعليمات|هذا النظام|هذه اللائحة|هذه الضوابط|these instructions|this regulation|these regulations|these rules",
        "minutes": "عقد اجتماع|انعقد الاجتماع|انعقدت الجلسة|التأمت اللجنة|اجتمع المجلس|اجتمع مجلس|عقد المجلس|بعد المداولة|بعد التداول"
        "|تقرر بالإجماع|بإجماع الحاضرين|افتتح المحضر"
        "|present were|those present|in attendance|it was resolved|the meeting opened|the meeting resolved|عقدت اللجنة|عقد الاجتماع"
        "|اجتمعت اللجنة|عقدت جلسة|the committee met|a meeting was held|held its meeting"
        "|held a meeting|was held in the presence",
        "handover": "سلم واستلم|جرى التسليم|جرى التوقيع على ذلك|handed over to|has handed to",
        "recommendation": "نزكي|نوصي|تزكيتنا|we recommend|is recommended by",
        "proclamation": "نعلن ما يلي|نعلن للجميع|إلى أهلنا|we announce|we proclaim|hereby announce",
        "petition": "أعرض لكم|أعرض على سيادتكم|أعرض لسيادتكم|أرجو شمولي|أسترحم|نسترحم|أرجو النظر إلي|نحن أهالي|we the residents"
        "|we, the residents|أتقدم إلى|نتقدم إلى|أتقدم بهذه الشكوى|ألتمس|مقدمه لكم|أتقدم إليكم|I beg to"
        "|the undersigned begs",
        "operation": "تحت اسم|ضمن عملية|في إطار عملية|as part of operation|under the name|as part of the operation",
        "circular": "للعمل بموجبه|يعمم على|يبلغ لمن يلزم|to be acted upon|for compliance|to be circulated",
    }
)
#: Who carries a paper that lets him pass.
BEARERS: Final = (
    "حامل هذه|لحامل هذه|حامل هذا|لحامل هذا|حاملها|لحاملها|حامله|لحامله|حامل الورقة|لحامل الورقة|المومأ إليه|the bearer|bearer"
    "|the holder|holder"
    "|حامل هذا الكتاب|حاملة هذا الكتاب|حامل هذه الورقة|حامل هذا الإذن|حامل هذا التصريح|الحامل|the carrier of this|the bearer of this"
)
