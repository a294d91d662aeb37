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

#: Percent of organisations, then words of their names; most say what it is and not which.
GROUP_WORDS: Final = """
15 company group international bank co general trading limited national شركة مؤسسة
6 holding holdings industries industrial services service trade investment investments development management capital global energy
6 technology technologies systems import export transport shipping oil gas petroleum construction engineering foundation institute
6 university ministry department office center centre committee council party front movement army brigade battalion division unit
6 gesellschaft societe sociedad societa compagnie compania ooo firma fund trust association union organization organisation agency
6 وزارة مديرية هيئة لجنة مجلس حزب جبهة حركة جيش لواء كتيبة فرقة سرية مجموعة ديوان ولاية قاطع مكتب مركز بنك مصرف جامعة جمعية منظمة
6 تجارة عامة عالمية دولية وطنية صناعة صناعية خدمات نقل مقاولات استثمار تنمية انشاءات نفط غاز قطاع كتائب الوية فصيل تنظيم دولة
3 islamic arab american european asian middle east west north south central state united new first federal republic people
3 اسلامية عربية سورية عراقية شمال جنوب شرق غرب وسط مركزية شعبية اسلام احرار انصار
3 city town village street road district province governorate camp airport port river mountain bridge
3 مدينة قرية شارع طريق حي منطقة محافظة مخيم مطار ميناء نهر جبل جسر ناحية قضاء
"""

#: Legal forms: they say which law a company is under; one company is written with and without, and with another country's.
LEGAL_FORMS: Final = """
llc ltd limited inc incorporated corp corporation co company plc llp lp gmbh ag kg kgaa ug ohg se sa sas sarl srl spa sl bv nv ab as oy oyj
aps asa kft zrt rt sro doo ad ead eood ood jsc ojsc cjsc pjsc ooo oao zao pao ao tov too tnp kk pte pty bhd sdn fze fzco fzc fzllc dmcc wll
bsc ksc kscc saoc saog psc pjs est establishment sti sirketi anonim limitada ltda eireli cia cv ssc mmc jv unlimited proprietary private
pvt public partnership gesellschaft aktiengesellschaft kommanditgesellschaft societe anonyme compagnie societa sociedad obshchestvo
ذمم مساهمة محدودة المحدودة ممم شمم شمل شمو ذات مسؤولية
"""

#: Small words of names which say nothing: articles, prepositions, "and".
SMALL_WORDS: Final = """
the of and for in de del della der den des di da do dos du von van zu la le les el los y et und e a och i na
و في من على الى
"""
