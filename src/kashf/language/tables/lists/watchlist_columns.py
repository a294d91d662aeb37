"""Headings of the columns of a list of names, divided by strokes; the first of a row that is there is taken."""

from typing import Final

NAMES: Final = (
    "name|full name|full_name|fullname|caption|names|primary name|"
    "الاسم|اسم|الاسم الكامل|الاسم الثلاثي|الاسم الرباعي|اسم الشخص|الاسم واللقب|ناو|نام|نام کامل|"
    "nom|nom complet|nombre|nome|ad soyad|adı soyadı|isim|vollständiger name"
)
GIVEN: Final = "first name|first_name|firstname|given name|given_name|الاسم الأول|prénom|vorname|ad"
FAMILY: Final = (
    "last name|last_name|lastname|surname|family name|family_name|اسم العائلة|العائلة|الكنية|اللقب|nom de famille|nachname|soyad"
)
ALIASES: Final = "aliases|alias|aka|a.k.a.|other names|ألقاب|أسماء أخرى|الاسم الحركي|alias names"
IDS: Final = "id|number|no|no.|nr|رقم|الرقم|الرقم التسلسلي|م|تسلسل"
TYPES: Final = "type|schema|النوع|نوع"
IDENTIFIERS: Final = (
    "birth date|birthdate|birth_date|date of birth|date_of_birth|dob|born|passport|passport number|passport_number|passportnumber|"
    "national id|national_id|id number|idnumber|id_number|phone|telephone|mobile|email|e-mail|iban|"
    "تاريخ الميلاد|الميلاد|المواليد|مواليد|رقم الجواز|جواز السفر|الرقم الوطني|رقم الهوية|الهاتف|رقم الهاتف|الجوال|البريد الإلكتروني"
)
