"""Words that Arab names are made of, each with how it is said, for people who do not exist.

How a word is said is written one sign a sound: ``' `` hamza, E ع, H ح, x خ, v ث, * ذ, $ ش, S D T Z the heavy ones, g غ, p a final ة, and
capital A I U long vowels. It is written here by hand and owes nothing to kashf's own tables, which this benchmark is there to judge.
"""

from typing import Final


def _read(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


#: Given names of men: common ones first, since people are given them by Zipf's law.
ISMS: Final = _read("""
    محمد muHammad أحمد 'aHmad علي EalI حسن Hasan حسين Husayn عمر Eumar خالد xAlid يوسف yUsuf إبراهيم 'ibrAhIm محمود maHmUd
    سعيد saEId مصطفى muSTafA عثمان EuvmAn صالح SAliH إسماعيل 'ismAEIl جمال jamAl سليمان sulaymAn ناصر nASir طارق TAriq ياسر yAsir
    حامد HAmid حميد HamId جعفر jaEfar فيصل faySal فواز fawwAz داود dAwUd موسى mUsA عيسى EIsA زكريا zakariyyA يحيى yaHyA يونس yUnus
    أيوب 'ayyUb إسحاق 'isHAq يعقوب yaEqUb بلال bilAl حمزة Hamzap عكاشة EukkA$ap أسامة 'usAmap معاوية muEAwiyap طلحة TalHap
    قتادة qatAdap حذيفة Hu*ayfap عبيدة Eubaydap سلمان salmAn مروان marwAn عدنان EadnAn قحطان qaHTAn غسان gassAn سفيان sufyAn
    نعمان nuEmAn رضوان riDwAn شعبان $aEbAn رمضان ramaDAn جاسم jAsim قاسم qAsim هاشم hA$im كاظم kAZim ناظم nAZim ظافر ZAfir
    صدام SaddAm حسام HusAm عصام EiSAm هشام hi$Am بسام bassAm وسام wisAm عماد EimAd زياد ziyAd عواد EawwAd فؤاد fu'Ad رعد raEd
    سعد saEd فهد fahd ماجد mAjid راشد rA$id رشيد ra$Id وليد walId سليم salIm كريم karIm نديم nadIm لطيف laTIf شريف $arIf عفيف EafIf
    حنيف HanIf خليل xalIl جليل jalIl بشير ba$Ir نذير na*Ir منذر mun*ir منير munIr أمير 'amIr سمير samIr نصير naSIr ثامر vAmir
    عامر EAmir جابر jAbir صابر SAbir شاكر $Akir بكر bakr فخري faxrI شوقي $awqI حقي HaqqI صبحي SubHI فتحي fatHI مهدي mahdI هادي hAdI
    غازي gAzI عدي Eudayy قصي quSayy لؤي lu'ayy معاذ muEA* معين muEIn مصعب muSEab صهيب Suhayb شعيب $uEayb غالب gAlib طالب TAlib
    نجيب najIb حبيب HabIb أدهم 'adham بدر badr صقر Saqr حاتم HAtim كعب kaEb ثابت vAbit رابح rAbiH فلاح falAH صباح SabAH جراح jarrAH
    نواف nawwAf خلف xalaf عارف EArif رائد rA'id قائد qA'id وائل wA'il نائل nA'il ضياء DiyA' علاء EalA' بهاء bahA' رضا riDA طه TAhA
    عطية EaTiyyap جمعة jumEap شحاتة $iHAtap عقبة Euqbap عروة Eurwap مختار muxtAr منصور manSUr مسعود masEUd محسن muHsin مظفر muZaffar
    معتز muEtazz مقداد miqdAd مثنى muvannA ذياب *iyAb حيدر Haydar عباس EabbAs إدريس 'idrIs إلياس 'ilyAs مرزوق marzUq محجوب maHjUb
    مطر maTar منيف munIf معوض muEawwaD عودة Eawdap عياش EayyA$ عياد EayyAd فاضل fADil مفتاح miftAH مقبل muqbil نصر naSr سحيم suHaym
""")

#: What may follow عبد (servant of), without its article; الله is one word with it.
DIVINE: Final = _read("""
    الله allAh الرحمن raHmAn الرحيم raHIm العزيز EazIz القادر qAdir الكريم karIm السلام salAm الستار sattAr الجبار jabbAr
    الحميد HamId الناصر nASir الواحد wAHid الوهاب wahhAb الرزاق razzAq الحق Haqq الغني ganI اللطيف laTIf الهادي hAdI المجيد majId
    الباسط bAsiT الفتاح fattAH الخالق xAliq
""")

#: What may stand before الدين (of the faith).
OF_THE_FAITH: Final = _read(
    "صلاح SalAH نور nUr سيف sayf عز Eizz شمس $ams جمال jamAl علاء EalA' نجم najm بدر badr فخر faxr تقي taqI محيي muHyI"
)

#: Names of origin, tribe or trade, said without their article.
NISBAS: Final = _read("""
    الشمالي $amAlI العدناني EadnAnI البغدادي bagdAdI الموصلي mawSilI الأنباري 'anbArI التكريتي tikrItI الدوري dUrI الراوي rAwI
    السامرائي sAmarrA'I الفلوجي fallUjI الهيتي hItI الحلبي HalabI الحمصي HimSI الشامي $AmI التدمري tadmurI الحوراني HawrAnI
    الدمشقي dima$qI المصري miSrI الصعيدي SaEIdI الليبي lIbI الترهوني tarhUnI المغربي magribI التونسي tUnisI الجزائري jazA'irI
    اليمني yamanI الحضرمي HaDramI النجدي najdI الحجازي HijAzI القحطاني qaHTAnI العتيبي EutaybI المطيري muTayrI الشمري $ammarI
    الجبوري jubUrI الدليمي dulaymI العبيدي EubaydI الزوبعي zawbaEI الجنابي janAbI العكيدي EukaydI الطائي TA'I التميمي tamImI
    الربيعي rabIEI السعدي saEdI الخزرجي xazrajI الأنصاري 'anSArI القرشي qura$I الحسيني HusaynI الهاشمي hA$imI العلوي EalawI
    الجعفري jaEfarI الزرقاوي zarqAwI العراقي EirAqI الكردي kurdI التركماني turkmAnI الشيشاني $I$AnI الداغستاني dAgistAnI
    الأزهري 'azharI القرني qarnI الغامدي gAmidI الزهراني zahrAnI العسيري EasIrI الحربي HarbI الظفيري ZafIrI العنزي EanazI
    الرويلي ruwaylI البكري bakrI الخطيب xaTIb النجار najjAr الحداد HaddAd العطار EaTTAr الخياط xayyAT القصاب qaSSAb الصباغ SabbAg
    الطويل TawIl الأعرج 'aEraj الأسود 'aswad الأحمر 'aHmar الصغير SagIr المنجد munajjid الراجحي rAjiHI الخالدي xAlidI الدجاني dajAnI
    المجالي majAlI العجلوني EajlUnI الشرقاوي $arqAwI البياضي bayADI القيسي qaysI المنصوري manSUrI العامري EAmirI السلمي sulamI
    الزعبي zuEbI البرازي barAzI الأتاسي 'atAsI السنوسي sanUsI القذافي qa*AfI الرياحي riyAHI الشابي $AbbI المرزوقي marzUqI
    اليحياوي yaHyAwI العياري EayyArI العمراني EimrAnI التواتي tuwAtI الورتاني wartAnI المصمودي maSmUdI الطرابلسي TarAbulsI
    المقدسي maqdisI النابلسي nAbulsI الكبيسي kubaysI الحديثي HadIvI العاني EAnI الغزاوي gazzAwI الصيداوي SaydAwI المرابط murAbiT
    الجيلاني jIlAnI الحبشي Haba$I العياشي EayyA$I الفاسي fAsI الهداوي haddAwI القاضي qADI المناعي mannAEI الشاوي $AwI الظاهري ZAhirI
""")

#: What أبو may stand before besides the name of a son: daughters, companions of old, qualities.
KUNYAS: Final = _read("""
    محمد muHammad بكر bakr أحمد 'aHmad عمر Eumar خالد xAlid حمزة Hamzap مصعب muSEab أنس 'anas عائشة EA'i$ap البراء barA'
    القعقاع qaEqAE دجانة dujAnap قتادة qatAdap طلحة TalHap عبيدة Eubaydap سياف sayyAf حفص HafS ليث layv مالك mAlik تراب turAb
    هاجر hAjar أيمن 'ayman فاطمة fATimap الحارث HAriv الوليد walId مسلم muslim زيد zayd اليمان yamAn جندل jandal علي EalI
""")

#: Titles: Arabic, and how they are written in Latin script.
TITLES: Final = (
    ("الشيخ", ("Sheikh", "Shaykh", "Cheikh", "Scheich")),
    ("الحاج", ("Haji", "Hajji", "Hadj", "al-Hajj")),
    ("الملا", ("Mullah", "Mulla", "Molla")),
    ("الدكتور", ("Dr.", "Doctor", "Docteur")),
    ("العقيد", ("Colonel", "Col.", "Oberst")),
    ("القاضي", ("Qadi", "Judge", "Kadi")),
)
