"""Words by which a short line of a letter's head is known for what it is; divided by bars, compared folded."""

from __future__ import annotations

from typing import Final

#: One of these in a label says that the number of the paper stands beside it.
NUMBER_WORDS: Final = (
    "رقمنا|رقمها|عددنا|رقم|الرقم|برقم|رقمه|أرقام|عدد|العدد|عدده|بعدد|ع/دد|نمرة|النمرة|نمرته|قيد|القيد|صادر|الصادر|صادرة|الصادرة"
    "|إشاري|الإشاري"
    "|إشارة|الإشارة"
    "|مرجع|المرجع|مرجعنا|تسلسل|التسلسل|مسلسل|المسلسل|رمز|الرمز|رمزه|سجل|السجل|ملف|الملف|محفوظات|المحفوظات|تسجيل|التسجيل|أساس|الأساس"
    "|منا|ر.ص|ر.و"
    "|ص.ر|no|nos|number|num|nr|ref|reference|serial|file|registry|registration|issue|index|letter|order|memo|document|doc|outgoing"
    "|dispatch"
    "|despatch|sequence|log|folio|circular|signal|our"
    "|n°|nº|numéro|sayı|sayi|evrak|شماره|réf|référence"
)
#: One of these says that it is the number of something else: a telephone, a page, a sum, a form, a person, a room.
NO_PAPER_NUMBERS: Final = (
    "هاتف|الهاتف|هواتف|تلفون|التلفون|تليفون|موبايل|الموبايل|جوال|الجوال|محمول|فاكس|الفاكس|تلكس|ص.ب|ص.ب.|بريد|البريد|صندوق|الصندوق"
    "|بريدي|صفحة"
    "|الصفحة|صفحات|الصفحات|صحيفة|ورقة|أوراق|مرفق|المرفق|مرفقات|المرفقات|المشفوعات|ملحق|نموذج|النموذج|استمارة|الاستمارة|مبلغ|المبلغ"
    "|سعر|السعر"
    "|ثمن|القيمة|قيمة|المجموع|مجموع|الإجمالي|إجمالي|راتب|الراتب|رصيد|الرصيد|حساب|الحساب|حسابه|سويفت|آيبان|عمر|العمر|مواليد|المواليد|ولادة"
    "|هوية|الهوية|بطاقة|البطاقة|جواز|الجواز|قومي|القومي|وطني|الوطني|شخصي|ضريبي|تجاري|التجاري|رخصة|لوحة|اللوحة|مركبة|المركبة|سيارة|السيارة"
    "|غرفة|الغرفة|قاعة|طابق|الطابق|شارع|بناية|البناية|منزل|شقة|محلة|زقاق|دار|وقت|الوقت|ساعة|الساعة|توقيت|طبعة|الطبعة|مقعد|المقعد|رحلة"
    "|الصف|صف|الدرجة|درجة|نسبة|الوزن|وزن|الكمية|كمية|الحجم|مساحة|المساحة|أشخاص|نسخ|فصل|الفصل|باب|الباب|مادة|المادة|بند|البند|فقرة|آية"
    "|سورة|سنة|السنة|عام|العام|شهر|الشهر|يوم|تذكرة|فاتورة|الفاتورة|الإصدار|تردد|قناة|إحداثيات|خريطة|الخريطة"
    "|tel|tel.|telephone|phone|mobile|cell|fax|telex|telegrams|cable|p.o|p.o.|box|po|pobox|page|pages|pp|sheet|sheets|form|amount|sum"
    "|total"
    "|price|cost|value|account|iban|swift|age|born|id|passport|identity|plate|vehicle|room|floor|street|house|flat|suite|time|hour|hours"
    "|edition|seat|flight|bus|class|grade|weight|quantity|volume|vol|chapter|section|article|item|paragraph|verse|year|month|ticket"
    "|invoice"
    "|copies|copy|annex|annexes|enclosures|enclosure|encl|encls|attachments|attachment|map|grid|channel|frequency|zip|postcode"
    "|version|isbn"
    "|unit|company|battalion|brigade|division|regiment|platoon|group|your|yours|مرجعكم|رقمكم|عددكم"
    "|وارد|ورود|واردة|استلام|مستلم|ورد|خلوي|نقال|تلفاكس|دفعة|حرارة|خط|عمولة|خصم"
    "|incoming|inward|received|recd|rec'd|receipt|extension|ext|batch|temperature|rev|revision|iso|tax|est|established|founded|gmt"
    "|téléphone|téléphones|bp|b.p|télécopie|telefon|faks|belgegeçer|posta|kutusu|تلفن|نمابر|کدپستی|نامبر"
)
#: Letters that stand for a page, a telephone or a telefax where they are a label by themselves.
NO_LETTER_LABELS: Final = "ص|ت|ف|ه|p|t|f|pp"
#: What counts things where another word follows, in English one of these.
COUNTING_WORDS: Final = "عدد|العدد|no|nos|number|count"
COUNTED_BEHIND: Final = "of"
#: The article, and the ending by which a label says that it is the number of whoever is addressed.
ARTICLE: Final = "ال"
YOUR_ENDING: Final = "كم"
#: One of these before a day says that it was written, or the paper sent, on it.
DATE_WORDS: Final = (
    "dtg|تاريخ|التاريخ|بتاريخ|وتاريخ|تاريخه|مؤرخ|المؤرخ|مؤرخة|المؤرخة|والمؤرخ|حرر|تحريرا|حررت|كتب|صدر|أصدر|صدرت|وقع|موافق"
    "|الموافق"
    "|يوافق|المصادف|مصادف|الواقع|واقع|date|dated|issued|written|signed|done|given|dispatched"
    "|fait|tarih|tarihi|le"
)
#: With one of these near its beginning the last sentence says when the paper was written.
WRITTEN_AT_LAST: Final = "حرر|تحريرا|حررت|كتب|كتبت|صدر|صدرت|أعطي|أعطيت|وقع|وقعت|given|done|issued|written|signed|executed|sealed|dated"
#: One of these says that it is the day of something else.
NO_WRITING_DAYS: Final = (
    "ميلاد|الميلاد|مواليد|المواليد|ولادة|الولادة|تولد|وفاة|الوفاة|توفي|انتهاء|الانتهاء|نهاية|ينتهي|نفاذ|النفاذ|صلاحية|الصلاحية|صالح|صالحة"
    "|لغاية|حتى|موعد|الموعد|جلسة|الجلسة|اجتماع|الاجتماع|حضور|الحضور|مباشرة|المباشرة|انفكاك|التحاق|الالتحاق|تعيين|التعيين|توقيف|اعتقال"
    "|الاعتقال"
    "|وارد|الوارد|واردة|ورود|الورود|استلام|الاستلام|تسليم|التسليم|بدء|البدء|من|إلى|منذ|اعتبارا|مرجعكم|كتابكم|رسالتكم|تاريخكم|طباعة"
    "|النشر|نشر"
    "|birth|born|death|died|expiry|expires|until|valid|through|till|meeting|hearing|session|appearance|appointment|arrest|received"
    "|receipt"
    "|start|end|from|to|since|your|printed|published|deadline|due|delivery"
)
#: What such lines begin with is from whom the paper comes, and no office that it goes to.
SENDER_WORDS: Final = (
    "من|منشأ|المنشأ|المرسل|المصدر|مصدر|الجهة المصدرة|صادر عن|القسم|قسم|from|originator|sender|through|via|thru"
    "|de|kimden|از|le directeur|le préfet|le ministre|le chef|le commandant"
)
#: Before the papers that the head of a letter recites.
REFERENCE_LABELS: Final = (
    "المرجع|المراجع|مرجع|مراجع|مرجعكم|رقمكم|إشارتكم|الإشارة|إشارة|السند|الأوليات|سند|بناء على|إلحاقا|Reference|References|Ref|Refs"
    "|Your ref"
    "|Your reference|Yr ref|Your no|Your number|Your letter|Previous reference|Prev ref"
    "|Réf|Référence|Références|V/Réf|V. Réf|Vos réf|İlgi|بازگشت به|عطف به|پیرو"
)
#: Papers that one has at the beginning of a line with a sign behind it, and then their numbers.
YOURS: Final = "مرجعكم|رقمكم|عددكم|إشارتكم|Your ref|Your reference|Yr ref|Your no|Your number|V/Réf|V. Réf|Vos réf"
#: Before what a paper is about, beside the labels that say so plainly.
SUBJECT_WORDS: Final = "مضمون|مضمونه|موضوعه|المطلوب|خلاصة|الخلاصة|الخصوص|subject matter|m|sub|ref. subject|topic|content|contents|title"
#: Titles that stand before whoever is addressed, of which a line of the head with one addresses somebody.
ADDRESSED_TITLES: Final = (
    "السيد|السيدة|السادة|الأستاذ|الأساتذة|الدكتور|المهندس|الأخ|الأخت|الإخوة|الرفيق|الرفاق|الرفاق الأعزاء|الشيخ|المشايخ|سماحة"
    "|سعادة|معالي"
    "|فضيلة|دولة|سيادة|عطوفة|حضرة|حضرات|جناب|مقام|صاحب السعادة|صاحب المعالي|صاحب السمو|سمو|فخامة|نيافة|غبطة|المكرم|المكرمين|الأمير|أميرنا"
    "|شيخنا|أخي|أخينا|أخونا|إخواني|إخواننا|والدنا|ولدنا|نخبة|عزيزي|His Excellency|His Honour|The Hon|The Honourable|H.E|Mr|Mrs|Messrs"
    "|Brother|The brother|Brothers|The brothers|Our brother|Gentlemen|Excellency"
    "|Monsieur le|Madame la|Monsieur|Madame|Messieurs|Messieurs les|Son Excellence|Sayın|جناب آقای|سرکار خانم|برادر|حضور محترم|محضر محترم"
)
#: Prepositions grown together with such a title.
TO_TITLES: Final = (
    "لجانب|لجناب|لحضرة|لحضرات|لمقام|لسعادة|لمعالي|لفضيلة|لدولة|لسيادة|لعطوفة|لسماحة|للسيد|للسيدة|للسادة|للأخ|للأخوة|للرفيق|للرفاق"
    "|للأستاذ|للدكتور|للشيخ|للمهندس|إلى جانب|إلى السيد|إلى السادة|لعناية|لعناية السيد"
)
#: Wishes behind whoever is addressed, which are not of his name.
WISHES: Final = (
    "المحترم|المحترمة|المحترمين|المحترمون|المحترمات|الموقر|الموقرة|الموقرين|الأكرم|الأكارم|الكرام|الأفاضل|حفظه الله|حفظهم الله"
    "|حفظها الله|حفظك الله"
    "|سلمه الله|سلمهم الله|رعاه الله|رعاهم الله|وفقه الله|وفقهم الله|أعزه الله|نصره الله|أيده الله|تقبله الله|وفقه الله تعالى|دام عزه"
    "|دام ظله"
    "|دامت بركاته|المبجل|الجزيل الاحترام|الفاضل|العزيز|May God preserve him|may Allah preserve him|may God protect him"
    "|may God grant him success"
    "|may God preserve them|God protect him|the respected|Esq|Esquire"
)
#: What may stand before a name that is addressed in a greeting, and whom such greetings name that are nobody.
DEAR: Final = "My dear|Dear|Esteemed|Respected"
DEAR_NOBODY: Final = (
    "sir|sirs|madam|madams|sir or madam|sir/madam|all|colleague|colleagues|friend|friends|gentlemen|customer|reader|brother|brothers"
    "|sister"
    "|comrade|comrades|excellency|mr|member|members|students|parents|applicant"
)
#: What stands in brackets in a translation and names a thing of the sheet, not its words.
SHEET_MARKS: Final = "logo|emblem|seal|letterhead|header|stamp|شعار|ترويسة|ختم|flag"
#: Words as short as the initials of an office that are none; and what leads from a number to its day.
NO_INITIALS: Final = (
    "في|من|عن|إلى|على|يوم|سنة|عام|لسنة|لعام|يا|ما|لا|أو|أن|أي|إذ|لم|لن|قد|هل|كل|كي|ثم|به|له|بك|لك|بي|لي|هو|هي|هم|ذو|ذي|كم|مع|تم"
    "|أم|بل|منه|بها|لها|فيه|كما|بعد|قبل|عند|حتى|بين|حول|غير|نحو|ضد|on|of|to|at|in|by|for|the|date|and|or|is|as|re|it|we|us|be|an|he"
    "|my|do|if"
    "|so|has|was|are|its|but|our|you|dd"
)
#: Letters that are initials of an office, but before figures the word for a day.
NO_INITIALS_BEFORE_DAY: Final = "ت|في"
DAY_BEHIND_NUMBER: Final = (
    "في|بتاريخه|تاريخه|بتاريخ|وتاريخ|تاريخ|والمؤرخ في|المؤرخ في|المؤرخ|مؤرخ في|الصادر في|يوم|on|dated|of|date|du|le|en date du|مورخ"
)
#: A label that stands alone on its line, before the line with whoever is addressed.
ADDRESSED_ALONE: Final = "إلى|إلى كل من|إلى السيد|إلى السادة|To|To:|Addressed to|Attention|Attn|à"
#: What begins the line of whoever sends, without a sign, above the line of whoever it goes to.
FROM: Final = "من|From"
#: How a line begins under the headline of news that says who wrote it.
BYLINES: Final = "By|كتب|كتبت|بقلم|مراسل|مراسلنا|خاص|وكالات|رويترز|Reuters|Reporting by|From our correspondent"
#: What leads from a few words to whoever is addressed, and what may stand before him.
LEADS_TO: Final = "إلى|لدى|to|for|à"
INTO_HANDS: Final = "يد|يدي|السيد|السادة|حضرة|جناب|the attention of|the hands of|the"
#: With which the line of a Turkish letter ends that names the office to which it goes.
TURKISH_TO: Final = "lığına|liğine|luğuna|lüğüne|lığı'na|liği'ne|luğu'na|lüğü'ne|makamına|dairesine|şubesine|kuruluna|mahkemesine"
