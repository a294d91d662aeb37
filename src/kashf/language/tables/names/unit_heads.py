"""Heads of the names of units, offices and bodies, what they are about, and ordinals, in English, Arabic, French and Turkish.

A row is one thing, the word that stands for all first. Ordinary vocabulary, written down by hand, as one writes it; readers fold it.
"""

from typing import Final

#: What a body is. One of these words makes a name that of a body.
HEADS: Final = """
ministry min وزارة ministère ministerium ministerio bakanlığı bakanlık nezareti wizarat
department dept departments ديوان دائرة قسم département daire dairesi bölümü diwan
directorate مديرية direction müdürlük müdürlüğü
management mgmt mgt administration admin إدارة yönetim yönetimi idaresi
office مكتب bureau büro ofis ofisi bürosu
centre center مركز centro merkezi zentrum
committee لجنة comité komite komitesi komisyonu commission
council مجلس conseil rat konsey konseyi meclis meclisi
authority هيئة سلطة autorité otorite otoritesi kurumu
agency وكالة agence agentur ajans ajansi
command قيادة commandement komutanlik komutanligi
branch فرع branche şube şubesi
party حزب parti partei partido partisi
front جبهة cephe cephesi
movement حركة mouvement bewegung hareket hareketi
army جيش armée armee ordu ordusu jaysh jaish
corps فيلق kolordu kolordusu faylaq
division div فرقة tümen tümeni firqa firqat
brigade bde brigades لواء ألوية tugay tugayı liwa
regiment regt فوج أفواج alay alayı fawj régiment
battalion bn batallion battalions كتيبة كتائب bataillon bataillons tabur taburu katiba katibat kataib
coy سرية سرايا bölük bölüğü sariya sariyat
platoon فصيل peloton takım takımı
squad مفرزة escouade
unit units وحدة unité birlik birliği
garrison حامية garnison
militia ميليشيا مليشيا milice milis milisleri
forces force قوات قوة kuvvetleri kuvvetler kuvvet
union اتحاد نقابة syndicat sendika sendikasi
association assoc assn جمعية رابطة verein dernegi
organisation organization org منظمة تنظيم organizasyonu orgut orgutu
province wilaya wilayat ولاية محافظة
sector قاطع قطاع secteur sektör sektörü
guard guards حرس muhafız muhafızı muhafızları garde gardes haras
police شرطة polis polisi
intelligence مخابرات استخبارات renseignement renseignements istihbarat istihbaratı mukhabarat
security أمن أمني أمنية sécurité sûreté güvenlik güvenliği
defence defense دفاع défense savunma savunması
room غرفة salle odası
staff
base قاعدة üssü
academy كلية أكاديمية académie akademisi
registry سجل
"""

#: What it is about.
SUBJECTS: Final = """
health صحة صحية santé sağlık
education تعليم تربية éducation enseignement eğitim eğitimi öğretim
interior داخلية intérieur içişleri
justice عدل adalet
agriculture agricultural زراعة tarım
finance financial مالية مالي finances finans maliye
zakat زكاة zekat
treasury خزانة خزينة trésor hazine
oil petrol petroleum pétrole نفط neft petrolü
energy طاقة énergie enerji
electricity كهرباء électricité elektrik
water مياه ماء eau su
service services svc svcs srvces خدمات خدمة hizmetleri
media اعلام اعلامي اعلامية medias medya
soldiers جند جنود soldats askerler
tribes tribal عشائر قبائل عشائري tribus aşiretler aşiret
military war عسكري عسكرية حرب حربية militaire guerre askeri savaş harbiye
infantry مشاة infanterie piyade
artillery مدفعية artillerie topçu
armoured armored مدرعات مدرعة مدرع blindé blindée blindés zırhlı
engineering engineers engineer eng هندسة مهندسين مهندسون génie mühendislik istihkam
communications comms telecommunications telecom telekom اتصالات télécommunications iletişim
logistics supply supplies إمداد إمدادات تموين logistique ravitaillement lojistik ikmal
relief aid إغاثة secours yardım
foreign خارجية étrangères dışişleri
religious دينية religieux religieuse dini diyanet
research بحوث أبحاث recherche araştırma
shura شورى choura şura
border borders frontier حدود frontière frontières sınır hudut
coast coastal سواحل ساحل côte côtes côtière sahil
air aerial جوي جوية aérienne aérien hava
naval navy بحري بحرية navale deniz donanma
ground بري برية terrestre kara
presidential رئاسي رئاسية présidentielle présidentiel cumhurbaşkanlığı
republican جمهوري républicaine républicain
revolutionary ثوري ثورية révolutionnaire devrim devrimci
special خاصة spécial spéciale spéciales spéciaux özel
tasks task missions mission مهام مهمات tâches görevler görev
operations operation عمليات opérations harekat operasyon operasyonları
joint مشتركة مشترك conjointe conjoint ortak müşterek
political سياسي سياسية politique siyasi
civil civilian مدني مدنية civile sivil
local محلي محلية yerel
prisons prison سجون hapishaneler cezaevleri
prisoners أسرى معتقلين prisonniers esirler tutuklular
martyrs martyr شهداء şehitler şehit
wounded جرحى blessés yaralılar gaziler
judiciary judicial قضائي قضائية judiciaire yargı
complaints grievances شكاوى مظالم plaintes şikayetler şikayet
hisba حسبة hisbah hisbe
dawa دعوة dawah davet
mosques مساجد mosquées camiler
endowments endowment waqf awqaf وقف أوقاف habous vakıflar
culture cultural ثقافة ثقافي ثقافية culturel culturelle kültür
information معلومات enformasyon bilgi
labour labor عمل travail çalışma
planning تخطيط planification planlama
statistics إحصاء statistique statistiques istatistik
customs جمارك douane douanes gümrük gümrükler
traffic مرور circulation trafik
recruitment conscription تجنيد recrutement
mobilisation mobilization حشد تعبئة seferberlik
reconnaissance recon استطلاع keşif
training تدريب formation entraînement
missile missiles rocket rockets صواريخ صاروخية fusées füze roket
antiaircraft مضادات
sniper snipers قنص قناصة قناصين tireurs
explosives تفخيخ متفجرات explosifs patlayıcı
weapons arms armament أسلحة تسليح سلاح armes armement silah silahlar
ammunition ذخيرة ذخائر munitions cephane mühimmat
immigration migration هجرة göç
passports passport جوازات passeports pasaport
housing إسكان logement konut
municipalities municipality بلدية بلديات municipalité belediye
youth شباب jeunesse gençlik
sports sport رياضة spor
women نساء نسائي نسائية femmes kadın kadınlar
higher عالي supérieur yüksek
spoils booty غنائم butin ganimet
antiquities آثار antiquités eserler
hostages رهائن otages rehineler
inspection تفتيش teftiş denetim
personnel أفراد ذاتية personel
accounting محاسبة comptabilité muhasebe
maintenance صيانة entretien bakım
"""

#: What several words say together, by the words that stand for it: what it is written as before the heads and subjects are read. An
#: underscore stands between words.
PHRASES: Final = """
forces_air: air_force القوات_الجوية سلاح_الجو hava_kuvvetleri armée_de_l_air
forces_naval: القوات_البحرية deniz_kuvvetleri
intelligence_air: air_force_intelligence air_intelligence مخابرات_القوات_الجوية hava_istihbarat
ministry_defence: milli_savunma_bakanlığı ministry_of_national_defence ministry_of_national_defense ministère_de_la_défense_nationale
ministry_education: milli_eğitim_bakanlığı ministry_of_national_education ministère_de_l_éducation_nationale
higher_education: yükseköğretim
staff_general: هيئة_الأركان_العامة هيئة_الأركان رئاسة_الأركان general_staff genelkurmay genelkurmay_başkanlığı état_major_général état_major
branch_intelligence: شعبة_المخابرات شعبة_الاستخبارات
coast_guard: خفر_السواحل sahil_güvenlik coastguard coastguards
recruitment: askere_alma askerlik
judiciary: القضاء
registry_civil: الأحوال_المدنية السجل_المدني civil_status état_civil nüfus
treasury_state: بيت_المال bayt_al_mal beytülmal house_of_finance
general_services: public_services services_publics kamu_hizmetleri الخدمات_العامة
coy_reconnaissance: reconnaissance_company compagnie_de_reconnaissance
"""

#: A company of soldiers and one of merchants, which English and French call the same.
TWO_COMPANIES: Final = "coy company"

#: Heads which translators take for one another: a diwan is an office, a department, a directorate.
LOOSE_HEADS: Final = "office department directorate management"

#: Turkish for ten, before an ordinal only: it is a preposition elsewhere.
TURKISH_TEN: Final = "on"

#: The ordinals that names of units have. Tens stand with units before or behind them: الثالثة والعشرون, twenty-third, on üçüncü.
ORDINALS: Final = {
    1: "اول اولى حادي حادية first 1er premier premiere birinci erste",
    2: "ثاني ثانية second deuxieme seconde ikinci zweite",
    3: "ثالث ثالثة third troisieme üçüncü dritte",
    4: "رابع رابعة fourth quatrieme dördüncü vierte",
    5: "خامس خامسة fifth cinquieme besinci funfte",
    6: "سادس سادسة sixth sixieme altıncı sechste",
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
    40: "اربعون اربعين fortieth forty quarantieme quarante kırkıncı kırk",
    50: "خمسون خمسين fiftieth fifty cinquantieme cinquante ellinci elli",
    60: "ستون ستين sixtieth sixty soixantieme soixante altmışıncı altmış",
    70: "سبعون سبعين seventieth seventy",
    80: "ثمانون ثمانين eightieth eighty",
    90: "تسعون تسعين ninetieth ninety",
    100: "مئة مائة hundredth",
}
