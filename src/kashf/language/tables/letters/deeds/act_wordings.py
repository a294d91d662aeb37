"""Wordings of several words that together name an act, by its kind; divided by bars and compared folded.

A verb that only helps, with the noun that tells the act, and English verbs with their particles. Nouns of doing that as often begin a
sentence which only tells ("the supply of") are left out, and so are formulas that ask for whatever is needful.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _each(deeds: str, objects: str) -> str:
    """Return each of some words of doing with each of some objects behind it, divided by bars."""
    return "|".join(f"{deed} {thing}" for deed in deeds.split("|") for thing in objects.split("|"))


WORDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "appoint": "إسناد منصب|إسناد مهام|إسناد وظيفة|إسناد مهمة|إناطة مهام|يناط ب|تناط ب|تسند إلى|يسند إلى|يعهد إلى|عهد إلى"
        "|تفويض صلاحية|تفويض صلاحيات|تخويل صلاحية|تخويل صلاحيات|منح صلاحية|منح صلاحيات|إصدار أمر تعيين|إصدار قرار تعيين|تكليفه بمهام"
        "|تكليفه بإدارة|تكليفها بمهام|تكليفه برئاسة|تعيينه في|تعيينه بوظيفة|تعيينه مديرا|تسميته رئيسا|تسميته مديرا|تنصيبه أميرا"
        "|توليته على|إلحاقه بوظيفة|ندبه للعمل|انتدابه للعمل|تثبيته في وظيفته|تثبيته في منصبه|ترقيته إلى|ترفيعه إلى|ترفيع|ترقية"
        "|تجديد تكليف|تمديد تكليف|يستخلف|تنسيب|إعادة تعيين|التعاقد مع|استخدامه بصفة|توظيف|توظيفه|put in charge of|putting in charge of"
        "|place in charge of|placed in charge of|take charge of|takes charge of|shall take charge of|take over the duties|take over as"
        "|takes over as|assume the duties|assume the post|assumes the duties|assume command|assumes command|take command of"
        "|takes command of|is to act as|shall act as|act as head|serve as|serves as|serving as|stand in for|deputise for|deputize for"
        "|fill the post|fill the vacancy|fill the vacant post|succeed as|promote to|promoting to|promoted to|nominate|nominating"
        "|nomination of|designate as|designated as|delegate authority to|delegation of authority|entrust with|entrusted with|install as"
        "|elect as|confirm in his post|confirmed in his post|confirmed as|secondment of",
        "dismiss": "إعفاؤه من|إعفائه من|إعفاؤها من|إعفائها من|عزله من|عزله عن|إقالته من|فصله من|فصله عن|تنحيته عن|إنهاء تعاقد"
        "|إنهاء عقد|إنهاء خدمته|إنهاء خدماته|إنهاء مهامه|إنهاء تكليفه|إنهاء عمله|إنهاء انتداب|فسخ عقد|فسخ العقد مع|كف يده|كف يدها"
        "|كف أيديهم|سحب اليد|سحب يد|إيقاف عن العمل|إيقافه عن العمل|توقيف عن العمل|توقيفه عن العمل|وقف عن العمل|وقفه عن العمل"
        "|يوقف عن العمل|الإيقاف عن العمل|توقيفه عن مزاولة|إحالة إلى التقاعد|إحالة على التقاعد|إحالته إلى التقاعد|إحالته على التقاعد"
        "|يحال إلى التقاعد|يحال على التقاعد|إحالة على المعاش|إحالته على المعاش|إحالة إلى الاستيداع|إحالة إلى المعاش|قبول استقالة"
        "|قبول استقالته|تقبل استقالة|قبول الاستقالة|ترقين قيد|يرقن قيد|شطب قيد|شطب اسمه من|تسريح من الخدمة|تسريحه من|تسريح من العمل"
        "|طرده من|إبعاده عن منصبه|تجريده من|تجريد من الرتبة|تنزيل رتبة|تنزيل رتبته|سحب تكليف|سحب التكليف|إلغاء تكليف|إلغاء تعيين"
        "|إلغاء ندب|إنهاء ندبه|استبعاده من|حرمانه من منصبه|الاستغناء عن خدماته|يستغنى عن خدماته|الفصل من الخدمة|الفصل من العمل"
        "|العزل من الوظيفة|انفكاكه من|remove from office|removed from office|removing from office|remove from his post"
        "|remove from the post|relieve of his duties|relieved of his duties|relieve of his post|relieve of command|relieved of command"
        "|relieved of duty|strip of rank|stripped of rank|strip of his|suspend from duty|suspended from duty|suspend from work"
        "|suspended from work|suspension from duty|dismiss from service|dismissed from service|dismissal from service"
        "|discharge from service|discharged from service|terminate the services|terminate the employment|terminate the contract of"
        "|termination of service|terminated|place on retirement|placed on retirement|retire from service|send into retirement"
        "|put on the retired list|accept the resignation|accepting the resignation|step down|stepping down|step aside"
        "|strike off the rolls|struck off the rolls|strike off the strength|struck off strength|cease to hold|ceases to hold|ceases to be"
        "|lay off|laying off|laid off|make redundant|expel|expelling|expelled|expulsion of",
        "transfer": "نقل خدمات|نقل خدماته|نقله إلى|نقلها إلى|نقلهم إلى|ينقل إلى|نقل مكاني|إعادة توزيع|إعادة نقل|نقل مقر|تغيير مقر"
        "|تغيير مكان|تحويل إلى ملاك|إحالة المعاملة|إحالة الملف|إحالة الأوراق|إحالة الطلب|إحالة القضية|إحالة الدعوى|إحالة الموقوف"
        "|إحالته إلى القضاء|إحالته إلى|إحالتهم إلى|يحال إلى|تحال إلى|ترحيل الأنقاض|ترحيل النفايات|سحب الآلية المعطلة|تحريك القوات"
        "|تحريك الآليات|تحريك قوة|إرسال تعزيزات|دفع تعزيزات|إيفاده إلى|الإيفاد إلى|تنسيبه إلى|تنسيب خدمات|إلحاقه ب|يلحق ب|تلحق ب"
        "|إجراء مناقلة|المناقلة بين|تبادل مواقع|post to|posting to|posted to|reassign|reassigning|reassigned|reassignment of|transfer of"
        "|relocate|relocating|relocation of|move to|move out to|moving to|removal to|send on secondment|second to|seconded to|attach to"
        "|attaching to|attached for duty|rotate|rotating|rotation of|bring over|bring across|carry over|carry across|carry to|cart away"
        "|haul away|haul off|haul to|refer the case|refer the file|refer the matter|referred to the court|refer to the court"
        "|remit the case|hand on to|forward to|forwarding to|transmit to|transmitting to|transmittal of",
        "evacuate": "إخلاء السكان|إخلاء الأهالي|إخلاء المنازل|إخلاء المباني|إخلاء المبنى|إخلاء المنطقة|إخلاء العقار|إخلاء المأجور"
        "|إخلاء المحل|إخلاء الحي|إخلاء القرية|إخلاء الجرحى|إخلاء المصابين|إخلاء المرضى|إخلاء المدنيين|إخلاء العائلات|إخلاء المقر"
        "|إخلاء المقرات|ترك المنازل|ترك منازلهم|ترك منازلكم|ترك البيوت|مغادرة المنازل|مغادرة منازلهم|مغادرة منازلكم|مغادرة بيوتهم"
        "|مغادرة بيوتكم|مغادرة المساكن|إخراج السكان|إخراج الأهالي|إخراج المدنيين|إخراج العائلات|إخراج الجرحى|ترحيل الأهالي|ترحيل السكان"
        "|ترحيل العائلات|نقل السكان|نقل الأهالي|نقل الجرحى|نقل المصابين|الخروج من المنازل|الخروج من البيوت|شغور المنازل|move out"
        "|moving out|move people out|get out of the houses|leave their homes|leaving their homes|leave your homes|leaving your homes"
        "|leave their houses|leave your houses|leave the houses|quit the premises|quit their houses|quit the building|clear the area"
        "|clearing the area|clear the houses|clear the building|clear the premises|clear out|clearing out|empty the houses"
        "|empty the building|remove the inhabitants|remove the population|remove the residents|bring out the wounded"
        "|bring out the families|get the families out|take out the wounded|evacuate the|evacuation from|vacate the|vacating of"
        "|hand back the premises|vacant possession",
        "deliver": "تسليم المواد|تسليم السلاح|تسليم الأسلحة|تسليم العهدة|تسليم ما بعهدته|تسليم ما بذمته|تسليم ما بحوزته|تسليم الذمة"
        "|تسليم الأمانات|تسليم الجثمان|تسليم الجثة|تسليم المفاتيح|التسليم والاستلام|إجراء التسليم والاستلام|إجراء الدور والتسليم"
        "|تسليم واستلام|القيام بتسليم|تأمين المواد|تأمين الوقود|تأمين المحروقات|تأمين الغذاء|تأمين الأدوية|تأمين الطعام|تأمين المياه"
        "|تأمين آلية|تأمين سيارة|تأمين الاحتياجات|تأمين احتياجات|تأمين المستلزمات|تأمين مستلزمات|تأمين قطع|توفير المواد|توفير الاحتياجات"
        "|سد الحاجة من|سد احتياجات|سد حاجة|تلبية احتياجات|تلبية طلب|تزويدهم ب|تزويده ب|تزويدنا ب|مدنا ب|إرسال شحنة|إرسال كمية|صرف ذخيرة"
        "|صرف مواد|صرف وقود|صرف محروقات|صرف مهمات|صرف سلاح|صرف بنادق|صرف كمية|صرف عهدة|إعادة العهدة|إعادة ما استلمه|إعادة المواد"
        "|إعادة السلاح|رد العهدة|رد الأمانة|استلام المواد|استلام الكمية|استلام العهدة|إيداع المواد|إيداع الأسلحة|إيداعها المستودع"
        "|إنزال الحمولة|تفريغ الحمولة|إيصال المساعدات|إيصال المواد|إيصال البريد|منحه كمية|إعطاء حامله|إعطاء حامل|hand in|handing in"
        "|handed in|hand back|handing back|handed back|give back|giving back|give up|giving up|give to|giving to|turn in|turning in"
        "|turned in|turn over|turning over|turned over|make over|bring in|bringing in|bring back|bringing back|send back|sending back"
        "|send on|send off|send out|sending out|send down|send up|send forward|pass over|deliver up|delivering up|deliver to|fetch"
        "|fetching|drop off|dropping off|ship to|shipping to|make available|making available|made available|place at the disposal"
        "|put at the disposal|take delivery|taking delivery|took delivery|accept delivery|take receipt|receive delivery|return to store"
        "|returned to store|draw from store|draw from stores|drawn from store|issue from store|issue to|surrender of|handover of"
        "|handing over of|lend to|consignment of|equip with|equipped with|furnish with|fit out with|dispatch of|despatch of|despatch"
        "|despatching",
        "report": "|".join(
            (
                _each(
                    "تقديم|إرسال|رفع|يرفع|تقدم|كتابة|ترسل|يرسل|قدموا|إعداد|تحرير|بعث|ابعثوا|رفعنا|يقدم|ارفعوا|تنظيم|أرسلوا|ترفع|يكتب"
                    "|اكتبوا",
                    "تقرير|تقريرا|تقارير|التقرير|التقارير",
                ),
                _each(
                    "تقديم|إرسال|رفع",
                    "موقف|موقف يومي|الموقف|الموقف اليومي|موجز|خلاصة|إيضاح|توضيح|إجابة|الإجابة|جواب|مطالعة|بيان مفصل|إحاطة|معلومات عن"
                    "|ملاحظاتكم|مرئياتكم|مقترحاتكم|رأيكم",
                ),
                (
                    "بيان الرأي|بيان رأيكم|إبداء الرأي|إبداء رأيكم|إبداء الملاحظات|إبداء المرئيات|بيان الأسباب|بيان أسباب|بيان مطالعتكم"
                    "|بيان مرئياتكم|بيان ما إذا|موافاتي|يوافى|توافى|يوافينا|توافونا|تزويدنا بالمعلومات|تزويدنا بموقف|تزويدنا بإجابتكم"
                    "|تزويدنا بما|مدنا بمعلومات|مدنا بتقرير|إفادتي|إفادتها|يفاد|إشعارنا|إشعارها|إحاطتنا علما|إحاطتنا|اطلاعنا على"
                    "|الإجابة على|الإجابة عن|الرد على|سرعة الرد|الرد على كتابنا|سرعة الإجابة|سرعة الإفادة|الإفادة عن|الإفادة عما"
                    "|الإفادة بما|الإفادة حول|أعلموني|أشعرونا|أفيدوني|وافوني|أجيبونا|زودونا بتقرير|زودونا بمعلومات|بينوا لنا|أوضحوا لنا"
                    "|أطلعونا|الإبلاغ عن|إبلاغنا عن|إبلاغنا ب|التبليغ عن|الإخبار عن|تقديم بلاغ عن|مخاطبتنا|مكاتبتنا|مراسلتنا|مفاتحتنا"
                    "|استيضاح|تقديم مبررات|بيان مبررات|شرح أسباب|تبرير أسباب|report back|reporting back|report on|report in writing"
                    "|submit reports|submitting reports|submit a return|submitting a return|send a report|send in a report|send reports"
                    "|sending reports|furnish a report|furnish this office with|render a report|rendering a report|render returns"
                    "|make a report|file a report|filing a report|write a report|keep us informed|keep this office informed"
                    "|keep us posted|advise this office|advise us|advising us|let this office know|let me know|state in writing"
                    "|state the reasons|explain in writing|explain why|give reasons|give us details|give particulars|submit particulars"
                    "|forward a report|forwarding a report|put in writing|submit your comments|let us have your views"
                    "|let us have your comments|revert to us|come back to us|get back to us|brief us|notify this office"
                    "|give notice to us|report progress"
                ),
            )
        ),
        "list": "|".join(
            (
                _each(
                    "تنظيم|ترسل|نظموا|أرسلوا|رفع|إعداد|ترفع|ارفعوا|أعدوا|إرسال|يرفع|تقديم",
                    "قائمة|قوائم|كشف|كشوف|كشوفات|كشفا|جدول|جداول|جدولا|لائحة|لوائح|أسماء|بيان بأسماء|الأسماء|إحصائية|إحصائيات|إحصاء"
                    "|سجل بأسماء",
                ),
                _each(
                    "إمدادنا|موافاتي|موافاتنا|تزويدنا|زودونا|مدنا|وافونا",
                    "بأسماء|بقائمة|بقوائم|بكشف|بكشوف|بكشوفات|بجدول|بجداول|بلائحة|بلوائح|بإحصائية|بإحصاء|ببيان|بأعداد",
                ),
                _each("وضع|عمل|تهيئة|تحضير|تدوين|يعد|تعد|يرسل|تنظم|ينظم|يقدم", "بيان بأسماء|سجل بأسماء"),
                (
                    "حصر أعداد|حصر أسماء|حصر شامل|الحصر الشامل|الجرد السنوي|جرد عام|جرد شامل|إجراء جرد|إجراء الجرد|القيام بجرد"
                    "|أعمال الجرد|تنظيم محضر جرد|إجراء إحصاء|إجراء تعداد|مسك سجل|مسك سجلات|مسك دفتر|فتح سجل|تنظيم سجل|قيد أسماء"
                    "|تسجيل أسماء|تسجيل الأسماء|draw up a roll|draw up an inventory|drawing up an inventory|take an inventory"
                    "|taking an inventory|take inventory|taking inventory|take stock of|taking stock of|stocktaking|make an inventory"
                    "|keep a register|keeping a register|keep a record of|keeping a record of|keep a list|maintain a register"
                    "|maintaining a register|maintain a list|compile a list|compiling a list|compile lists|prepare a schedule"
                    "|prepare a roll|prepare a statement of|submit a roll|submit a nominal roll|submit a schedule|submit a statement of"
                    "|send a list|send lists|send in lists|send the names|send us the names|submit the names|submitting the names"
                    "|forward the names|forward a list|put in a return of|enter the names|take the names|take a census|taking a census"
                    "|take a head count|make a count|account for the number of"
                ),
            )
        ),
        "pay": "صرف رواتب|صرف راتب|صرف مستحقات|صرف مكافأة|صرف مبلغ|صرف أجور|صرف بدل|صرف تعويض|صرف إعانة|منح مكافأة|منح سلفة"
        "|منح علاوة|منح بدل|منح تعويض|منح إعانة|تحويل مبلغ|تحويل مبلغا|تحويل المبلغ|تحويل رواتب|تحويل المستحقات|إرسال مبلغ|تسليم مبلغ"
        "|تسليم المبلغ|تسليم مبلغا|تسليم رواتب|تسليم الرواتب|إيداع مبلغ|إيداع المبلغ|تسديد قيمة|سداد قيمة|تسوية المبلغ|تسوية الحساب"
        "|تسوية المستحقات|إطلاق رواتب|إطلاق صرف|إجراء الصرف|الصرف من|دفع الرسوم|دفع ثمن|أداء مبلغ|أداء الرسوم|أداء واجبات|أداء مستحقات"
        "|قيد المبلغ على|تحمل نفقات|تحمل تكاليف|تعويض المتضررين|تعويض الأضرار|استيفاء الرسوم|استيفاء رسم|تحصيل الرسوم|تحصيل المبالغ"
        "|جباية الرسوم|استيفاء مبلغ|فرض رسم|صرف قيمة|فتح اعتماد|make payment|making payment|make the payment|effect payment"
        "|effecting payment|settle the account|settling the account|settle the bill|settle the invoice|clear the balance|meet the cost"
        "|meeting the cost|bear the cost|bearing the cost|bear the expense|defray|defraying|release the funds|release funds"
        "|releasing funds|transfer the amount|transfer the sum|transfer the funds|remit the amount|remit the sum|credit the account"
        "|credit his account|debit the account|advance the sum|advance a sum|grant an advance|grant an allowance|grant compensation"
        "|award compensation|hand over the sum|hand over the amount|pay out|paying out|pay off|paying off|pay in|pay up|paid out"
        "|payment in full|reimbursement of|remittance of|collect the fees|collect fees|levy a fee|levy a fine|charge to the account",
        "inspect": "إجراء تفتيش|إجراء كشف|إجراء الكشف|إجراء معاينة|إجراء المعاينة|إجراء فحص|إجراء الفحص|إجراء تدقيق|إجراء التدقيق"
        "|إجراء تحقيق|إجراء التحقيق|إجراء تحقيقا|فتح تحقيق|فتح تحقيقا|إجراء مسح|إجراء زيارة|إجراء جولة|القيام بجولة|القيام بزيارة"
        "|القيام بجولات|جولة تفتيشية|جولات تفتيشية|زيارة ميدانية|زيارة تفتيشية|تسيير دوريات|تسيير دورية|تسيير الدوريات|التحقق من"
        "|التثبت من|التأكد من صحة|الوقوف على|تقصي الحقائق|جمع الاستدلالات|إجراء التحريات|إجراء تحريات|التحري عن|جمع المعلومات|جمع معلومات"
        "|استقاء المعلومات|الاستعلام عن|البحث والتحري|التفتيش عن|حملة تفتيش|حملات تفتيش|مداهمة منزل|تمشيط المنطقة|رصد تحركات"
        "|مراقبة تحركات|وضع تحت المراقبة|إخضاع للفحص|التفتيش الدوري|أخذ إفادة|أخذ أقوال|سماع أقوال|سماع الشهود|ضبط إفادة|تدوين إفادة"
        "|أخذ عينات|أخذ عينة|فحص مخبري|carry out an inspection|carrying out an inspection|conduct an inspection|conducting an inspection"
        "|make an inspection|conduct a search|carry out a search|carry out searches|make a search|look into|looking into|look over"
        "|go over|go through the|check up on|check on|check out|inquire into|enquire into|inquiring into|hold an inquiry|hold an enquiry"
        "|open an inquiry|open an investigation|conduct an investigation|conduct an inquiry|carry out an investigation|carry out a survey"
        "|conduct a survey|carry out an audit|conduct an audit|carry out checks|make checks|run checks|run a check|make a round of"
        "|make rounds|mount patrols|send out patrols|carry out patrols|take statements|take a statement|take samples|take a sample"
        "|ascertain|ascertaining|ascertained|keep under observation|keep under surveillance|keep watch on suspects|investigation of"
        "|investigation into|examination of|verification of|audit of",
        "guard": "تأمين الطريق|تأمين الطرق|تأمين المنطقة|تأمين الحماية|تأمين المقر|تأمين المقرات|تأمين المداخل|تأمين المباني"
        "|تأمين الحدود|تأمين الحاجز|تأمين القافلة|تأمين موكب|توفير الحماية|توفير الحراسة|تقديم الحماية|وضع حراسة|وضع الحراسة|وضع حارس"
        "|وضع حراس|وضع خفير|تعيين حراسة|تعيين حراس|تعيين خفراء|إقامة حراسة|نشر حراسة|القيام بالحراسة|أعمال الحراسة|واجب الحراسة"
        "|واجبات الحراسة|مهام الحراسة|نوبات الحراسة|نوبة حراسة|تولي الحراسة|مضاعفة الحراسة|مضاعفة الحراسات|تكثيف الحراسة|تعزيز الحماية"
        "|تعزيز الحراسات|تشديد الحراسات|السهر على أمن|السهر على حماية|المحافظة على أمن|الحفاظ على أمن|المرابطة على|المرابطة في|الرباط على"
        "|الرباط في|مرافقة القافلة|مواكبة القافلة|مرافقة أمنية|رفع الجاهزية|رفع حالة التأهب|stand guard|standing guard|mount guard"
        "|mounting guard|mount a guard|post guards|posting guards|post a guard|post sentries|posting sentries|set a guard|place a guard"
        "|place under guard|keep guard|keeping guard|keep watch|keeping watch|stand watch|standing watch|take guard duty|do guard duty"
        "|double the guard|doubling the guard|double the guards|double the sentries|increase the guard|reinforce the guard"
        "|provide an escort|provide escort|providing an escort|escort the|escorting the|see to the security of|safeguard|safeguarding"
        "|safeguarded|watch over|watching over",
        "repair": "إجراء صيانة|إجراء الصيانة|إجراء إصلاح|إجراء الإصلاحات|إجراء إصلاحات|القيام بصيانة|أعمال الصيانة|أعمال صيانة"
        "|أعمال الترميم|أعمال ترميم|أعمال الإصلاح|إعادة تأهيل|إعادة إعمار|إعادة بناء|إعادة ترميم|إصلاح الأعطال|إصلاح العطل|إزالة العطل"
        "|معالجة العطل|معالجة الأعطال|إعادة التيار|إعادة ضخ|استبدال القطع التالفة|تبديل القطع|إعادة تعبيد|ترقيع الطريق|كشف وإصلاح"
        "|carry out repairs|carrying out repairs|carry out the repair|carry out maintenance|undertake repairs|effect repairs"
        "|effecting repairs|make repairs|making repairs|make good|making good|put right|putting right|put in order|putting in order"
        "|put back in order|put into working order|set right|do up|overhauling|repair of|repairs to|restoration of|renovation of"
        "|rebuilding of|bring back into service|return to service|restore power|restore service",
        "committee": "تشكيل هيئة|تشكيل لجان|تشكل لجان|تؤلف لجان|تشكيل مجلس تحقيقي|تشكيل مجلس|تشكيل هيئة تحقيق|تأليف هيئة|تأليف لجان"
        "|تكوين لجنة|تكوين لجان|تكون لجنة|إنشاء لجنة|إنشاء لجان|تنشأ لجنة|إحداث لجنة|إحداث لجان|تحدث لجنة|تأسيس لجنة|تشكيل خلية أزمة"
        "|تشكيل غرفة عمليات|تشكيل فريق|تشكيل فريق عمل|تشكيل مجموعة عمل|تعيين لجنة|ندب لجنة|انتداب لجنة|إيفاد لجنة|تكليف لجنة"
        "|إعادة تشكيل لجنة|إعادة تشكيل اللجنة|appoint a committee|appointing a committee|establish a committee|establishing a committee"
        "|constitute a committee|constituting a committee|convene a committee|convene a board|convening a board|form a board|form a panel"
        "|form a working group|form a commission|set up a commission|set up a board|set up a panel|set up a working group"
        "|establish a board|establish a commission|strike a committee|committee is hereby formed|committee shall be formed"
        "|form committees|set up committees",
        "close": "إيقاف العمل في المحل|غلق المحل|غلق المحلات|غلق الطريق|غلق الحدود|غلق المعبر|إغلاق الطريق|إغلاق المعبر"
        "|إغلاق المحال|قطع الطرق|سد الطريق|سد المنافذ|سد الثغرات|ختم المحل بالشمع|ختم بالشمع الأحمر|تشميع المحل|وضع الأختام"
        "|منع الدخول والخروج|فرض حظر التجول|فرض حظر تجول|فرض منع التجول|فرض طوق أمني|ضرب طوق|تعليق الدوام|تعطيل الدوام|تعطيل الدوائر"
        "|تعطيل المدارس|إنزال الستار|إقامة ساتر|close down|closing down|closed down|close off|closing off|closed off|shut down"
        "|shutting down|shut off|seal off|sealing off|sealed off|block off|blocking off|cordon off|cordoning off|put up a barrier|wind up"
        "|winding up|board up|lock up|locking up|keep closed|impose a curfew|imposing a curfew|suspend traffic|roadblock on"
        "|closure of the|closing of",
        "open": "فتح باب التسجيل|فتح الطريق|فتح الطرق|فتح المعبر|فتح المعابر|فتح مكتب|فتح فرع|فك الحصار|رفع الحصار|رفع الأختام"
        "|فض الأختام|فك الأختام|رفع الحظر|رفع حظر التجول|إعادة تشغيل|إعادة التشغيل|إعادة افتتاح|استئناف العمل|استئناف الدوام|معاودة العمل"
        "|مباشرة التشغيل|وضع في الخدمة|إدخال الخدمة|إزالة السواتر|إزالة الحواجز|open up|opening up|opened up|put into service"
        "|putting into service|bring into service|bring into use|put into operation|putting into operation|lift the curfew"
        "|lift the closure|lifting of|remove the seals|break the seals|reopening of|opening of|resumption of|throw open|keep open",
        "travel": "الدخول إلى|الدخول والخروج|الخروج من|مغادرة البلاد|مغادرة المدينة|مغادرة المنطقة|مغادرة القطر|الاقتراب من"
        "|التجول في|التجوال في|سير المركبات|سير الآليات|سير السيارات|مرور المركبات|مرور الآليات|مرور الشاحنات|مرور السيارات|دخول الشاحنات"
        "|عبور الحدود|عبور الجسر|عبور الحاجز|اجتياز الحاجز|اجتياز الحدود|قيادة السيارة|قيادة المركبات|قيادة الدراجات|ركوب الدراجات"
        "|استعمال الدراجات|استخدام الدراجات النارية|ارتياد المقاهي|الإبحار في|التحليق فوق|التواجد في|القدوم إلى|الذهاب إلى|التوجه إلى"
        "|العودة إلى|الهجرة إلى|leave the country|leaving the country|leave town|leave the city|leave the area|leave the district"
        "|go out of|going out of|go into|going into|go through|going through|go past|go beyond|go near|come into|coming into|come through"
        "|get through|be let through|let through|letting through|let pass|letting pass|be allowed through|set out for|setting out for"
        "|head for|heading for|make for|make his way|proceed to|proceeding to|drive through|drive past|driving in|ride through|walk about"
        "|roam|roaming|use the road|use the bridge|entry into|entry to|exit from|be out after|be on the road|be on the streets"
        "|be on the street|stay out after|sail|sailing|embark|disembark|fly over",
        "carry-arms": "حيازة السلاح|حيازة الأسلحة|حيازة سلاح|اقتناء السلاح|اقتناء الأسلحة|إشهار السلاح|شهر السلاح|استعمال السلاح"
        "|استخدام السلاح|التسلح|التجول بالسلاح|التجول المسلح|الظهور المسلح|إطلاق الرصاص|إطلاق العيارات النارية|إطلاق الأعيرة النارية"
        "|إطلاق الأعيرة|الرمي العشوائي|إطلاق النار العشوائي|فتح النار|دخول بالسلاح|الدخول بالسلاح|إدخال السلاح|حمل المسدسات|حمل المسدس"
        "|حمل الأسلحة النارية|حمل السلاح الأبيض|حمل البنادق|possess arms|possessing arms|possession of arms|possession of weapons"
        "|possess weapons|possessing weapons|possess firearms|keep arms|keep weapons|have arms|wear arms|wearing arms|wear a sidearm"
        "|brandish|brandishing|open fire|opening fire|fire shots|firing shots|fire into the air|firing into the air|discharge firearms"
        "|discharge of firearms|discharging weapons|carry firearms|carrying firearms|carry a weapon|carrying a weapon|carry a gun"
        "|carrying guns|carry guns|bear weapons|go armed|going armed|go about armed|use of weapons|use of firearms|come armed|enter armed",
        "trade": "التعامل بالبيع|البيع والشراء|الشراء والبيع|بيع أو شراء|شراء أو بيع|الاتجار ب|المتاجرة ب|الاتجار في|تجارة الأسلحة"
        "|تجارة السلاح|تجارة المحروقات|تهريب المحروقات|تهريب الأسلحة|تهريب البضائع|التعامل بالعملة|تداول العملة|تداول العملات|صرف العملات"
        "|تصريف العملات|عرض للبيع|عرض البضائع|البيع بالمزاد|بيع بالمزاد العلني|إجراء مزايدة|إجراء مناقصة|إعلان مناقصة|طرح مناقصة"
        "|تأجير المحل|تأجير العقار|استئجار محل|استئجار عقار|نقل الملكية|نقل ملكية|رفع الأسعار|احتكار السلع|احتكار المواد|فتح بسطات"
        "|وضع البسطات|put up for sale|offer for sale|offering for sale|put on sale|sale or purchase|buying and selling|buying or selling"
        "|deal in|dealing in|trade in|trading in|do business|doing business|carry on trade|carrying on trade|carry on business"
        "|trafficking|traffic in|smuggle|smuggling|hoard|hoarding|sell at auction|sell by auction|put out to tender|invite tenders"
        "|lease out|rent out|renting out|let out on hire|hire out|exchange currency|exchange of currency|change money|changing money",
        "publish": "نشر الأخبار|نشر أخبار|نشر معلومات|نشر أي معلومات|نشر صور|نشر الصور|نشر الشائعات|بث الشائعات|إطلاق الشائعات"
        "|ترويج الشائعات|تناقل الأخبار|تناقل الشائعات|نقل الأخبار|نقل الشائعات|إفشاء الأسرار|إفشاء أسرار|كشف الأسرار|تسريب المعلومات"
        "|تسريب معلومات|تسريب الوثائق|إعطاء معلومات|إعطاء تصريحات|الإدلاء بتصريح|الإدلاء بتصريحات|الإدلاء بأي تصريح"
        "|التصريح لوسائل الإعلام|التصريح للصحافة|الحديث لوسائل الإعلام|النشر في وسائل|إصدار بيان|إصدار بيانات|إصدار الصحف|إذاعة الأخبار"
        "|إذاعة خبر|إلصاق الإعلانات|إلصاق المنشورات|لصق الإعلانات|توزيع المنشورات|توزيع منشورات|طباعة المنشورات|تعليق الإعلانات"
        "|نشره في الجريدة الرسمية|النشر في الجريدة|make public|making public|made public|make known|making known|spread rumours"
        "|spreading rumours|spread news|spread word|give interviews|giving interviews|give an interview|give statements to"
        "|speak to the press|talk to the press|talk to journalists|speak to journalists|make statements to|pass on information"
        "|passing on information|give away|giving away|give out information|give out news|put up posters|put up notices"
        "|putting up notices|hand out leaflets|distribute leaflets|print leaflets|put online|put on the internet|post online|share online"
        "|dissemination of|disseminate|disseminating|disclosure of|release to the press|leak to|put about",
        "photograph": "التقاط الصور|التقاط صور|التقاط صورة|أخذ الصور|أخذ صور|استعمال الكاميرات|استعمال الكاميرا|استخدام الكاميرات"
        "|استخدام الكاميرا|استعمال آلات التصوير|استخدام أجهزة التصوير|إدخال الكاميرات|حمل الكاميرات|حمل آلات التصوير"
        "|استخدام الهاتف في التصوير|التصوير الفوتوغرافي|التصوير بالهاتف|التصوير بالفيديو|تسجيل مقاطع مصورة|تصوير المقرات"
        "|استخدام الطائرات المسيرة للتصوير|take photographs|taking photographs|take a photograph|take a picture|taking of pictures"
        "|taking of photographs|use of cameras|use a camera|using a camera|use cameras|bring cameras|carry cameras|carry a camera"
        "|make a film|making films|shoot film|shoot footage|shooting footage|record on video|video recording|make recordings|filming of"
        "|photographing of",
        "withdraw": "سحب القوات|سحب العناصر|سحب قوات|سحب الحواجز|سحب الآليات|سحب السلاح الثقيل|الانسحاب إلى|الانسحاب من"
        "|الانسحاب التكتيكي|التراجع إلى|الرجوع إلى الخط|إخلاء المواقع|ترك المواقع|ترك الموقع|إعادة الانتشار|إعادة انتشار|إعادة تموضع"
        "|الانكفاء إلى|العودة إلى الثكنات|fall back|falling back|fell back|pull out of|pull back to|draw back|drawing back|move back"
        "|moving back|stand down|standing down|abandon the position|abandon positions|give up the position|withdrawal from|withdrawal to"
        "|retreat to|retreating to|redeploy to the rear|disengage|disengaging|return to barracks|call back the",
        "summon": "الحضور أمام|الحضور لدى|الحضور شخصيا|الحضور الشخصي|المثول أمام|المثول لدى|المجيء إلى|التقدم إلى مكتب"
        "|التقدم إلى مقر|مراجعة مكتب|مراجعة هذا المكتب|مراجعة هذه الدائرة|مراجعة دائرة|مراجعة مقر|مراجعة قسم|مراجعة مخفر|مراجعة المحكمة"
        "|مراجعة مكتبنا|مراجعة دائرتنا|مراجعتنا|تسليم نفسك|تسليم نفسه|تسليم أنفسكم|تسليم أنفسهم|إحضار المذكور|إحضار المتهم|إحضار الشهود"
        "|إحضار المدعو|جلب المتهم|جلب المدعو|سوق المتهم|ضبط وإحضار|تبليغه بالحضور|تبليغهم بالحضور|إبلاغه بالحضور|تكليفه بالحضور"
        "|استدعاء المذكور|استدعاء الشهود|دعوة الشهود|دعوتكم إلى الحضور|التفضل بالحضور|تشريفنا بالحضور|الاتصال بمكتب|حضور جلسة|حضور الجلسة"
        "|حضور التحقيق|أداء الشهادة|الإدلاء بالشهادة|سماع شهادتك|لسماع شهادتك|سماع إفادتك|call in for questioning|call before"
        "|called before|come before|come to this office|coming to this office|come to our office|come in person|attend in person"
        "|attend this office|attend at this office|attend court|attend the court|attend the hearing|attend before|report to this office"
        "|report to the police|report to the office|report to the station|report yourself|report himself|present yourself"
        "|presenting yourself|present himself|present themselves|presenting himself|make an appearance|give evidence|giving evidence"
        "|give testimony|give a statement|give your statement|bring before|brought before|produce before|produced before|stand before"
        "|answer before|turn yourself in|turn himself in|hand himself in|hand yourself in|surrender himself|surrender yourself"
        "|serve a summons|issue a summons",
        "execute": "تنفيذ ما ورد|تنفيذ ما ذكر|تنفيذ ما تقدم|تنفيذ ما سبق|تنفيذ الأمر|تنفيذ القرار|تنفيذ التعليمات|تنفيذ الأوامر"
        "|تنفيذ مضمون|تنفيذ أحكام|تنفيذ بنود|تنفيذ المطلوب|تنفيذ محتوى|تنفيذ فحوى|تنفيذ موجب|إنفاذ ما ورد|إنفاذ ما جاء|إنفاذ مضمونه"
        "|إنفاذ مقتضاه|إنفاذ أمرنا|إنفاذ الموجب|إنفاذ المقتضى|إجراء مقتضاه|إجراء موجبه|إجراء الموجب|إجراء المقتضى|العمل بمقتضاه"
        "|العمل بمضمونه|العمل بما ورد|العمل بما جاء|العمل به|العمل بها|العمل وفقه|العمل على تنفيذه|وضعه حيز التنفيذ|وضعها موضع التنفيذ"
        "|وضعه موضع التطبيق|تطبيق ما ورد|تطبيق ما جاء|تطبيق التعليمات|السهر على تنفيذه|السهر على تطبيقه|متابعة تنفيذه|متابعة تنفيذ ما"
        "|مراعاة ما ورد|مراعاة ما جاء|مراعاة ما تقدم|تنفيذه بدقة|التنفيذ الفوري|التنفيذ بدقة|اعتماد ما ورد|يعمل بموجبه|يعمل به من"
        "|يعمل به اعتبارا|ينفذ هذا|ينفذ من|تنفذ هذه|ينفذ اعتبارا|act on this|act on it|acting on this|act upon this|act accordingly"
        "|acting accordingly|act in accordance with|comply with the above|comply with this|complying with this|comply with the foregoing"
        "|comply herewith|abide by this|abide by the above|abiding by this|adhere to this|adhere to the above|carry this out"
        "|carry it into effect|carry into effect|carrying into effect|see to it that|see that this|see to this|see to its execution"
        "|see to the execution|ensure compliance|ensure strict compliance|strict compliance|implement the above|implement this"
        "|implementing this|implementation of this|put this into effect|put the above into effect|give effect to this|enforce this"
        "|enforcing this|attend to the above|attend to this|observe the above|apply the above|execution of this|execution of the above",
        "inform": "لفت نظر|لفت أنظار|لفت انتباه|استرعاء انتباه|توجيه إنذار|توجيه تنبيه|توجيه لفت نظر|إعلان مضمونه|إذاعة مضمونه"
        "|تعميمه على|تعميم ذلك|تعميم مضمونه|إبلاغ من يلزم|إبلاغ ذلك|إبلاغ كافة|تبليغ من يلزم|تبليغ ذلك|تبليغ أصحاب|تبليغه إلى"
        "|تبليغ الأطراف|إشعار من يلزم|إشعار الجهات|إخطار الجهات|إحاطة الجميع|إعلام الجميع|إعلام الأهالي|إعلام المعنيين|إعلام ذوي الشأن"
        "|نشره بين|تلاوته على|قراءته على|تعليقه في لوحة|تعليقه على لوحة|إلصاقه في|النداء في|بالمناداة في|bring to the notice of"
        "|bringing to the notice of|bring to the attention of|bringing to the attention of|draw the attention of|make known to"
        "|pass the word|pass on to|passing on to|pass this on|read out to|read to all|give notice to|giving notice to|serve notice on"
        "|serving notice on|send word to|let it be known|have it read|communicate to|communicating to|convey to all|impress upon|caution"
        "|cautioning|make aware|acquaint with",
        "detain": "إيداع السجن|إيداعه السجن|إيداع الموقوف|إيداعه التوقيف|إلقاء القبض على|يلقى القبض|إصدار مذكرة توقيف"
        "|إصدار مذكرة قبض|إصدار أمر قبض|تنفيذ مذكرة القبض|وضع في السجن|وضعه في السجن|وضع رهن الاعتقال|وضع رهن التوقيف"
        "|وضع تحت الحراسة النظرية|الوضع تحت الإقامة الجبرية|فرض الإقامة الجبرية|التحفظ على المتهم|التحفظ عليه|تمديد التوقيف|تمديد توقيف"
        "|اقتياد إلى السجن|حجز المتهم|حجز المذكور|ملاحقة المطلوبين|ملاحقة المتهم|take into custody|taking into custody|taken into custody"
        "|place under arrest|placing under arrest|put under arrest|put in prison|put in jail|put behind bars|lock up the accused"
        "|hold in custody|holding in custody|keep in custody|keeping in custody|remand in custody|remanded in custody|place in detention"
        "|place under house arrest|issue a warrant|round up|rounding up|pick up the suspect|arrest of|detention of|imprisonment of"
        "|hand over to the police",
        "release": "إطلاق سراح الموقوف|إخلاء سبيله|إخلاء سبيلهم|إطلاق سراحه|إطلاق سراحهم|الإفراج عنه|الإفراج عن الموقوف|الإفراج عنهم"
        "|إفراج عن|يفرج عنه|يطلق سراحه|يخلى سبيله|العفو عن|العفو عنه|فك أسر|فك أسره|فك الحجز عن|رفع الحجز عن|تحرير الأسرى|تحرير الرهائن"
        "|تحرير المخطوفين|تركه حرا|رفع التوقيف|رفع الإقامة الجبرية|إلغاء توقيف|الإفراج بكفالة|إخلاء سبيل بكفالة|منح الحرية|ترك سبيل"
        "|إخراج من السجن|set free|setting free|let go|letting go|release on bail|release from custody|release from prison"
        "|discharge from custody|discharge from prison|release of|grant bail|granting bail|pardon|pardoning|pardoned|bail out"
        "|let out of prison|set at liberty",
        "confiscate": "وضع اليد على|وضع اليد|الحجز على|إلقاء الحجز على|الحجز التحفظي|حجز احتياطي|إيقاع الحجز|التحفظ على الأموال"
        "|التحفظ على البضائع|التحفظ على الآلية|نزع ملكية|نزع الملكية|الاستيلاء على|الاستيلاء|مصادرة البضائع|مصادرة السلاح|مصادرة الآلية"
        "|حجز السيارة|حجز الآلية|حجز المركبة|حجز البضاعة|حجز الدراجات|ضبط البضائع|ضبط المواد|ضبط المهربات|سحب السلاح من|نزع السلاح"
        "|نزع سلاح|تجميد الأموال|تجميد أموال|تجميد الحسابات|تجميد الأرصدة|ضم إلى بيت المال|يصادر السلاح|take possession of"
        "|taking possession of|take away the|taking away the|lay hold of|lay hands on|requisition of|requisitioning|commandeer"
        "|commandeering|attach the property|attachment of property|freeze the assets|freezing of assets|freeze the accounts"
        "|confiscation of|forfeiture of|expropriate|expropriating|expropriation of|impounding of|take over the property|hold the goods",
        "distribute": "توزيع الحصص|توزيع المساعدات|توزيع المواد|توزيع الإعانات|توزيع الأغذية|توزيع السلال|توزيع الذخيرة|تقسيم على"
        "|القسمة بين|تقسيم الحصص|إعطاء كل عائلة|تسليم كل عائلة|تخصيص حصة|صرف الحصص|توزيع بالتساوي|give out|giving out|given out"
        "|hand out to|pass out|passing out|share out|sharing out|shared out|dole out|doling out|parcel out|allocate|allocating|allocated"
        "|apportion|apportioning|issue to each|divide among|divide between|divided among|issue rations",
        "facilitate": "تسهيل مرور حامل|تسهيل أمر|تسهيل أموره|تسهيل عمل|تسهيل إجراءات|تسهيل دخول|تسهيل المهمة|تسهيل مهمته|تسهيل مهامه"
        "|تسهيل المهام|تيسير مهمة|تيسير أموره|تذليل الصعوبات|تذليل العقبات|تذليل الصعاب|تقديم التسهيلات|تقديم التسهيلات اللازمة"
        "|تقديم كل عون|تقديم كل مساعدة|تقديم الدعم|تقديم الإسناد|تقديم العون والمساعدة|تقديم يد العون|مد يد العون|مد يد المساعدة"
        "|بذل المساعدة|إبداء المساعدة|إبداء التعاون|التعاون مع|التعاون معه|التعاون معهم|مؤازرة حامل|مساعدته في|مساعدته على"
        "|توفير التسهيلات|توفير ما يلزم|عدم عرقلة|عدم إعاقة|عدم اعتراض|الوقوف إلى جانب|الشد على يد|منحه التسهيلات|إفساح المجال"
        "|give every assistance|give all assistance|give all possible assistance|render assistance|rendering assistance"
        "|render every assistance|render all assistance|render aid|lend assistance|lend a hand|lend every assistance"
        "|afford every assistance|afford assistance|afford him|give him every help|give help to|extend cooperation|extend every facility"
        "|extend all facilities|grant all facilities|provide assistance|provide support to|make easy|smooth the way|ease the passage"
        "|cooperate with|co-operate with|cooperating with|stand by him|assist the bearer|not be hindered|without let or hindrance",
        "attend": "حضور الاجتماع|حضور جلسات|حضور لقاء|حضور الندوة|حضور المؤتمر|حضور الدورة|حضور ورشة|حضور الحفل|حضور الاحتفال"
        "|المشاركة في اجتماع|المشاركة في الاجتماع|المشاركة في الدورة|المشاركة في المؤتمر|المشاركة في أعمال|الاشتراك في الدورة|عقد اجتماع"
        "|عقد الاجتماع|عقد اجتماعات|عقد لقاء|عقد جلسة|عقد مؤتمر|عقد ندوة|يعقد اجتماع|تعقد جلسة|تعقد اللجنة|الدعوة إلى اجتماع|دعوة لاجتماع"
        "|دعوتكم لحضور|الالتزام بالدوام|التقيد بالدوام|المواظبة على الدوام|التواجد في مكان|إيفاد مندوب|إيفاد ممثل|إرسال مندوب|إرسال ممثل"
        "|تسمية مندوب|تسمية ممثل|الالتقاء ب|الاجتماع ب|الاجتماع مع|اللقاء مع|التجمع في|إقامة التجمعات|التجمعات|التجمهر|التظاهر"
        "|be present at|being present at|take part in|taking part in|participate in|participating in|hold a meeting|holding a meeting"
        "|hold meetings|call a meeting|calling a meeting|convene a meeting|convening a meeting|attend a meeting|attend the meeting"
        "|attend the session|attend the course|attend the conference|come together|gather at|gather in|assemble at|assemble in"
        "|sit on the committee|sit in on|meet with|send a representative|send a delegate|send an observer|be represented at",
    }
)
