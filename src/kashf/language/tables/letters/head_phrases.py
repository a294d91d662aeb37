"""What stands before the fields of a letter's head and foot, by what it begins; phrases are divided by bars and compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Labels that stand at the beginning of a line, or behind a gap in it.
LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "number": "رقم الإرسال|رقم القيد العام|رقم الوثيقة|الرقم المتسلسل|رقم متسلسل|تسلسل|التسلسل|مسلسل|المسلسل|رقم المسلسل"
        "|رقم الملف|الملف|رقم المذكرة|رقم البرقية|رقم التعميم|ذو الرقم|ذو العدد|ذات العدد|ذات الرقم|رقمه|عدده|رقم الصدور"
        "|رقم التسجيل|الرقم الصادر|الرقم العام|الرقم السري|قيد رقم|Serial|Serial No|Serial number|File|File No"
        "|File number|Letter No|Document No|Doc No|Our reference|Outgoing|Outgoing No|Registry No|Register No|Reg. No"
        "|Index No|Order No|Memo No|إشاري|الإشاري|الرقم الإشاري|رقم الإشارة|المرجع|مرجعنا|الرقم|رقم|العدد|عدد|رقم الصادر"
        "|الصادر|رقم الكتاب"
        "|رقم القرار|رقم الأمر|ذ رقم|No|No.|Number|Ref|Ref.|Reference"
        "|Our ref|شماره"
        "|N°|Nº|Numéro|Sayı|Evrak No|Karar No"
        "|رقم البرقية الصادرة|رقم الرسالة|رقم الخطاب|رقم السجل|رقم الصادرة|رقم التقرير|رقم المحضر|رقم المعاملة|رقم الإحالة|رقم الأساس"
        "|رقم الأوراق|رقم الإضبارة|رقم المرجع|الرقم المرجعي|رقم المراسلة|الرقم الترتيبي|عدد الصادر|Letter number|Circular No|Decision No"
        "|Memorandum No|Signal No|Message No|Outgoing number|Dispatch No|Despatch No|Our No|Our number|Ref No|Ref. No|Reference No"
        "|Reference number|Doc. No|Doc Ref",
        "other-number": "القيد|رقم القيد|النسخة|نسخة رقم|نسخة|Copy|Copy No|Register",
        "date": "التأريخ|بتأريخ|تأريخ|المؤرخ|المؤرخ في|تاريخ الإصدار|تاريخ الصدور|تاريخ التحرير|تحرر في|تحريرا في|حررت في"
        "|صدر بتاريخ|يوم|اليوم|المصادف|Day|Date of issue|Issued|Issued on|Written on|Given on|This day"
        "|الموافق|حرر في|حرر بتاريخ|كتب في|في|Date|Dated|On"
        "|Tarih|Fait le|En date du"
        "|تاريخ الكتاب|تاريخ الخطاب|تاريخ الرسالة|تاريخ القرار|تاريخ التوقيع|تاريخ الصادر|تاريخ المحضر|التاريخ الهجري|التاريخ الميلادي"
        "|Date of letter|Date of writing|Date signed|Date of order|Written this",
        "subject": "الغرض|المضمون|مضمون الكتاب|الفحوى|فحوى الكتاب|مادة الكتاب|العنوان|عنوان الكتاب|المسألة|القضية|في شأن|شأن|حول"
        "|بصدد|Subj|Matter|About|In re|Regarding|Topic|Purpose|الموضوع|موضوع|م|بشأن|بخصوص|Subject|Re|Concerning"
        ""
        "|Objet|Konu|Özü|Sujet"
        "|موضوع الكتاب|موضوع الخطاب|موضوع الرسالة|موضوع المذكرة|موضوع البرقية|Subject matter|Subject of letter",
        "sender": "الجهة المرسلة|جهة الإصدار|الجهة المصدرة|صادر من|صادر عن|Sender|Originator|Issued by|من|المرسل|From"
        "|De|Kimden|Expéditeur|از|فرستنده"
        "|جهة الإرسال|الجهة الصادرة|المنشئ|Sent by|Originating office|Issuing office|Issuing authority",
        "place": "المكان|مكان الإصدار|صدر في|صدر عن|Place|Issued at|Issued in",
        "stamp": "دمغة|الدمغة|طابع|الطابع|بصمة الختم|مهر|المهر|ختم رسمي|الختم الرسمي|ختم الجهة|Seal of|Stamp of|Official stamp"
        "|Round stamp|Stamped|ختم|الختم|الخاتم|خاتم|Stamp|Seal",
        "copies": "التوزيع|توزيع|جهات التوزيع|يوزع على|يرسل إلى|نسخة لكل من|نسخة عنه إلى|صورة لكل من|صورة إلى كل من|نسخة ل|صورة ل"
        "|للتبليغ إلى|يبلغ إلى|مع نسخة إلى|نسخ منه إلى|نسخة مع التحية إلى|Distribution|Info|For information of|Copy for"
        "|Copied to|Copies for|With a copy to|نسخة إلى|صورة إلى|نسخة منه إلى|صورة منه إلى|صورة عنه إلى|نسخة للسادة"
        "|صورة مع التحية إلى|نسخ إلى|Copy to"
        "|Copies to|cc|c.c."
        "|Ampliation|Ampliations|Copie à|Copies à|Copie|Diffusion|Dağıtım|Gereği|Bilgi için|رونوشت|رونوشت به"
        "|توزع على|صور إلى|صور لكل من|نسخ لكل من|نسخة منه لكل من|صورة منه لكل من|صورة للعلم إلى|نسخة للعلم إلى|للعلم إلى"
        "|Distribution list|Copies sent to|Copy sent to|Copy forwarded to|Copies forwarded to|Information copies|Info copies"
        "|Internal distribution|External distribution|Copy of this letter to",
        "enclosures": "الملحقات|ملحقات|الملاحق|ملحق|المستندات|مستندات|مرفق به|مرفق معه|مع المرفقات|طيه|طي الكتاب|مع هذا|المشفوعات"
        "|الأوراق المرفقة|Annex|Annexes|Appendix|Appendices|With|Herewith|Enc|Encs|Enclosed|المرفقات|مرفقات|المرفق|مرفق"
        "|ربطا|طيا|Enclosures|Enclosure|Encl|Attachments|Attachment|Attached"
        "|P.J|PJ|Pièce jointe|Pièces jointes|Annexe|Ek|Ekler|Ekleri|پیوست|ضمیمه|ضمائم"
        "|المرفقات عدد|عدد المرفقات|المرفقات طيه|الوثائق المرفقة|الضمائم|اللفائف|List of enclosures|Enclosures as stated|As enclosed"
        "|Attachment list|Accompanying documents|Enclosed herewith",
        "classification": "درجة السرية|السرية|الأسبقية|التصنيف|Classification|Precedence|Priority"
        "|درجة الأسبقية|درجة الأهمية|درجة الاستعجال|درجة الكتمان|درجة التصنيف|Security classification|Degree of secrecy|Degree of urgency"
        "|Protective marking",
    }
)
#: Before whom it goes to; the first kind needs no sign behind it.
ADDRESSED: Final = (
    "إلى السادة|الى كل من|لكل من|للسادة|للسيد|إلى حضرات|إلى جناب|إلى مقام|موجه إلى|موجهة إلى|Addressed to"
    "|For the attention of|Attention|Attn|إلى|لحضرة|إلى حضرة|To"
)
ADDRESSED_WITH_SIGN: Final = (
    "الجهة|الجهة المرسل إليها|المرسل إليه|المرسل إليهم|المرسلة إليه|المخاطب|عناية|لعناية|الموجه إليه|الموجه إليهم"
    "|جناب|مقام|حضرات|الجهة المستلمة|الجهات|For|Recipient|Recipients|Addressee|Addressees|Attn|السادة|السيد|السيدة"
    "|الأخ|الإخوة|حضرة|سعادة|معالي|فضيلة|المكرم|لسعادة|Messrs|به"
    "|À|Destinataire|Kime|À l'attention de|گیرنده"
)

#: Titles before the post of whoever a paper goes up to, and how such a line may end.
HONOURS: Final = (
    "السيد اللواء|السيد العميد|السيد العقيد|الرفيق|الأستاذ|الدكتور|الشيخ|السادة|السيد|السيدة|سعادة|معالي|فضيلة|دولة"
    "|سيادة|عطوفة|حضرة|جناب|الأخ|الإخوة|المكرم|صاحب السعادة|صاحب المعالي|لسعادة|لمعالي"
    "|السيد الفريق|السيد المقدم|السيد الرائد|السيد النقيب|السيد الملازم|السيد الوزير|السيد المدير|السيد المحافظ|السيد القاضي"
    "|السيد الرئيس|صاحب السمو|صاحب الفضيلة|صاحب الفخامة|حضرات|المهندس|الإخوة الكرام|الأخ المجاهد|الأخ المكرم"
    "|الأخ الفاضل"
)
RESPECTED: Final = (
    "المحترم|المحترمة|المحترمين|المحترمون|الموقر|حفظه الله|سلمه الله|رعاه الله|وفقه الله|الأكرم"
    "|المبجل|الموقرين|حفظهم الله|حفظكم الله|سلمكم الله|رعاكم الله|وفقكم الله|أعزه الله|أيده الله|دام ظله|دامت معاليه|دام بقاؤه"
    "|الجزيل الاحترام|الكلي الاحترام|سددكم الله|أدام الله عزه"
)
#: Before the date of a line of its own, and between the place where a paper was written and its date.
WRITTEN_ON: Final = (
    "حرر يوم|كتب يوم|تحريرا في|تحريرا بتاريخ|صدر في|صدر بتاريخ|صدرت في|حرر في|حرر بتاريخ|حررت في|كتب في|كتب بتاريخ|وقع في|أعطي في"
    "|وذلك بتاريخ|وذلك في|بتاريخ|في"
    "|يوم|في يوم|issued on|written on|done on|signed on|given on|on|dated"
    "|fait le|le"
)
WRITTEN_AT: Final = (
    "issued at|issued in|signed at|done at|given at|صدر عن|حرر في مدينة|fait à"  #: Between the number of a title and its year.
)
OF_YEAR: Final = "لسنة|لعام|of|for"
DATE_IN: Final = (
    "في|بتاريخ|on|le|مورخ"  #: How invocations, greetings and the closing sentences begin; lines of these words say nothing else.
)
INVOCATIONS: Final = (
    "بسمه|باسم الله|بعون الله|والصلاة والسلام|الحمد لله|والحمد لله والصلاة|Praise be to Allah|In His name|بسم الله"
    "|بسمه تعالى|الحمد لله وحده|In the name of God|In the name of Allah"
    "|باسمه تعالى|بسمه سبحانه|باسم الشعب|باسم الثورة|باسم الأمة|الحمد لله رب العالمين|الحمد لله والصلاة|إن الحمد لله نحمده"
    "|الحمد لله ناصر|الحمد لله معز|وبه نستعين|وبه ثقتي|In the name of the people|Praise be to God|Praise is due to God"
)
GREETINGS: Final = (
    "السلام عليكم|سلام عليكم|تحية طيبة|تحية وبعد|تحية أخوية|بعد السلام|بعد التحية|نهديكم|نهدي إليكم|تهديكم|تحياتنا"
    "|Peace be upon you|After greetings|Greetings|Dear|With greetings"
    "|با سلام|با سلام و احترام|Monsieur,|Madame,|Sayın ilgili"
    "|السلام على من اتبع الهدى|تحية الجهاد|تحية ثورية|تحية نضالية|تحية رفاقية|تحية عربية|تحية الوطن|تحية إجلال|تحية واحتراما"
    "|تحية واحترام|تحية احترام|تحية تقدير|تحية مباركة|سلام تام بوجود|سلام الله عليكم|بعد التحية والسلام|بعد التحية والاحترام"
    "|بعد التحية والتقدير|بعد أداء التحية|بعد إهداء السلام|بعد مزيد السلام|أهديكم أطيب|أطيب تحية|أطيب التحيات|Comradely greetings"
    "|Revolutionary greetings|With compliments|Compliments of"
)
#: Greetings that are one only where the line has nothing else.
GREETINGS_ALONE: Final = "أما بعد|وبعد|ثم أما بعد"
CLOSINGS: Final = (
    "والله ولي التوفيق|والله من وراء القصد|والله المستعان|والله ولي|مقدمه لسيادتكم|والسلام|والله الموفق|وجزاكم الله"
    "|جزاكم الله|وفقكم الله|وبارك الله|بارك الله|والحمد لله|مع التقدير|مع الشكر|مع فائق|مع خالص|مع التحية"
    "|وتقبلوا|وتفضلوا|ودمتم|شاكرين|ولكم جزيل|نسأل الله|With respect|Respectfully|Yours|Sincerely|May God|Peace be upon you"
    "|Praise be to God"
    "|With regards|Best regards|Regards|با احترام"
    "|Veuillez agréer|Je vous prie d'agréer|Salutations|Recevez|Avec mes|Arz ederim|Bilgilerinizi|Bilgi ve gereğini|Gereğini"
    "|Saygılarımla|با تشکر|با تقدیم|والسلام علیکم"
    "|وتفضلوا بقبول|وتقبلوا فائق|وتقبلوا خالص|واقبلوا فائق|واقبلوا الاحترام|وتفضلوا سيادتكم|هذا وتفضلوا|وبه الإعلام|وبهذا الإعلام"
    "|والله الهادي|والله يوفقكم|والله يحفظكم|والله يرعاكم|والله ولي التوفيق والسداد|والله أكبر|ودمتم للنضال|ودمتم ذخرا|ودمتم سندا"
    "|عاش الوطن|والنصر حليفنا|وإنها لثورة|والخلود لرسالتنا|دمتم بخير|مع أطيب التحيات|مع أطيب التمنيات|مع وافر|مع جزيل|مع بالغ"
    "|مع تحياتنا|شاكرين حسن|وتفضلوا بقبول فائق الاحترام|I have the honour to be|I am, Sir|I remain|We remain|Your obedient servant"
    "|Kind regards|Warm regards|Thanking you|With many thanks|With kind regards|With compliments|Very truly yours|Assuring you of"
    "|Accept the assurances|Please accept the assurances|God grant success"
)
#: Words to a superior, and of one who writes upwards.
UPWARDS: Final = (
    "أميرنا|سيدي|سعادتكم|معاليكم|مقامكم|مقامكم الكريم|فضيلتكم|شيخنا|نرفع إلى|نرفع إليكم|نرفع لكم|نرفع لمقامكم|نعرض على|نلتمس|نستأذنكم"
    "|our Emir|Your Excellency|Sir|We submit|humbly"
)
#: What is said of the sheet itself.
STATES: Final = (
    "مسودة|صورة طبق الأصل|نسخة طبق الأصل|طبق الأصل|نسخة الحفظ|نسخة الملف|نسخة الأرشيف|لم تعتمد|للحفظ في الملف|ترجمة"
    "|Draft|File copy|True copy|Certified copy|Office copy|Translation"
    "|صورة مصدقة|نسخة مصدقة|صورة عن الأصل|نسخة عن الأصل|نسخة ثانية|نسخة أصلية|مسودة أولية|صورة ضوئية|Attested copy"
    "|Certified true copy|Advance copy|Carbon copy|Photocopy|Certified translation|Unofficial translation"
)
CLASSIFIED: Final = (
    "سري للغاية|سري جدا|سري وعاجل|سري وشخصي|سري|عاجل جدا|عاجل وهام|عاجل|هام وعاجل|هام|فوري|محدود|شخصي|مستعجل|كتوم"
    "|Top secret|Most secret|Secret|Confidential|Restricted|Urgent|Very urgent|Immediate|Important"
    "|سري للغاية وعاجل|سري ومستعجل|سري ومحدود|سري وفوري|سري وخاص|سري للغاية وشخصي|سري ومكتوم|مكتوم|كتمان|برقية عاجلة|عاجل للغاية"
    "|عاجل وسري|عاجل ومهم|مهم وعاجل|هام جدا|هام جدا وعاجل|فوري وعاجل|مستعجل جدا|مستعجل للغاية|غير سري|محدود التداول|محظور النشر"
    "|محظور التداول|لا ينشر|للاستعمال الداخلي|خاص وسري|يسلم باليد|Secret and urgent|Secret and personal|Personal and confidential"
    "|Private and confidential|Strictly confidential|Highly confidential|For official use only|Official use only|Eyes only"
    "|Unclassified|Most immediate|Most urgent|Internal use only|Not for circulation|Limited distribution"
)
#: How the notes begin that others put on a paper, by their kind.
HANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "received": "سجل الوارد|رقم الوارد|الوارد|وارد|ورد|استلم|استلمت في|Incoming|Received|Inward",
        "approval": "يعتمد|يعمل به|موافق|أوافق|لا مانع|يصدق|صدق|Approved|Agreed|Seen",
        "receipt": "تبلغت|تبلغ|استلمت|تسلمت|Notified|I have been notified|Received by",
    }
)
#: What a copy, or a paper that is passed on by a note, is for.
PURPOSES: Final = (
    "للتنفيذ|للاطلاع|للحفظ|للأرشفة|للعلم|لإجراء اللازم|للإجراء|للعمل بموجبه|للمتابعة|للمراجعة|للتعميم|للتدقيق|لاتخاذ اللازم"
    "|للتفضل بالاطلاع|للإحاطة"
    "|for execution|for review|for the record|for record|for information|for action|for your information|for necessary action|for filing"
    "|for archiving|for follow-up|for the archive|for their information"
    "|للتنفيذ فورا|للتقيد|للتقيد بمضمونه|للعمل بمقتضاه|للعمل به|للعلم والتنفيذ|للعلم والاطلاع|للعلم والإحاطة|للعلم والمتابعة"
    "|للإحاطة والعلم|للاطلاع والتنفيذ|للاطلاع والعلم|للإعلام|للإعلام والتنفيذ|للنشر|للنشر والتعميم|للتوثيق|للتدوين|للتأشير|للتسجيل"
    "|للدراسة|للدراسة وإبداء الرأي|لإبداء الرأي|للتوجيه|للمصادقة|للتصديق|لعمل اللازم|للتنسيق|للصرف|للإنفاذ|لإنفاذ موجبه"
    "|لاتخاذ المقتضى|لإجراء المقتضى|لاتخاذ ما يلزم|لإجراء ما يلزم|مع الأوليات|للتفضل بالعلم|for filing and record|for compliance"
    "|for implementation|for guidance|for attention|for your attention|for similar action|for publication|for circulation"
    "|for signature|for approval|for comment|for information and action|for necessary action and record|with the request to act"
    "|for onward transmission"
)
#: Nouns that begin the name of an office, without the article.
OFFICES: Final = (
    "إمارة|ولاية|ديوان|محكمة|مديرية|قيادة|رئاسة|محافظة|مكتب|لجنة|وزارة|قاطع|بعثة|شركة|هيئة|قسم|فرع|لواء|كتيبة|فرقة|إدارة|دائرة|مجلس"
    "|أمانة|سرية|فوج"
    "|رابطة|نظارة|ورشة|خلية|مفرزة|حركة|جبهة|غرفة|عمالة|معتمدية|متصرفية|مقاطعة|سفارة|قنصلية|ممثلية|مفوضية|حزب|عمادة|مشيخة|معهد|كلية"
    "|مشفى|عيادة|منظمة|تعاونية|هيأة|قلم|ثكنة|معسكر|وكالة|مندوبية|عمدة|نادي|سجن|مقر|أركان|كتابة|تنظيم|لجان|مستشارية|معاونية|آمرية|شرطة"
    "|جهاز|شعبة|وحدة|مركز|مصلحة|بلدية|نيابة|مخفر|قطاع|جمعية|مؤسسة|مصرف|ناحية|قائمقامية|دار|بيت|مستوصف|مستشفى|مدرسة|جامعة|اتحاد|نقابة|حسبة"
    "|سازمان|فرمانداری|استانداری|بخشداری|شهرداری|سپاه|فرماندهی|وزارت|ستاد|دبیرخانه|دادگاه|معاونت|ریاست|کمیته|کلانتری|پاسگاه|جمهوری"
    "|أمانة سر|أمانة عامة|ديوان عام|مرصد|معبر|مطار|ميناء|جمرك|ضابطة|ضابطية|فصيل|سرايا|جحفل|فيلق|أسطول|مطرانية|بطريركية|ملحقية|تمثيلية"
    "|خزينة|ديوانة|مجمع|مصنع|معمل|مكتبة|منتدى|مفتشية|شهر عقاري|مأمورية|حاكمية|ضابطة عدلية|أكاديمية|روضة|ثانوية|عيادات"
)
OFFICES_LATIN: Final = (
    "Office|Emirate|Province|Diwan|Court|Directorate|Governorate|Ministry|Sector|Command|Committee|Mission|Subdistrict|Department"
    "|Division"
    "|Brigade|Battalion|Company|Branch|Bureau|Council|District|Administration|Section|Agency|Authority|Secretariat|Board"
    "|Municipality|Unit|Regiment|Clinic|Hospital|Station|Headquarters|Embassy|Consulate|Registry|League|Union|Society|Movement|Front"
    "|Party|Cell"
    "|Institute|College|Academy|Workshop|Customs|Police|Constabulary|Delegation|Presidency|Prefecture|Garrison|Barracks|Camp"
    "|Depot|Chamber|Corps"
    "|Ministère|Direction|Préfecture|Service|Commissariat|Mairie|Wilaya|Cabinet|Secrétariat|Gendarmerie|Gouvernorat|Délégation"
    "|Valiliği|Kaymakamlığı|Müdürlüğü|Bakanlığı|Başkanlığı|Komutanlığı|Belediyesi|Dairesi|Şubesi|Şefliği|Konsolosluğu|Makamı"
)
#: What makes a class of those addressed.
CLASSES: Final = (
    "كافة|جميع|عموم|سائر|كل|الإخوة|الأهالي|أصحاب|أهالي|أهلنا|أبناء|الجنود|جنود|أمراء|مديري|مدراء|رؤساء|تشكيلات|الدواوين|المكاتب"
    "|الحواجز|قادة"
    "|مسؤولي|السكان|سكان|مكاتب|دواوين|مديريات|أقسام|شعب|فروع|دوائر|مراكز|الجهات|المواطنين|التجار|موظفي|العاملين"
    "|عناصر|all|every|each|the directors|the heads|residents|soldiers|brothers"
    "|commanders"
    "|shopkeepers|owners|people|emirs|merchants|staff|members|units|checkpoints"
)
#: Words that begin the post of whoever signs.
POSTS: Final = (
    "المنفذ|منفذ|إداري|الإداري|ناظر|الناظر|ناظم|منسق|المنسق|مراقب|المراقب|باحث|خبير|الوالي|والي|القاضي|قاضي|مدير"
    "|المدير|مسؤول|المسؤول|أمير|الأمير|قائد|القائد|رئيس|الرئيس|الأمين|أمين|نائب|وكيل|الوكيل|معاون|آمر"
    "|ضابط|وزير|الوزير"
    "|محافظ|المحافظ|مختار|المختار|كاتب|سكرتير|مشرف|المشرف|ممثل|عضو|المفتي|مفتي|شرعي|الشرعي|عميد|عقيد|لواء|قائم مقام|مأمور|ع/|عن"
    "|Director|Head|Wali|the Wali|Judge|the Judge|Commander|Secretary|Deputy|Governor|Minister|Emir|the Emir|Chief|Manager|Clerk|Officer"
    "|Colonel|Brigadier|General|President|Chairman|Mukhtar|Representative|for the|p.p.|Acting"
)
#: Ranks, which are no names where they stand alone, and what is put in the place of a signature.
RANKS: Final = (
    "الفريق الركن|الفريق|اللواء الركن|اللواء|العميد الركن|العميد|العقيد الركن|العقيد|المقدم الركن|المقدم"
    "|الرائد الركن|الرائد|النقيب|الملازم أول"
    "|الملازم|لواء|عميد ركن|عميد|عقيد ركن|عقيد|مقدم|رائد|نقيب|Colonel|Lt Col|Lieutenant Colonel|Major|Captain"
    "|Brigadier|Lieutenant|LTC|COL|MAJ|Sgt|Sergeant|Capt|Maj|Lt|Lieut|Gen|Brig|Cpl|Corporal|Pte|Cdr|Cmdr|Insp|Supt|1LT|2LT|CPT|SFC"
    "|فريق ركن|فريق|مشير|الرقيب|رقيب|العريف|عريف|رئيس عرفاء|مساعد أول|مساعد|ملازم|ملازم أول|الملازم الثاني|الرائد الحقوقي"
    "|المشير|الفريق أول|فريق أول|الفريق أول الركن|فريق أول ركن|لواء ركن|مقدم ركن|رائد ركن|نقيب ركن|النقيب الركن|العميد الحقوقي"
    "|العقيد الحقوقي|المقدم الحقوقي|النقيب الحقوقي|اللواء الدكتور|العميد المهندس|العقيد المهندس|الملازم الأول|ملازم ثان|المساعد أول"
    "|المساعد الأول|الرقيب أول|الرقيب الأول|رقيب أول|العريف أول|وكيل رقيب|وكيل أول|رئيس رقباء|نائب ضابط|نائب عريف|جندي أول"
    "|المؤهل الأول|مؤهل أول|المعاون أول|معاون أول|المفوض أول|مفوض أول|عميد أول|الفريق طيار|العميد الطيار|Field Marshal"
    "|Lieutenant General|Major General|Brigadier General|Lt Gen|Maj Gen|Brig Gen|Lt Colonel|Lt. Col.|Wing Commander|Squadron Leader"
    "|Air Commodore|Group Captain|Rear Admiral|Vice Admiral|Admiral|Commodore|Staff Sergeant|Sergeant Major|First Sergeant"
    "|Warrant Officer|Lance Corporal|Second Lieutenant|First Lieutenant|Staff Colonel|Staff Major|Staff Brigadier|Staff Captain"
    "|Chief Inspector|Sub-Inspector"
)
UNSIGNED: Final = "توقيع|التوقيع|ختم|الختم|التوقيع والختم|signed|sgd|signature|stamp|seal"
#: Before the name of whoever signs.
SIGNED_BY: Final = "كتبه|المستلم|الموقع|الموقع أدناه|مقدمه|مقدم الطلب|المستدعي|التوقيع|الاسم|اسم المستلم|Signed|Signed by|Received by|Name"
#: Weekdays, which may stand between a label and its date.
WEEKDAYS: Final = "يوم|السبت|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|Saturday|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday"
#: Before the number of a title, and of a note of receipt.
NUMBERED: Final = "رقم|عدد|No|No."
NOTE_NUMBERED: Final = "رقم|الرقم|العدد|No.|No|number|incoming|received|الوارد|وارد"
NOTE_DATED: Final = "في|تاريخ|بتاريخ|on"
TO: Final = "إلى|to"
#: In brackets before what another hand wrote, where a sheet was copied out.
BY_HAND: Final = (
    "بخط اليد|بخط يده|بخط آخر|بخط مغاير|خط يد|حاشية|تهميش|هامش|handwritten|in handwriting|in another hand|by hand|manuscript"
    "|in ink|in pencil|marginal note|in the margin"
)
