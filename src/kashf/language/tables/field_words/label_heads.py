"""Words of labels that name no kind by themselves: how an answer is written, as a date or a place, and what joins. Divided by strokes.

Each has its rows in Arabic, with what is said in the Levant and the Maghreb, English, French, German, Turkish, Russian, Persian, Sorani and
Kurmanji.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What they say -> the words.
HEADS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date-head": (
            "تاريخ|تواريخ|تأريخ|متى|إمتى|وقتاش|فوقاش|امتى|اليوم والشهر|"
            "date|dates|when|day of|"
            "date|quand|jour de|"
            "datum|wann|tag der|am|"
            "tarih|tarihi|ne zaman|günü|"
            "дата|когда|день|"
            "تاریخ|زمان|کی|"
            "بەروار|بەرواری|ڕێککەوت|ڕێککەوتی|ڕۆژی|کەی|"
            "dîrok|dîroka|kengî|roja"
        ),
        "place-head": (
            "مكان|محل|موقع|أين|وين|فين|المكان|الموقع|موضع|جهة|بلد|اسم المنطقة|مدينة|دولة|"
            "place|where|location|country of|city of|town of|site|"
            "lieu|où|pays de|ville de|endroit|"
            "ort|wo|land|stadt|"
            "yer|yeri|nerede|nereden|ülke|ülkesi|şehri|"
            "место|где|откуда|страна|город|"
            "محل|مکان|کجا|کشور|شهر|"
            "شوێن|شوێنی|لە کوێ|کوێ|وڵاتی|شاری|"
            "cih|cihê|li ku|ku|welatê|bajarê"
        ),
        "name-head": (
            "اسم|إسم|أسماء|الاسم|ممن|من من|من هو|من هي|اسمو|سمية|"
            "name|names|name of|who is|who|by whom|from whom|whom|"
            "nom|noms|nom de|qui|de qui|par qui|qui est|prénom de|"
            "name|namen|name der|wer|von wem|durch wen|"
            "ad|adı|adi|isim|ismi|kim|kimin|kimden|kim tarafından|"
            "имя|имена|фио|кто|от кого|кем|"
            "نام|اسم|نام و نام خانوادگی|"
            "ناو|ناوی|کێ|"
            "nav|navê|kî|kê"
        ),
        "number-head": (
            "رقم|نمرة|رقم تسلسلي|الرقم|أرقام|رمز|"
            "number|no|nr|nº|serial|code|id|"
            "numéro|n°|no|matricule|numero|"
            "nummer|nr|"
            "numara|numarası|no|sıra no|"
            "номер|№|"
            "شماره|کد|"
            "ژمارە|ژمارەی|"
            "hejmar|hejmara|jimar|jimara"
        ),
        "phone-head": (
            "هاتف|تلفون|تليفون|جوال|موبايل|نقال|محمول|خليوي|فون|بورتابل|واتساب|رقم التواصل|"
            "phone|telephone|tel|mobile|cell|whatsapp|gsm|"
            "téléphone|tél|portable|mobile|gsm|"
            "telefon|telefonnummer|handy|mobil|rufnummer|mobilnummer|"
            "telefon|telefonu|cep|cep no|cep telefonu|gsm|"
            "телефон|мобильный|тел|"
            "تلفن|موبایل|تماس|همراه|"
            "تەلەفۆن|تەلەفۆنی|مۆبایل|مۆبایلی|"
            "telefon|telefona|mobîl|telefûn"
        ),
        "count-head": (
            "عدد|كم|شحال|قديش|كمية|مدة|كم لبثت|كم عدد|"
            "how many|how much|how long|number of|quantity|count|amount|total|"
            "nombre|combien|nombre de|quantité|montant|durée|"
            "anzahl|wie viele|menge|dauer|betrag|"
            "sayısı|kaç|adet|adedi|miktarı|süresi|tutarı|"
            "количество|сколько|число|сумма|срок|"
            "تعداد|چند|مقدار|مدت|مبلغ|"
            "چەند|بڕی|ماوەی|"
            "çend|hejmara zarokan|mîqdar"
        ),
        "choice-head": (
            "نوع|مستوى|حالة|صفة|درجة|فئة|طبيعة|تصنيف|وضع|صنف|رتبة|عيار|هل أنت متزوج أم|"
            "type|kind|level|status|category|class|grade|degree|calibre|caliber|rank|"
            "type|niveau|état|catégorie|genre|statut|grade|calibre|"
            "art|typ|stufe|stand|status|kategorie|grad|kaliber|dienstgrad|"
            "türü|tipi|seviyesi|düzeyi|durumu|cinsi|rütbesi|çapı|"
            "тип|вид|уровень|статус|категория|звание|степень|калибр|состояние|"
            "نوع|سطح|وضعیت|درجه|رتبه|میزان|"
            "جۆر|جۆری|ئاست|ئاستی|بار|باری|پلە|پلەی|"
            "cure|cureyê|asta|rewşa|pileya"
        ),
        "yes-no-head": (
            "سبق|سبق له|سبق أن|الموافقة|موافقة|موافق|هل|هل سبق|هل لديك|هل عندك|هل أنت|هل يوجد|واش|سبق لك|عندك شي|"
            "approved|approval|have you|did you|are you|do you|does he|has he|is he|was he|were you|any previous|can you|"
            "have any|"
            "avez vous|êtes vous|avez vous déjà|est ce que|a t il|approbation|"
            "haben sie|sind sie|waren sie|hast du|können sie|genehmigung|"
            "mi|mı|mu|mü|misiniz|mısınız|musunuz|var mı|ettiniz mi|oldu mu|onay|onayı|"
            "имеете ли|есть ли|был ли|были ли|ли|имеются ли|одобрено|"
            "آیا|سابقه|تأیید|موافقت|"
            "ئایا|ڕەزامەندی|"
            "gelo|ma"
        ),
        "event": (
            "الدخول|دخول|الخروج|خروج|القتل|مقتل|الاستشهاد|الوفاة|الإصابة|الوصول|القدوم|القبض|الاعتقال|التوقيف|الإفراج|الإطلاق|"
            "المغادرة|السفر|العودة|الالتحاق|النفير|الهجرة|المبايعة|البيعة|الانتساب|التسليم|الاستلام|الإصدار|الصدور|الانتهاء|"
            "انتهاء|صلاحية|المراجعة|العملية|الزواج|التسريح|النقل|الدفن|الفحص|دخلت|أدخلك|قدمت|وصلت|خرجت|سافرت|المباشرة|البداية|"
            "النهاية|بدء|الفرز|التعيين|"
            "entry|arrival|exit|departure|death|injury|wound|admission|discharge|arrest|detention|release|issue|issued|expiry|"
            "expiration|expires|return|marriage|enlistment|joining|receipt|delivery|crossing date|entered|arrived|left|start|end|"
            "visit|operation|transfer|burial|valid until|last seen|capture|"
            "entrée|arrivée|sortie|départ|décès|mort|blessure|admission|arrestation|libération|délivrance|délivré|expiration|"
            "retour|mariage|réception|début|fin|opération|"
            "einreise|ankunft|ausreise|abreise|tod|verletzung|aufnahme|entlassung|festnahme|haft|ausstellung|ausgestellt|ablauf|"
            "gültig bis|rückkehr|heirat|beginn|ende|eintritt|empfang|einreisedatum|ankunftsdatum|ausstellungsdatum|ablaufdatum|"
            "aufnahmedatum|entlassungsdatum|todesdatum|sterbedatum|eintrittsdatum|"
            "giriş|varış|geliş|çıkış|ayrılış|ölüm|vefat|yaralanma|yatış|taburcu|tutuklama|gözaltı|tahliye|veriliş|düzenlenme|"
            "bitiş|geçerlilik|dönüş|evlilik|katılım|teslim|başlangıç|başlama|"
            "прибытия|въезда|выезда|отъезда|смерти|ранения|поступления|выписки|ареста|задержания|освобождения|выдачи|окончания|"
            "возвращения|вступления|действителен до|прибытие|въезд|выезд|"
            "ورود|خروج|وفات|شهادت|مرگ|بستری|ترخیص|دستگیری|بازداشت|آزادی|صدور|انقضا|اعتبار|بازگشت|اعزام|پایان|شروع|ازدواج|"
            "هاتن|هاتنە ژوورەوە|چوون|دەرچوون|مردن|بریندار بوون|گرتن|ئازادکردن|دەرکردن|بەسەرچوون|گەڕانەوە|گەیشتن|چوونە ژوورەوە|"
            "hatin|hatinê|çûn|çûnê|mirin|mirinê|birîndarbûn|girtin|girtinê|berdan|derketin|derketinê|ketin|ketinê|veger"
        ),
        "and": ("و|and|et|und|ve|и|و|û|وە|ile|sowie"),
        "or": ("أو|أم|or|ou|oder|veya|ya da|yahut|или|یا|یان|an jî"),
        "empty": (
            "الذي|التي|الذين|من|في|عن|على|إلى|الى|منه|منها|فيه|كان|كانت|لك|له|لها|به|بها|هذا|ذلك|ما|ماذا|هو|هي|قبل|بعد|إن وجد|"
            "إن وجدت|لدى|عند|عندك|لديك|أحد|كامل|الكامل|كاملا|بالكامل|الحالي|الحالية|السابق|السابقة|الشخصي|الشخصية|اللي|ديالك|تاع|"
            "متاع|تبع|سيد|السيد|المذكور|صاحب|أعلاه|ان وجد|الحقيقي|الحقيقية|الصريح|الأصلي|الأصلية|الرسمي|حقيقي|كاملة|بالعربية|"
            "باللاتينية|أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|أخيرا|الأولى|الثانية|الثالثة|الرابعة|الخامسة|"
            "السادسة|السابعة|الثامنة|التاسعة|العاشرة|المادة|البند|الفقرة|"
            "the|of|in|your|his|her|a|an|as|for|to|at|on|by|with|is|if|any|s|full|current|previous|please|as in|their|this|d|l|"
            "was|real|true|legal|complete|own|block|capitals|letters|in arabic|in latin|"
            "de|du|des|d|l|la|le|les|votre|en|à|au|aux|un|une|par|complet|actuel|pour|s|réel|vrai|véritable|"
            "der|die|das|des|den|dem|ihr|ihre|ihrer|von|zu|zum|zur|im|in|am|bei|ein|eine|vor|nach|richtiger|wirklicher|"
            "vollständig|"
            "bir|bu|ile|için|olan|senin|sizin|tam|şu anki|gerçek|tam|"
            "в|на|по|из|от|для|ваш|ваша|его|её|полное|с|к|при|настоящее|настоящая|полностью|"
            "را|از|به|در|شما|خود|که|فعلی|قبلی|کامل|ی|ها|است|واقعی|اصلی|"
            "لە|بۆ|بە|ی|تۆ|ئێستا|تەواو|کە|ڕاستەقینە|"
            "ji|li|bi|yê|ya|yên|we|te|ku|di|de|xwe|temam|rastîn"
        ),
    }
)
