"""Words of the foot of a letter: who signs, polite words above him, and headings of lists of copies; divided by bars, compared folded."""

from __future__ import annotations

from typing import Final

#: One of these in a line of the foot makes it polite words, and no name.
POLITE: Final = (
    "الاحترام|احترام|احتراماتي|احتراماتنا|واحترامنا|احترامي|التقدير|تقدير|تقديرنا|تحيات|تحياتي|تحياتنا|التحية|التحيات|تحية|الشكر|شكرا"
    "|شاكرين|والشكر|الامتنان"
    "|ممتنين|التوفيق|توفيق|الموفق|المستعان|السداد|وفقكم|وفقنا|ودمتم|دمتم|ذخرا|سندا|رعاكم|حفظكم|أدامكم|جزاكم|خيرا|والسلام|السلام|ورحمة"
    "|وبركاته|رسالتنا"
    "|لرسالتنا|الوطن|النصر|للنضال|المجد|الخلود|والخلود|الحياة|تعاونكم|لتعاونكم|حسن|تقبلوا|وتقبلوا|اقبلوا|واقبلوا|تفضلوا|وتفضلوا|بقبول"
    "|فائق|خالص|أسمى"
    "|للتفضل|بالاطلاع|للاطلاع|للعلم|بالعلم|الاطلاع|اللازم|لاتخاذ|لإجراء|للإجراء|والله|نسأل|الحمد|لله|يرجى|نرجو|راجين|آملين|علما|أعلاه"
    "|أدناه|المذكورة"
    "|هذا|هذه|ذلك|وذلك|الأوليات|الإضبارة|الأرشيف|الصادرة|الملف|الحفظ"
    "|regards|respectfully|sincerely|faithfully|truly|obedient|servant|yours|cordially|thank|thanks|please|respect|assurances"
    "|consideration|honour"
    "|honor|blessings|peace|god|allah|wishes|best|remain|the above|herewith|archive|file"
    "|agréer|salutations|considération|distinguée|veuillez|ederim|saygılarımla|rica|arz|تشکر|سلام"
)
#: Titles of trade, learning and comradeship before the name of whoever signs; they are of no post.
NAME_TITLES: Final = (
    "المهندس|المهندسة|الدكتور|الدكتورة|الأستاذ|الأستاذة|المحامي|المحامية|الرفيق|الرفيقة|الشيخ|الحاج|السيد|السيدة|الأخ|الأخت|الطبيب"
    "|الصيدلي|م|د|أ|أ.د|أ.م.د|م.م"
    "|المعلم|الفقير إلى الله|العبد الفقير|خادمكم|أخوكم|أخوكم في الله|محبكم|ابنكم|أخوكم المحب|المخلص|Eng|Engr|Engineer|Dr|Prof"
    "|Professor|Mr|Mrs|Ms|Miss"
    "|Brother|Your brother|Comrade|Sheikh|Shaykh|Haji|Hajji|Sgd|Signed"
    "|Mme|Monsieur|Madame|Bay|Bayan|آقای|خانم|دکتر|مهندس|حاج"
)
#: Words by which whoever signs is said to sign for somebody else.
ON_BEHALF: Final = (
    "ع|ع.|ع/|عن|بالنيابة|بالنيابة عن|بالوكالة|بأمر|بأمر من|بتفويض من|و|for|for the|by order|by order of|on behalf of|p.p|pp|per"
)
#: Nouns that name a post in Arabic wherever a line begins with them, beside those of the heads.
FOOT_POSTS: Final = (
    "المعتمد|معتمد|الكاتب العام|العامل|عامل|القائد العام|الآمر|آمر|ناموس|الناموس|قائممقام|القائممقام|القائم مقام|قائمقام|القائمقام"
    "|متصرف|المتصرف|عمدة|العمدة|شيخ الحي"
    "|المدعي العام|المدعي|قاضي|القاضي|رئيسة|مديرة|المديرة|مسؤولة|منسقة|أمينة|معاونة|نائبة|وزيرة|الموظف المختص|الموظف المسؤول|موظف"
    "|المحاسب|محاسب|الخازن|خازن|أمين السر|أمين سر"
    "|أمين الصندوق|الناطق|ناطق|المتحدث|المفوض|مفوض|مندوب|المندوب|السفير|سفير|القنصل|قنصل|الملحق|ملحق عسكري|رئيس|الرئيس|العميد"
    "|عميد كلية|المشرف|المنسق|النقيب العام"
    "|نقيب|الوكيل|وكيل|الوالي|الأمير|أمير|الإداري العام|الإداري|الشرعي|الشرعي العام|العسكري|العسكري العام|الأمني|الأمني العام|أمني"
    "|عسكري|المالي|المسؤول|نائب|مساعد|المساعد"
    "|معاون|المعاون|مأمور|المأمور|كبير|مهندس|رئيس مهندسي|طبيب|مقرر|المقرر|حاكم|الحاكم|شاويش|ضابط|الضابط|آمرية|قائد|القائد|صاحب|عضو"
    "|العضو|الخبير|مدرب|كاتب|الكاتب|باش كاتب"
    "|مفتش|المفتش|مراقب|المراقب|ناظر|الناظر|والي|رئيس ديوان|مستشار|المستشار|المدير|مدير|السكرتير|سكرتير|المحافظ|الوزير|المختار|الأمين"
    "|أمين|المفتي"
    "|فرمانده|استاندار|فرماندار|بخشدار|شهردار|سرپرست|دبیر|مسئول|جانشین|کارشناس"
    "|رئيس الديوان|رئيس الكتاب|رئيس القلم|كاتب الضبط|كاتب العدل|باش مهندس|المحتسب|محتسب|ناظر الوقف|نقيب الأشراف|رئيس أركان"
    "|رئيس الأركان|مساعد مدير|معاون مدير|نائب مدير|وكيل وزارة|وكيل النيابة|النائب العام|محامي عام|المحامي العام|قاضي التحقيق"
    "|قاضي الصلح|المستنطق|مستنطق|رئيس المخفر|رئيس المفرزة|رئيس القسم|رئيس الشعبة|مدير الناحية|مدير ناحية|مأمور السجن|مأمور النفوس"
    "|أمين السجل|مساعد إداري|المرشد|مرشد سياسي|الموجه السياسي|المفوض السياسي|المتصرف العام|الخبير المالي|مراقب حسابات|مراقب الحسابات"
    "|المحصل|محصل|الجابي|جابي|المراسل الحربي|ممرض|رئيس الممرضين|رئيسة الممرضات|عمدة القرية|شيخ البلد|شيخ القرية|مقدم القبيلة"
    "|القائد الجهوي|العامل الإقليمي|الكاتب الخاص|النائب الجهوي|الوالي الجهوي|المعتمد الأول|المتفقد|متفقد|الرئيس المدير العام|المقتصد"
    "|مقتصد|القيم العام|قيم عام|آمر الفوج|آمر اللواء|آمر السرية|آمر الفصيل|آمر الفرقة|آمر الكتيبة|ركن العمليات|ركن الاستخبارات"
    "|ضابط ركن|ضابط الأمن|ضابط الشعبة|مدير المحطة|مدير الفرع|مدير المدرسة|مدير المستشفى|رئيس الجلسة|رئيس اللجنة|رئيس المحكمة"
    "|رئيس البلدية|رئيس الجماعة|رئيس المجلس|رئيس النيابة|رئيس التحرير|رئيس الحسابات|رئيس الورشة|مسؤول القاطع|مسؤول القطاع"
    "|مسؤول المكتب|مسؤول الملف|مسؤول الشعبة|المكلف بالتسيير|المكلف بالإدارة|القائم بالأعمال|القائم بأعمال"
)
#: Nouns that name a post wherever they stand in a line of Latin letters.
FOOT_POSTS_LATIN: Final = (
    "director|head|wali|judge|commander|commanding|secretary|deputy|governor|minister|emir|amir|chief|manager|clerk|officer|president"
    "|chairman|chairwoman|chair"
    "|mukhtar|representative|acting|adjutant|inspector|superintendent|commissioner|surveyor|engineer|registrar|magistrate|accountant"
    "|treasurer|auditor|consul"
    "|ambassador|attache|administrator|supervisor|coordinator|controller|comptroller|master|harbourmaster|principal|warden|bursar"
    "|rector|dean|doctor-in-charge"
    "|in charge|quartermaster|archivist|librarian|prosecutor|notary|mayor|prefect|resident|collector|counsel|counsellor|advisor"
    "|adviser|foreman|storekeeper|paymaster"
    "|executive|vice|sergeant-at-arms|legate|delegate|spokesman|spokesperson|trustee|overseer|steward|executor|matron|curator|editor"
    "|agent|marshal|g.o.c|c.o|o.c"
    "|directeur|directrice|préfet|sous-préfet|ministre|secrétaire|chef|maire|commandant|président|gouverneur|délégué|adjoint"
    "|intendant|müdür|müdürü|vali|valisi|kaymakam|başkan|başkanı|komutan|komutanı|bakan|şef|şefi|memur|memuru|sekreter|yardımcısı"
)
#: Words that a heading of copies has: what is sent, the small words behind it, and verbs of sending it.
COPY_STEMS: Final = (
    "معلومات|للمعلومات|ص|صورة|الصورة|صور|الصور|نسخة|النسخة|نسخ|النسخ|نسختان|نسختين|صورتان|صورتين|التوزيع|توزيع|موزع|موزعة|يوزع|توزع|يبلغ|تبلغ|للتبليغ"
    "|التبليغ|يعمم|تعمم|يرسل|ترسل|يعطى|تعطى"
    "|يزود|جهات|المرسل إليهم نسخة|مع التحية|للإعلام|الجهات المبلغة"
    "|copy|copies|cc|c.c|bcc|distribution|distr|dist|info|information|copied|courtesy"
    "|ampliation|ampliations|copie|diffusion|dağıtım|رونوشت"
)
COPY_FILLERS: Final = (
    "منه|منها|عنه|عنها|من هذا|من الكتاب|من الأصل|بهذا|هذا|هذه|الكتاب|الأمر|القرار|التعميم|على|إلى|ل|لكل|لكل من|كل|من|كل من|مع"
    "|التحية|للتفضل|للعلم|للإعلام|للاطلاع"
    "|للمعنيين|طيبة|مماثلة|طبق الأصل|التوزيع|الجهات|المعنية|إلى كل من|واحدة|وصورة|ونسخة|ـ|إضافية|أخرى"
    "|of|this|to|for|list|the|is|are|sent|given|information|addressee|addressees|letter|order|with|compliments|a|also"
    "|à|pour|için|به"
)
#: Headings that are copies of the sheet itself.
NO_COPY_LISTS: Final = (
    "صورة طبق الأصل|نسخة طبق الأصل|نسخة الحفظ|نسخة الملف|نسخة الأرشيف|نسخة رقم|copy no|copy number|true copy|file copy"
    "|certified copy|office copy"
)
#: Words before what a stamp says.
STAMPS: Final = (
    "ختم|الختم|خاتم|الخاتم|مختوم|مختومة|مختومة بختم|دمغة|الدمغة|طابع|الطابع|مهر|المهر|ممهور|ممهورة|ممهور بختم|بصمة ختم|وسم|stamp"
    "|stamped|seal|sealed|round seal|official seal"
)
#: What leads from a heading of copies to the first who gets one; the second is written onto his name.
COPY_TO: Final = "إلى|ل|لكل من|إلى كل من|على|to|for"
COPY_TO_GROWN: Final = "لل"
#: With which most posts begin, and names do not.
ARTICLE: Final = "ال"
#: What most posts in English have in them.
OF: Final = "of"
#: Nouns for copies that make any short line with a colon behind it a heading of them.
COPY_NOUNS: Final = "صورة|صور|نسخة|نسخ|نسختان|نسختين|صورتان|صورتين|نسخته|صورته|copy|copies"
#: Before a word for a seal.
BEFORE_STAMP: Final = "أثر|بصمة|عليه|عليها|يحمل|وعليه|موسوم|محل|مكان|imprint of|impression of|under|bears"
#: What may be written onto a word for a copy or a seal, before and behind it.
GROWN_ON: Final = "و|ب|ال"
OWNERS: Final = "ه|ها|نا"
#: How a word begins for what a copy is, behind a sign; and how one does that needs none, since it is a verbal noun.
FOR: Final = "لل"
FOR_DOING: Final = "للت"
