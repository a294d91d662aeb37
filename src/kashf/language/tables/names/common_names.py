"""How common the words of names are: of a hundred people, or of a hundred organisations, how many carry the word.

Orders of magnitude, set by hand, so that a shared Mohammed is worth less than a shared Shamali. Ordinary vocabulary. A case's own names
put them right where they are wrong.
"""

from typing import Final

#: Percent of people, then given names in Arabic spelling; each stands for all its spellings in both scripts.
GIVEN_NAMES: Final = """
9 محمد
4 احمد علي
2.5 عبدالله حسين حسن محمود خالد
1.5 ابراهيم عمر يوسف مصطفى عبدالرحمن سعيد صالح عثمان حسام
1 ياسر ماهر طارق كريم جمال سامي سالم سليم سلمان سليمان فاطمة مريم عائشة زينب خديجة هدى نور
1 بكر قاسم جاسم جعفر عباس حمزة عادل عماد فيصل فهد ماجد ناصر نبيل وليد يحيى زيد زياد طلحة حيدر كاظم
1 اسماعيل موسى عيسى داود هارون ادريس يعقوب اسحاق ايوب يونس ادم لقمان انس اسامة بلال معاذ مصعب قتيبة
1 عبدالعزيز عبدالكريم عبدالقادر عبدالملك عبدالسلام عبدالحميد عبدالمجيد عبدالرحيم عبدالرزاق عبدالواحد عبدالهادي
0.5 عمار ياسين طه رضا رامي رائد راشد رشيد هشام هيثم هاني وائل وسام شادي شريف صلاح صدام ضياء طلال ظافر عارف عامر عدنان عصام
0.5 عمران غسان فادي فارس فاروق فراس فؤاد قصي قيس كامل كمال لؤي ليث مازن مالك مأمون مجد محسن مروان مسعود معاوية مهند منير منصور
0.5 ناجي نادر نزار نعيم هادي همام يزيد باسل باسم بدر بسام بشار بشير تامر توفيق ثامر جابر جلال جميل جهاد جواد حاتم حارث حازم حامد حبيب
0.5 مجيد امير ملك
0.5 حذيفة حمد حمدان حمود حميد خضر خلف خليل خطاب درويش رجب رمضان رياض زكريا زهير ساجد سعد سعود سفيان سهيل سيف شاكر شعيب صهيب ضرار
0.5 سعاد سلمى سمية سارة رقية حفصة اسماء آمنة امل امينة ايمان خولة رانيا ريم سناء صفية ليلى منى نادية هند
"""

#: The same for common given names elsewhere, in Latin letters.
OTHER_GIVEN_NAMES: Final = """
1.5 john david michael maria james robert william jose
0.8 mary anna ana juan peter paul thomas daniel george charles richard joseph mark alexander andrei sergei vladimir ivan mikhail dmitri
0.8 elena olga natalia tatiana carlos luis antonio francisco manuel pedro jean pierre hans martin christian stefan andreas marco giovanni
0.4 mehmet mustafa ahmet ali ayse fatma hassan hussein kim lee wang li zhang chen nguyen singh kumar garcia smith jones brown muller
"""

#: Percent of organisations and places, then words that say what it is: one of them makes a name theirs.
GROUP_HEADS: Final = """
15 company group bank trading
6 holding industry service investment development management technology system transport shipping oil petroleum
6 construction engineering foundation institute university ministry department directorate office centre committee council party front
6 movement army brigade battalion division unit fund association union organisation agency authority province sector court
6 import export contracting faction society state programme program project
3 insurance airlines telecom communications
3 city town village street road district governorate region camp airport port river bridge crossing hospital school mosque factory prison
"""

#: The same for words that say something more about it, and are names of people too: الشمالي, General, West.
GROUP_WORDS: Final = """
15 international general national
6 capital global energy gas trust
3 islamic arab american european asian middle east west north south central united new first federal republic people free
3 syrian iraqi lebanese jordanian turkish supporters partners partner brothers sons products materials consulting solutions
3 securities finance media steel food foods medical pharmaceutical security mountain quarter square house hall
"""

#: Words for one thing in several languages, the one that stands for all first; abbreviations too.
SAME_WORDS: Final = """
company co comp comps cie compagnie compania companhia compagnia şirket şirketi kompaniya kompania firma شركة الشركة شركات
group grp grps groupe gruppe grupo gruppo grubu grup gruppa مجموعة
international intl int internationale internacional internazionale uluslararasi mezhdunarodny عالمية دولية دولي
bank banque banco banca bankasi مصرف بنك
general gen generale generaux genel عامة عام publique
trading trade trd commerce commercial comm comml handel ticaret torgovy torgovaya تجارة تجاري تجارية
national nationale nacional nazionale ulusal وطنية وطني
holding holdings hldg هولدنغ قابضة
industry industries industrial ind sanayi industrie صناعة صناعات صناعية
investment investments invest inv yatirim استثمار استثمارات
development dev kalkinma تنمية تطوير
technology technologies tech teknoloji technologie تقنية تكنولوجيا
system systems sys نظم انظمة
transport transportation transports nakliyat ulaştırma ulaşım نقل مواصلات
shipping شحن
petroleum petrole بترول
gas gaz غاز
construction constructions inşaat انشاءات بناء
foundation fondation stiftung fundacion vakfi مؤسسة
institute inst institut instituto معهد
university univ universite universitat universidad universitesi جامعة
fund fonds fonu صندوق
court محكمة
import imports ithalat استيراد
export exports ihracat تصدير
contracting contractors muteahhitlik مقاولات
state دولة état devlet
society societe gesellschaft sociedad societa
islamic islamique islami اسلامية اسلامي
arab arabe arabic عربية عربي
syrian syrien syrienne suriye سورية سوري
iraqi irakien irak عراقية عراقي
lebanese lubnan لبنانية لبناني
east orient ost doğu شرق شرقي شرقية
west ouest bati غرب غربي غربية
north nord kuzey شمال شمالي شمالية
south sud guney جنوب جنوبي جنوبية
central centrale merkez مركزية مركزي
united unies birleşik متحدة
republic republique republik cumhuriyeti جمهورية
free libre özgür حر حرة احرار
supporters ansar انصار
brothers bros freres kardeşler اخوان اخوة
sons fils oğulları ابناء اولاد
partners partner associates شركاء
insurance assurance sigorta تامين
airlines airways airline طيران
medical tibbi طبية طبي
materials مواد
city sehri مدينة
town بلدة
village koyu قرية
street str st rue sokak caddesi شارع
road rd طريق
district dist ilçesi ناحية قضاء منطقة
camp kampi مخيم
airport aeroport havaalani مطار
port liman limani ميناء
river nehri نهر
mountain mount mt جبل
bridge koprusu جسر
quarter حي
crossing معبر
square meydani ساحة دوار
hospital hopital hastanesi مستشفى مشفى
school ecole okulu مدرسة
mosque camii مسجد جامع
house دار بيت
factory fabrikasi معمل مصنع
prison سجن
"""

#: Legal forms: they say which law a company is under; one company is written with and without, and with another country's.
LEGAL_FORMS: Final = """
llc inc incorporated corp corporation plc llp lp gmbh ag kg kgaa ug ohg se sa sas sarl srl spa sl bv nv ab as oy oyj aps asa kft
zrt rt sro doo ad ead eood ood jsc ojsc cjsc pjsc ooo oao zao pao ao tov too tnp kk pte pty bhd sdn fze fzco fzc fzllc dmcc wll
bsc ksc kscc saoc saog psc pjs est establishment sti anonim eireli cia cv ssc mmc jv limited ltd ltda limitee limitada unlimited
proprietary private pvt public partnership aktiengesellschaft kommanditgesellschaft obshchestvo ذمم مساهمة محدودة ممم شمم شمل شمو
ذات مسؤولية
"""

#: Small words of names which say nothing: articles, prepositions, "and".
SMALL_WORDS: Final = """
the of and for in affairs affaires işleri شؤون d l de del della der den des di da do dos du von van zu la le les
el los y et und e a och i na
و في من على الى
"""

#: Nisbas of countries and peoples as English and French say them: Abu Omar the Libyan.
NATIONS: Final = """
ليبي libyan libyen
تونسي tunisian tunisien
مصري egyptian egyptien
جزائري algerian algerien
مغربي moroccan marocain
سوري syrian syrien
سعودي saudi
يمني yemenite yemenit
أردني jordanian jordanien
فلسطيني palestinian palestinien
لبناني lebanese libanais
سوداني sudanese soudanais
موريتاني mauritanian mauritanien
صومالي somalian somalien
تركي turk turkish turc
ألماني german allemand
فرنسي frenchman francais
بريطاني british briton britannique
أمريكي american americain
روسي russian russe
شيشاني chechen tchetchene
داغستاني dagestani daghestanais
أفغاني afghan
باكستاني pakistanais
أسترالي australian australien
بلجيكي belgian belge
كندي canadian canadien
هولندي dutchman hollandais
سويدي swede swedish suedois
أوزبكي uzbek ouzbek
طاجيكي tajik tadjik
تركماني turkmen turkoman
كردي kurd kurdish kurde
هندي indian indien
إندونيسي indonesian indonesien
"""
