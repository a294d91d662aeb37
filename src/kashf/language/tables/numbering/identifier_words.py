"""Words beside telephone numbers, numbers of papers, of persons and of vehicles, in Arabic, English, French, German and Turkish."""

from typing import Final

PHONE_WORDS: Final = """
هاتف هاتفه هاتفي هاتفك هاتفها الهاتف هواتف الهواتف جوال جواله جوالي الجوال موبايل موبايله الموبايل تلفون تليفون التلفون خليوي الخليوي خلوي
الخلوي واتساب واتس الواتساب فايبر تلغرام تليجرام اتصال للتواصل اتصل اتصلوا phone phones telephone tel tél téléphone telefon telefonu mobile
mobil mob cell cellphone whatsapp viber telegram signal fax faks فاكس handy gsm cep ثريا thuraya
"""
#: Behind these stands the number of a person, an account or a device, not of a telephone.
PERSON_NUMBERS: Final = """
وطني الوطني هوية الهوية هويته بطاقة البطاقة جواز الجواز جوازه السفر قيد القيد خانة الخانة حساب الحساب حسابه تسلسلي التسلسلي مسلسل المسلسل
national id identity passport nid kimlik account acct imei imsi serial konto hesap
"""
#: Before the number of a paper, behind which one more word may stand: رقم الكتاب.
NUMBER_WORDS: Final = """
رقم الرقم برقم ورقم والرقم بالرقم رقمه رقمها العدد بالعدد والعدد المرقم المرقمة no nr nos ref reference number numero numéro numara numarası
sayı aktenzeichen az dosya
"""
#: Before the number of a paper as well, when nothing but a sign stands between.
REGISTER_WORDS: Final = """
الصادر صادر الوارد وارد كتابكم كتابنا كتابي برقيتكم برقيتنا تعميمنا تعميمكم outgoing incoming circular memorandum memo
"""
#: Before a number only with a colon: Copy: 23.
COLON_WORDS: Final = "copy نسخة النسخة"
#: What stands between a word for a number and a day: the number is left blank, or said before.
DATE_WORDS: Final = """
تاريخ التاريخ بتاريخ وتاريخ وتاريخه تاريخه والتاريخ لتاريخ في لعام لسنة عام سنة يوم الموافق من
date dated on of tarih tarihi tarihli datum vom du le
"""
VEHICLE_WORDS: Final = """
سيارة السيارة سيارته بسيارة سيارات السيارات شاحنة الشاحنة شاحنات حافلة الحافلة باص الباص ميكروباص صهريج الصهريج مركبة المركبة عربة العربة
دراجة الدراجة فان بيكاب بيك تكسي تاكسي هايلكس تويوتا كيا سنتافيه car cars vehicle vehicles truck trucks lorry pickup pick van minivan bus
minibus tanker motorcycle motorbike taxi toyota hilux kia araç aracı araba otomobil kamyon kamyonet minibüs otobüs çekici
"""
PLATE_WORDS: Final = """
لوحة اللوحة لوحته لوحتها لوحات بلوحة اللوحات نمرة النمرة نمرته نمرتها plate plates registration registered plaka plakası plakalı plakalar
kennzeichen immatriculation immatriculé immatriculée
"""

#: Patterns: directions behind or before degrees, which of the two comes, "and".
NORTH: Final = "north|شمال(?:ا|اً|ًا|ي)?"
SOUTH: Final = "south|جنوب(?:ا|اً|ًا|ي)?"
EAST: Final = "east|شرق(?:ا|اً|ًا|ي)?"
WEST: Final = "west|غرب(?:ا|اً|ًا|ي)?"
LATITUDE: Final = r"\b(?:latitude|lat)\b|خط(?:وط)? (?:ال)?عرض|دائرة (?:ال)?عرض"
LONGITUDE: Final = r"\b(?:longitude|long|lon|lng)\b|و?خط(?:وط)? (?:ال)?طول"
AND: Final = "و"
