"""What registries stamp and type on letters, in Arabic, Persian, Turkish, English, French, German and Russian; strokes between phrases."""

from __future__ import annotations

from typing import Final

#: Of the register of what came in, before its number or day.
INCOMING: Final = """
وارد | الوارد | رقم الوارد | الرقم الوارد | تاريخ الوارد | تاريخ الورود | قيد الوارد | سجل الوارد | الوارد العام | وارد الديوان |
بريد وارد | البريد الوارد | رقم وارد | وارد عام | وارده | شماره وارده | تاریخ وارده | ثبت وارده | شماره ثبت وارده | تاریخ ورود |
وارده به دبیرخانه | incoming | incoming no | incoming number | incoming ref | incoming mail | in no | inward | inward no |
inward number | diary no | gelen evrak | gelen evrak no | gelen evrak kayıt no | gelen no | geliş no | geliş tarihi |
evrak giriş no | evrak geliş tarihi | courrier arrivé | courrier arrivée | courrier à l'arrivée | arrivée | n° d'arrivée |
numéro d'arrivée | no d'arrivée | enregistré à l'arrivée | enregistré à l'arrivée sous le | arrivé le | date d'arrivée | eingang |
eingangs nr | eingangsnummer | eingangsdatum | eingangsstempel | posteingang | posteingang vom | tgb nr eingang | вх | входящий |
вход | входящий номер | вх номер | дата поступления | поступило в канцелярию | поступил в канцелярию
"""
#: That it was received, before a day; money and goods are received as well, so a number alone says nothing.
RECEIVED: Final = """
ورد بتاريخ | وردنا بتاريخ | وردت بتاريخ | ورد إلينا بتاريخ | استلم | استلمت | تم الاستلام | تم استلامه | تاريخ الاستلام |
تاريخ الوصول | وصل بتاريخ | وصلنا بتاريخ | دریافت شد | تاریخ دریافت | دریافت شد در | received | received on | received at |
date received | date of receipt | received by registry | received in registry | teslim alındı | alındı | teslim alındığı tarih |
alındığı tarih | reçu | reçu le | date de réception | reçu au secrétariat | reçu au secrétariat le | eingegangen |
eingegangen am | eingeg | eing | erhalten am | поступило | поступил | получено | получено в канцелярии | дата получения
"""
#: That it was entered in a register, before a day: by whom, this does not say.
REGISTERED: Final = """
سجل برقم | سجل تحت رقم | سجل بتاريخ | سجلت برقم | قيد برقم | قيد تحت رقم | قيد بتاريخ | رقم القيد | تاريخ القيد | رقم التسجيل |
تاريخ التسجيل | شماره ثبت | تاریخ ثبت | ثبت شد | registered | registered on | registered no | registered under no | registry no |
registration date | date of registration | kayıt no | kayıt tarihi | evrak kayıt no | evrak kayıt tarihi | kayda alındı |
enregistré | enregistré le | enregistré sous le | date d'enregistrement | eingetragen | eingetragen am | registriert |
registriert am | erfasst am | зарегистрировано | дата регистрации | рег | рег номер
"""
#: Of the register of what went out: the sender writes it on every copy, and so on the addressee's.
OUTGOING: Final = """
صادر | الصادر | رقم الصادر | الرقم الصادر | تاريخ الصادر | قيد الصادر | رقم صادر | صادر عام | الصادر العام | البريد الصادر |
صادره | شماره صادره | تاریخ صادره | ثبت صادره | outgoing | outgoing no | outgoing number | outgoing ref | outward no |
dispatch no | despatch no | giden evrak | giden evrak no | giden no | çıkış no | evrak çıkış no | courrier départ |
courrier au départ | départ | n° de départ | numéro de départ | ausgang | ausgangs nr | postausgang | исх | исходящий |
исходящий номер | исх номер
"""
#: When it was sent, before a day: noted on what stays with the sender.
DISPATCHED: Final = """
أرسل بتاريخ | أرسلت بتاريخ | تم الإرسال بتاريخ | تاريخ الإرسال | تاریخ ارسال | dispatched | dispatched on | despatched |
despatched on | date of dispatch | date dispatched | sevk tarihi | gönderiliş tarihi | expédié le | date d'expédition |
abgesandt | abgesandt am | abges am | versandt am | отправлено в канцелярии | дата отправки
"""
#: The copy that stays with the sender, said of the sheet itself.
FILE_COPY: Final = """
نسخة الحفظ | نسخة للحفظ | نسخة الملف | نسخة للملف | نسخة الأرشيف | نسخة للأرشيف | صورة الحفظ | صورة للحفظ | صورة للملف |
صورة الملف | نسخة كربونية | صورة كربونية | صورة كربون | نسخه بایگانی | نسخه دبیرخانه | کپی کاربنی | dosya nüshası | dosya sureti |
arşiv nüshası | karbon kopya | file copy | office copy | copy for file | copy for the file | copy for files | archive copy |
retained copy | carbon copy | copie pour archives | copie pour les archives | copie d'archives | copie pour le dossier |
copie au dossier | copie dossier | exemplaire d'archives | copie carbone | durchschlag | durchschrift | aktenexemplar |
aktendurchschlag | kopie für die akten | durchschlag für die akten | экземпляр для дела | копия для дела | копия в дело |
копия для архива
"""
#: A bare «صورة», and heads of lists of those who get a copy: every copy bears them.
COPIES_TO: Final = """
صورة | نسخة إلى | نسخة منه إلى | نسخ إلى | صورة إلى | صورة عنه إلى | صورة منه إلى | صورة مع التحية إلى | رونوشت | رونوشت به |
dağıtım | copy to | copies to | cc | copie à | ampliation | ampliations | verteiler | nachrichtlich | копия | копии
"""
#: Never sent, as the sheet itself says.
DRAFT: Final = """
مسودة | مسودة أولى | مسودة أولية | مسودة نهائية | مسودة كتاب | مسودة خطاب | مسودة رسالة | مسودة قرار | مسودة أمر | پیش نویس |
پیش‌نویس | پیش نویس نامه | پیش‌نویس نامه | taslak | taslaktır | yazı taslağı | müsvedde | draft | first draft | second draft |
final draft | rough draft | draft copy | draft only | draft letter | draft for approval | draft for signature |
draft for comment | draft v | draft version | draft not sent | projet de lettre | projet de courrier | projet de note |
brouillon | ébauche | entwurf | briefentwurf | rohentwurf | черновик | проект письма | проект приказа
"""
#: These are drafts as often as they are projects.
MAYBE_DRAFT: Final = "projet | проект | konzept"

#: The letter's own number and day, where a line is left for them.
OWN_NUMBER: Final = """
الرقم | رقم | العدد | رقم الكتاب | شماره | number | no | ref | ref no | our ref |
 sayı | sayısı | n° | numéro | réf | nr | az | №
"""
OWN_DAY: Final = """
التاريخ | تاريخ | تاریخ | date | dated | tarih | tarihi | le | datum | дата | от
"""

#: What may stand beside numbers and days in a stamp.
BESIDE: Final = """
رقم الرقم برقم عدد تاريخ التاريخ بتاريخ وتاريخ في الموافق يوم ه هـ م ق الساعة ساعة صباحا مساء لعام لسنة عام سنة شماره تاریخ مورخ ساعت
no nr number num ref reference date dated on of at in the hrs hours am pm h v version
tarih tarihi tarihli saat sayı sayılı kayıt numara numarası
n° numéro le du au à date sous la heures
am vom den der um uhr datum tgb
от за г года год номер дата в часов время
الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
"""
#: What calls a number a number.
CALLED_NUMBERS: Final = "رقم الرقم برقم شماره no nr number numéro numara номер n° №"
#: What joins the words of a stamp to a number or day within a sentence.
JOINING: Final = "برقم بتاريخ يوم في تحت من"
