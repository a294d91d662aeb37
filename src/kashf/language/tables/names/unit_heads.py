"""Heads of the names of units, offices and bodies, what they are about, and ordinals, in English, Arabic, French and Turkish.

A row is one thing, the word that stands for all first. Ordinary vocabulary, written down by hand, as one writes it; readers fold it.
"""

from typing import Final

#: What a body is. One of these words makes a name that of a body.
HEADS: Final = """
ministry min وزارة ministere ministerium ministerio bakanligi bakanlik
department dept departments ديوان دائرة قسم departement daire dairesi
directorate مديرية direction mudurluk mudurlugu
management mgmt mgt administration admin ادارة yonetim yonetimi idaresi
office مكتب bureau buro ofis ofisi burosu
centre center مركز centro merkezi zentrum
committee لجنة comite komite komitesi komisyonu
council مجلس شورى conseil rat konsey konseyi meclis meclisi
authority هيئة سلطة autorite otorite otoritesi
agency وكالة agence agentur ajans ajansi
command قيادة commandement komutanlik komutanligi
branch فرع branche sube subesi
party حزب parti partei partido partisi
front جبهة cephe cephesi
movement حركة mouvement bewegung hareket hareketi
army جيش armee ordu ordusu jaysh jaish
corps فيلق kolordu kolordusu faylaq
division div فرقة tumen tumeni firqa firqat
brigade bde brigades لواء الوية tugay tugayi liwa
regiment regt فوج افواج alay alayi fawj
battalion bn batallion battalions كتيبة كتائب bataillon bataillons tabur taburu katiba katibat kataib
coy سرية سرايا boluk bolugu sariya sariyat
platoon فصيل peloton takim takimi
squad مفرزة escouade
unit units وحدة unite birlik birligi
garrison حامية garnison
militia ميليشيا مليشيا milice milis milisleri
forces force قوات قوة kuvvetleri
union اتحاد نقابة syndicat sendika sendikasi
association assoc assn جمعية رابطة verein dernegi
organisation organization org منظمة تنظيم organizasyonu orgut orgutu
province wilaya wilayat ولاية محافظة
sector قاطع قطاع secteur sektor sektoru
"""

#: What it is about.
SUBJECTS: Final = """
health صحة صحية sante saglik
education تعليم تربية egitim
defence defense دفاع savunma
interior داخلية interieur icisleri
justice عدل adalet
agriculture زراعة tarim
finance financial مالية مالي finances finans maliye
zakat زكاة zekat
treasury خزانة خزينة tresor hazine
oil petrol نفط neft
energy طاقة energie enerji
electricity كهرباء electricite elektrik
water مياه ماء eau su
service services svc svcs srvces خدمات خدمة hizmetleri
media اعلام اعلامي اعلامية medias medya
police شرطة polis
soldiers جند جنود soldats askerler
security امن امني امنية securite guvenlik
intelligence مخابرات استخبارات renseignement istihbarat
tribes عشائر قبائل tribus asiretler
war حرب guerre savas
infantry مشاة infanterie piyade
artillery مدفعية artillerie topcu
armoured armored مدرعات مدرعة blindee zirhli
engineering eng هندسة genie muhendislik
communications comms telecommunications telecom telekom اتصالات iletisim
logistics امداد logistique lojistik
relief اغاثة secours yardim
foreign خارجية etrangeres disisleri
religious دينية religieux dini
research بحوث ابحاث recherche arastirma
public عامة publique
"""

#: A company of soldiers and one of merchants, which English and French call the same.
TWO_COMPANIES: Final = "coy company"

#: Turkish for ten, before an ordinal only: it is a preposition elsewhere.
TURKISH_TEN: Final = "on"

#: The ordinals that names of units have. Tens stand with units before or behind them: الثالثة والعشرون, twenty-third, on üçüncü.
ORDINALS: Final = {
    1: "اول اولى حادي حادية first 1er premier premiere birinci erste",
    2: "ثاني ثانية second deuxieme seconde ikinci zweite",
    3: "ثالث ثالثة third troisieme ucuncu dritte",
    4: "رابع رابعة fourth quatrieme dorduncu vierte",
    5: "خامس خامسة fifth cinquieme besinci funfte",
    6: "سادس سادسة sixth sixieme altinci sechste",
    7: "سابع سابعة seventh septieme yedinci siebte",
    8: "ثامن ثامنة eighth huitieme sekizinci achte",
    9: "تاسع تاسعة ninth neuvieme dokuzuncu neunte",
    10: "عاشر عاشرة عشر عشرة tenth dixieme onuncu zehnte",
    11: "eleventh onzieme",
    12: "twelfth douzieme",
    13: "thirteenth treizieme",
    14: "fourteenth quatorzieme",
    15: "fifteenth quinzieme",
    16: "sixteenth seizieme",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "عشرون عشرين twentieth twenty vingtieme vingt yirminci yirmi",
    30: "ثلاثون ثلاثين thirtieth thirty trentieme trente otuzuncu otuz",
    40: "اربعون اربعين fortieth forty quarantieme quarante kirkinci kirk",
    50: "خمسون خمسين fiftieth fifty cinquantieme cinquante ellinci elli",
    60: "ستون ستين sixtieth sixty soixantieme soixante altmisinci altmis",
    70: "سبعون سبعين seventieth seventy",
    80: "ثمانون ثمانين eightieth eighty",
    90: "تسعون تسعين ninetieth ninety",
    100: "مئة مائة hundredth",
}
