"""Words beside a date that say whose it is; written by us, readers fold them. Arabic, English, French, Turkish, Persian."""

from __future__ import annotations

from typing import Final

BIRTH: Final = (
    "مواليد|من مواليد|المولود|المولودة|مولود|مولودة|ولد|ولدت|تولد|تاريخ الولادة|تاريخ الميلاد|ولادة|والمولود|born|date of birth|"
    "birth date|birth|dob|"
    "né|née|né le|née le|date de naissance|naissance|doğum|doğum tarihi|doğumlu|متولد|تاریخ تولد|زاده"
)
RECEIPT: Final = (
    "استلم|استلمت|استلمنا|استلام|الاستلام|تاريخ الاستلام|تسلم|تسلمت|تسلمنا|تاريخ الورود|الوارد|وارد|الواردة|ورد|وردنا|وردت|"
    "ورد إلينا|وصلنا|"
    "وصل إلينا|received|receipt|date received|received on|we received|reçu|reçue|reçu le|réception|date de réception|"
    "teslim alındı|alındı|"
    "geliş tarihi|دریافت|دریافت شد|وصول|تاریخ دریافت"
)
#: Kinds of papers, which a number or a date behind them names.
PAPER: Final = (
    "minute|signal|نووسراو|نووسراوتان|نووسراومان|nivîs|فرمان|إرادة|مكتوب|مکتوب|عرضحال|شكاية|شكواكم|tahrirat|tezkere|"
    "ظهير|الظهير|القانون|قانون|شكايتكم|شكوى|عريضة|عريضتكم|تحريرات|التحريرات|إعلان|الإعلان|منشور|المنشور|بيان|البيان|law|notice|petition|loi|dahir|"
    "كتاب|كتابكم|كتابنا|كتابي|كتابه|كتابها|الكتاب|بكتابكم|لكتابكم|لكتابنا|خطاب|خطابكم|خطابنا|خطابه|الخطاب|قرار|القرار|قرارنا|"
    "قراركم|تعميم|التعميم|تعميمنا|برقية|برقيتكم|"
    "البرقية|برقيتنا|الأمر|أمر|أمرنا|الأمر الملكي|أمر ملكي|مرسوم|المرسوم|المرسوم الملكي|مذكرة|المذكرة|مذكرتكم|تقرير|تقريركم|"
    "التقرير|طلب|طلبكم|معاملة|محضر|المحضر|"
    "الأمر السامي|عقد|العقد|وثيقة|رسالتكم|رسالتنا|رسالة|letter|your letter|our letter|order|circular|memo|memorandum|decree|"
    "decision|telegram|"
    "message|report|resolution|contract|agreement|minutes|lettre|votre lettre|notre lettre|décision|circulaire|note|décret|arrêté|"
    "rapport|télégramme|ordre|yazı|yazınız|yazımız|karar|genelge|emir|rapor|نامه|نامه شما|بخشنامه|دستور|ابلاغیه|گزارش|مصوبه|تصمیم"
)
#: With a paper they say that it is another one.
OTHER_PAPER: Final = (
    "كتابكم|كتابنا|كتابي|لكتابكم|لكتابنا|بكتابكم|خطابكم|خطابنا|برقيتكم|مذكرتكم|تقريركم|رسالتكم|إشارة|اشارة|بالإشارة|إلحاقا|جوابا|"
    "ردا|بناء|استنادا|"
    "عطفا|تبعا|المرقم|المرقمة|ذي الرقم|سبق|مرجع|المرجع|بموجب|وفقا|في ضوء|your|our|reference|ref|re|with reference to|in reply to|"
    "in answer to|"
    "further to|pursuant to|according to|under|based on|votre|notre|suite à|en réponse à|référence|réf|conformément|vu|ilgi|sayılı|sayı|"
    "پیرو|عطف|بازگشت|به استناد|با اشاره|شماره"
)
NUMBER: Final = "ژمارە|hejmar|نمبر|رقم|برقم|الرقم|ورقم|ذي الرقم|المرقم|العدد|عدد|no|nr|number|numéro|n|sayı|sayılı|شماره"
#: Behind a date in Turkish: the letter of that day with that number.
REFERENCE_BEHIND: Final = "tarihli|tarih ve|tarihli ve|tarih ve sayılı|sayılı"
#: The date of the paper itself.
WRITING: Final = (
    "حرر|حرر في|حرر بتاريخ|حررت في|وحرر في|حرره|كتب في|كتب|كتبه|صدر|صدر في|صدر بتاريخ|صدرت في|تاريخ الإصدار|تحريرا في|"
    "تحريرا|في تاريخه|issued|issued on|written on|"
    "signed on|signed|done at|given at|fait|fait le|fait à|délivré le|signé le|établi le|düzenlenme tarihi|düzenlendi|imza tarihi|"
    "نوشته شد|صادر شد|تاریخ صدور"
)
#: Labels that stand before the date of a paper, at the beginning of a line.
HEAD: Final = (
    "ڕێکەوت|رێکەوت|dîrok|نېټه|التاريخ|تاريخ|بتاريخ|وتاريخ|التأريخ|date|dated|le|tarih|tarihi|تاریخ|مورخ|مورخه|في|sent|"
    "date of issue|date d émission"
)
#: Right before the date of another paper.
DATED: Final = (
    "المؤرخ|المؤرخة|مؤرخ|مؤرخة|المؤرخ في|المؤرخة في|المؤرخة بـ|الصادر|الصادرة|الصادر في|الصادرة في|الصادر بتاريخ|dated|daté|datée|daté du|"
    "datée du|مورخ|مورخه"
)
#: Something happened in a part of a day.
PART_OF_DAY: Final = (
    "يوم|صباح|مساء|ليلة|ليل|فجر|ظهر|عصر|نهار|on the morning of|on the evening of|on the night of|night of|au matin du|au soir du|"
    "dans la nuit du|günü|gecesi|شب|صبح|روز"
)
#: Between the place at which a letter was written, with a comma, and the day.
PLACE_AND_DAY: Final = "في|le|den|on|fî"
#: Between a paper and its date.
OF_DAY: Final = "بتاريخ|وتاريخ|تاريخ|في|of|du|le|tarihli"
DEADLINE: Final = (
    "الانتهاء|تاريخ الانتهاء|انتهاء الصلاحية|expiry date|date of expiry|date d expiration|son kullanma|انقضا|تاریخ انقضا|"
    "موعد|أقصاه|موعد أقصاه|مهلة|المهلة|أجل|آخر موعد|آخر أجل|ينتهي|تنتهي|وتنتهي|صالح حتى|صالح لغاية|صالحة لغاية|ساري حتى|"
    "يعمل به حتى|تسليم|قبل يوم|قبل تاريخ|deadline|"
    "due|due by|expires|expires on|expiry|valid until|no later than|must be|at the latest|échéance|date limite|au plus tard|délai|expire|"
    "valable jusqu au|avant le|son tarih|en geç|son gün|süresi|مهلت|حداکثر|سررسید|تا پایان"
)
#: Somebody is to do something: before a day is then a deadline.
DUTY: Final = (
    "عليه|عليهم|ينبغي|يلزم|يطلب|على الجميع|على كافة|على جميع|to be|will be|is to|are to|devra|devront|rica|فرمایید|فرمائید|نمایید|نمائید|"
    "يرجى|يجب|عليكم|عليك|نطلب|نأمل|المطلوب|مطلوب|يتعين|على أن|يمهل|أن يسلم|please|must|shall|should|required|requested|has to|have to|"
    "veuillez|doit|doivent|prière|lütfen|gerekir|gerekmektedir|لطفا|باید"
)
EVENT: Final = (
    "هجوم|الهجوم|هاجم|هاجمت|قصف|القصف|اشتباك|اشتباكات|معركة|المعركة|غزوة|اقتحام|انسحاب|انسحب|انسحبت|سيطر|سيطرت|قتل|قتلوا|مقتل|"
    "استشهد|جرح|أصيب|اعتقل|اعتقال|"
    "خطف|أفرج|الإفراج|اجتماع|الاجتماع|اجتمع|عقد اجتماع|جلسة|انفجار|تفجير|وقع|وقعت|حدث|حدثت|جرى|جرت|تم|تمت|وصل|وصلت|دخل|دخلت|غادر|"
    "سافر|حضر|حضور|الحضور|يحضر|مثول|"
    "توفي|وفاة|تزوج|زواج|عين|تعيين|نقل|تحرير|سقوط|بدأ|بدأت|ستقصف|attack|attacked|attacks|battle|fighting|shelling|shelled|bombed|"
    "bombing|bombardment|"
    "airstrike|raid|meeting|met|session|hearing|killed|died|wounded|arrested|arrest|detained|released|captured|withdrew|"
    "withdrawal|withdraw|"
    "evacuated|arrived|arrive|left|entered|crossed|happened|took place|occurred|explosion|held|appear|incident|began|started|attended|"
    "attaque|attaqué|bataille|bombardement|bombardé|réunion|tué|tués|arrêté le|arrestation|libéré|retrait|s est tenue|a eu lieu|"
    "explosion|"
    "arrivé|arrivés|mort|décédé|combat|combats|incident|survenu|survenue|survenus|survenues|"
    "saldırı|toplantı|çatışma|öldürüldü|patlama|tutuklandı|gerçekleşti|yapıldı|geldi|"
    "سرقت|حادثه|وقوع|حمله|حمله کرد|جلسه|انفجار|کشته|بازداشت|دستگیر|درگیری|رخ داد|وارد شد|برگزار شد|شهادت"
)
