"""Words of labels that say what is asked, by the kind of field they name, divided by strokes, in the languages of label_heads."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Kind of field -> its words.
OF_PEOPLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": (
            "الاسم الكامل|الاسم الثلاثي|الاسم الرباعي|اللقب|الشهرة|النسبة|العائلة|اسم العائلة|المقاتل|المجاهد|المهاجر|المريض|"
            "الجريح|المصاب|المعتقل|السجين|الموقوف|الأسير|الوافد|المستفيد|الموظف|المتوفى|الشهيد|المسافر|حامل الجواز|صاحب الطلب|"
            "مقدم الطلب|طالب الإجازة|المجاز|المستلم|العنصر|المعني|النازح|الأخ|الاسم واللقب|الاسم والنسبة|الاسم الأول|"
            "الاسم بالكامل|الثلاثي|الرباعي|اسمك|"
            "full name|surname|last name|first name|given name|given names|family name|forename|fighter|patient|detainee|"
            "prisoner|applicant|bearer|holder|beneficiary|recipient|employee|traveller|passenger|name and surname|middle name|"
            "soldier|deceased|"
            "nom de famille|prénom|prénoms|nom et prénom|patronyme|patient|détenu|prisonnier|titulaire|bénéficiaire|demandeur|"
            "combattant|"
            "nachname|vorname|vornamen|familienname|vor und nachname|vollständiger name|patient|häftling|gefangener|inhaber|"
            "antragsteller|empfänger|kämpfer|"
            "ad soyad|adı soyadı|adı ve soyadı|soyadı|soyad|soyismi|isim soyisim|hasta|hastanın|tutuklu|mahkum|başvuran|savaşçı|"
            "hamili|adayın|"
            "фамилия|отчество|ф и о|фио|полное имя|имя и фамилия|фамилия имя отчество|пациент|заключенный|задержанный|боец|"
            "заявитель|получатель|владелец|"
            "نام خانوادگی|نام و نام خانوادگی|نام کامل|شهرت|تخلص|فامیل|نام و تخلص|بیمار|زندانی|رزمنده|متقاضی|دارنده|"
            "ناوی سیانی|ناوی تەواو|ناوی چواری|ناوی خێزان|ناوی نەخۆش|نەخۆش|زیندانی|داواکار|"
            "nav û paşnav|paşnav|navê temam|nexweş|girtî|şervan"
        ),
        "kunya": (
            "الكنية|كنية|كنيتك|الاسم الحركي|الاسم المستعار|اللقب الحركي|اللقب الجهادي|الاسم الجهادي|اسم الحركة|الاسم التنظيمي|"
            "الكنى|الحركي|المستعار|"
            "kunya|alias|nom de guerre|nickname|code name|codename|war name|aka|also known as|call sign|callsign|pseudonym|"
            "assumed name|"
            "kunya|surnom|nom de guerre|pseudonyme|alias|dit|nom d emprunt|"
            "kunya|kampfname|deckname|spitzname|aliasname|tarnname|"
            "künye|künyesi|kod adı|lakap|lakabı|takma adı|savaş adı|müstear|"
            "кунья|позывной|псевдоним|прозвище|кличка|прозвище|"
            "کنیه|لقب|نام مستعار|نام جهادی|نام رمز|نام سازمانی|"
            "نازناو|کونیە|ناوی نهێنی|ناوی حەرەکی|ناوی شەڕ|"
            "navê kodê|nasnav|bernav|navê şer|kunye"
        ),
        "mother": (
            "الأم|الوالدة|أمه|أمك|أمها|والدته|والدتك|الام|يما|ماماك|"
            "mother|mother s|mothers|maiden name|mother s maiden name|mum|"
            "mère|maman|nom de la mère|"
            "mutter|mutters|mädchenname|muttername|geburtsname der mutter|"
            "anne|anne adı|ana adı|annesinin|ana|annesi|anasının|"
            "мать|матери|имя матери|девичья фамилия|"
            "مادر|نام مادر|والده|"
            "دایک|دایکی|ناوی دایک|"
            "dayik|dayikê|navê dayikê|diya|dê|makê"
        ),
        "relative": (
            "أقرب شخص|أقرب قريب|أحد الأقارب|أحد الأهل|أحد ذويك|شخص من أهلك|من تعول|الأب|الوالد|والدك|أبيك|أبوك|الزوج|الزوجة|"
            "زوجته|زوجتك|الأخ الأكبر|الأقارب|أقارب|الأهل|أهلك|ذويه|ذوي|الأولاد|أولاد|الأبناء|الجد|ولي الأمر|الورثة|الوريث|القريب|"
            "أقرب الأقارب|الإخوة|إخوة|الأشقاء|شقيق|العائلة في|أفراد الأسرة|أفراد العائلة|شخص للاتصال|الطوارئ|عند الضرورة|معيل|"
            "المعيل|الابن|البنت|"
            "father|father s|fathers|next of kin|kin|relative|relatives|wife|husband|spouse|brother|sister|children|child|son|"
            "daughter|guardian|parents|family members|emergency contact|emergency|heir|grandfather|dependants|dependents|"
            "père|conjoint|épouse|époux|frère|sœur|enfants|fils|fille|parent|parents|tuteur|famille|proche|personne à prévenir|"
            "urgence|grand père|"
            "vater|vaters|ehefrau|ehemann|ehegatte|ehepartner|bruder|schwester|kinder|kind|sohn|tochter|angehörige|angehöriger|"
            "nächste angehörige|eltern|vormund|notfall|notfallkontakt|großvater|verwandte|vatername|"
            "baba|baba adı|babasının|eş|eşi|eşinin|kardeş|kardeşi|çocuk|çocukları|çocuklar|oğlu|kızı|akraba|akrabası|yakını|veli|"
            "vasi|acil durum|dede|aile|"
            "отец|отца|имя отца|жена|муж|супруг|супруга|брат|сестра|дети|родители|родственник|родственники|опекун|близкие|дед|"
            "پدر|نام پدر|همسر|برادر|خواهر|فرزندان|فرزند|اقوام|بستگان|خویشاوند|پدربزرگ|ولی|قیم|"
            "باوک|باوکی|ناوی باوک|هاوسەر|هاوسەری|برا|خوشک|منداڵ|منداڵان|خزم|کەسوکار|باپیر|"
            "bav|bavê|navê bavê|hevjîn|hevjînê|bira|xwişk|zarok|zarokan|xizm|malbat|bapîr"
        ),
        "go-between": (
            "الواسطة|واسطة|الوسيط|وسيط|المهرب|مهرب|المنسق|منسق|المسهل|الميسر|طريق الدخول وعن طريق من|عن طريق من|من أدخلك|أدخلك|"
            "من طريق من|بواسطة من|من نسق|نسق|نسق لك|من سهل|سهل|من أوصلك|أوصلك|المستقبل|من استقبلك|استقبلك|الدليل|دليل الطريق|"
            "طرف من|من طرف من|المرسل|من أرسلك|الرابط|جهة الاتصال|"
            "go between|gobetween|smuggler|facilitator|intermediary|middleman|mediator|contact|fixer|guide|coordinator|"
            "brought by|introduced by|through whom|who brought you|who helped you|recruiter|courier|"
            "intermédiaire|passeur|facilitateur|médiateur|contact|guide|recruteur|par l intermédiaire de|par qui|"
            "vermittler|schleuser|schlepper|mittelsmann|kontaktperson|verbindungsmann|begleiter|anwerber|kontakt|"
            "aracı|aracısı|kaçakçı|irtibat|bağlantı|kolaylaştırıcı|koordinatör|kimin aracılığıyla|aracılık eden|rehber|vasıta|"
            "посредник|проводник|контрабандист|координатор|связной|через кого|вербовщик|контактное лицо|"
            "واسطه|رابط|قاچاقچی|قاچاقبر|میانجی|هماهنگ کننده|از طریق چه کسی|راه بلد|بلدچی|"
            "ناوبژیوان|نێوەندگیر|قاچاخچی|واسیتە|بە هۆی کێ|هاوئاهەنگ|ڕێبەر|پەیوەندیکار|"
            "navbeynkar|navgîn|qaçaxçî|bi rêya kê|hevrêz|rêber|navbênkar"
        ),
        "guarantor": (
            "المزكي|مزكي|التزكية|تزكية|من زكاك|زكاك|ممن التزكية|الكفيل|كفيل|الضامن|ضامن|الكفالة من|المعرف|معرف|من يعرفك|يعرفك|"
            "التزكيات|المعرفون|المعرفين|من يزكيك|الشاهد|الشهود|"
            "guarantor|reference|references|recommended by|recommendation|recommended you|vouched for|vouched by|referee|sponsor|"
            "surety|vouches|referred by|who recommended|endorsement|witness|witnesses|"
            "garant|caution|référence|références|recommandé par|parrain|recommandation|témoin|répondant|"
            "bürge|bürgen|bürgschaft|empfohlen von|empfehlung|referenz|referenzen|gewährsmann|zeuge|"
            "kefil|kefili|referans|referansı|tavsiye eden|tezkiye|tezkiyesi|tezkiye eden|şahit|kefilin|"
            "поручитель|поручители|рекомендация|рекомендатель|рекомендовал|кто рекомендовал|гарант|свидетель|ручается|"
            "ضامن|معرف|کفیل|توصیه|معرفی کننده|تأییدکننده|تزکیه|شاهد|"
            "کەفیل|زامن|ناسێنەر|دەستەبەر|تەزکیە|شایەت|"
            "kefîl|kefîlê|piştevan|nasker|tezkiye|şahid"
        ),
        "signer": (
            "منظم الاستمارة|كاتب الاستمارة|محرر الاستمارة|المسؤول عن الاستمارة|مسؤول التسجيل|موظف التسجيل|الكاتب|المدون|حررها|"
            "كتبه|دونه|نظمها|استلمها|ختم وتوقيع|التوقيع|توقيع|الموقع أدناه|الإمضاء|إمضاء|البصمة|الختم|خاتم|اسم الموقع|المصادقة|"
            "الاعتماد|"
            "prepared by|completed by|recorded by|written by|filled in by|received by|registered by|registrar|clerk|"
            "interviewed by|signing officer|registration officer|signature|signed|signed by|signatory|stamp|fingerprint|"
            "authorised by|authorized by|"
            "établi par|rempli par|enregistré par|signature|signé|signataire|cachet|visa|approuvé par|empreinte|"
            "ausgefüllt von|erfasst von|sachbearbeiter|unterschrift|unterzeichner|unterschrieben|stempel|genehmigt von|"
            "fingerabdruck|"
            "dolduran|düzenleyen|kaydeden|kayıt görevlisi|imza|imzası|mühür|onaylayan|parmak izi|imzalayan|"
            "заполнил|составил|принял|регистратор|подпись|подписал|печать|утвердил|утверждаю|отпечаток|"
            "تنظیم کننده|ثبت کننده|تکمیل کننده|نویسنده|امضا|امضاء|مهر|اثر انگشت|تأیید کننده|"
            "نووسەر|تۆمارکەر|فەرمانبەری تۆمار|واژۆ|واژووی|ئیمزا|مۆر|پەنجەمۆر|"
            "nivîskar|tomarker|îmze|îmzeya|mor|destnîşan|şopa tiliyê"
        ),
        "person": (
            "الطبيب|طبيب|الدكتور|الطبيب المعالج|الأمير|أمير|القائد|قائد|المسؤول|مسؤول|المدير|المحقق|القاضي|المسلم|المستلم منه|"
            "المشرف|المدرب|الأمني|الشرعي المسؤول|المرافق|آمر|المسؤول المباشر|الجراح|أمين المستودع|الموظف المختص|السجان|الخصم|"
            "المدعي|"
            "physician|doctor|surgeon|nurse|commander|emir|amir|officer|supervisor|interviewer|judge|investigator|issued by|"
            "delivered by|escort|companion|instructor|treating physician|attending physician|in charge|manager|employer|superior|"
            "médecin|chirurgien|commandant|émir|officier|responsable|juge|enquêteur|superviseur|accompagnateur|employeur|"
            "médecin traitant|"
            "arzt|ärztin|chirurg|kommandant|emir|offizier|vorgesetzter|verantwortlicher|richter|ermittler|behandelnder arzt|"
            "arbeitgeber|begleitperson|"
            "doktor|hekim|doktoru|komutan|komutanı|emir|emiri|emîr|sorumlu|sorumlusu|hakim|refakatçi|amir|amiri|müdür|görevli|"
            "врач|доктор|хирург|командир|эмир|амир|начальник|ответственный|судья|следователь|сопровождающий|лечащий врач|"
            "پزشک|دکتر|جراح|فرمانده|امیر|مسئول|قاضی|بازجو|همراه بیمار|رئیس|"
            "پزیشک|دکتۆر|فەرماندە|ئەمیر|بەرپرس|دادوەر|لێکۆڵەر|هاوەڵ|"
            "bijîşk|doktor|fermandar|emîr|berpirs|berpirsyar|dadger|lêkoler|hevrêya"
        ),
    }
)
