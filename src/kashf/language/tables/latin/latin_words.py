"""Words around names in Latin letters, in English, French, German, Turkish and romanised Arabic: titles, heads of groups and places.

Ordinary vocabulary, written down by hand, as one writes it; readers fold it.
"""

from typing import Final

#: Before a person's name, and no part of it. All of them are posts or ranks, or ways to address one.
TITLES: Final = """
sheikh shaykh shaikh sheik cheikh scheich seyh emir amir ameer commander commandant kommandant kommandeur komutan general général
colonel oberst albay major binbasi captain capitaine hauptmann yuzbasi lieutenant leutnant tegmen brigadier mullah molla mawlawi maulawi
haj haji hajj hajji hadj hadji hadschi haci hac mulla qari kari maulvi moulvi molvi maulana mawlana akhund
brother frère bruder kardes sister wali vali caliph president président präsident minister ministre
leader docteur fighter sergeant corporal private marshal admiral king queen prince princess sultan pope ayatollah imam mufti judge juge
richter ambassador senator chancellor governor deputy spokesman spokeswoman secretary director chairman inspector officer agent
professor professeur qadi kadi sayyid seyyid prosecutor procureur savci yargic gouverneur maitre
"""
#: Posts that one holds of something: Minister of Interior.
POSTS: Final = """
minister director head chief commander governor wali vali emir amir ameer secretary president chairman chairwoman deputy manager inspector
mayor ambassador prosecutor spokesman spokeswoman representative supervisor coordinator treasurer judge qadi kadi mufti officer leader
adviser advisor registrar administrator undersecretary commandant imam ministre directeur chef gouverneur
"""
#: Such posts that are one in small letters too.
SMALL_POSTS: Final = "wali emir amir ameer governor mayor mufti judge qadi kadi minister director directeur commander gouverneur ministre"
#: Such posts over a place, whose name is its own: the wali of X.
TERRITORIAL_POSTS: Final = "wali vali emir amir ameer governor mayor mufti judge qadi kadi king prince sultan gouverneur imam"
#: Ranks, the last word of a row of them.
RANKS: Final = """
general colonel major captain lieutenant brigadier sergeant corporal marshal admiral commodore private warrant
"""
#: Words before them in a row: Air Brigadier General, Deputy Director.
POST_WORDS: Final = """
air naval staff field police military prime vice deputy assistant acting former senior lance grand general executive political financial
administrative legal technical medical regional local provincial chief head secretary flight lieutenant brigadier major sergeant
"""
#: Where such a post is held.
SECTORS: Final = "sector region district branch division section office governorate province command area zone"
#: Before a title, which they make another one.
TITLE_HEADS: Final = "prime vice first second staff chief deputy assistant acting former senior lance grand crown field premier the le la"
#: Before a person's name, and said of anybody.
ADDRESSES: Final = """
mr mrs ms miss dr doctor docteur prof sir lady lord mme mlle monsieur madame mademoiselle herr frau doktor bay bayan sayin st col gen lt
capt maj sgt
"""

#: Behind a given name, out of courtesy; alone they name nobody.
COURTESIES: Final = "bey pasha pacha paşa effendi efendi hanım hanoum khanum"

#: Last word of the name of a group, with capital letters before it; in small letters too where it says so below.
GROUP_TAILS: Final = """
brigade brigades battalion battalions division front army council ministry movement guard guards company regiment corps forces force
platoon detachment garrison militia party union organization organisation committee command bureau agency institute university bank
court police coalition alliance squad squadron legion authority foundation association society league centre center office department
directorate commission tribunal network caliphate government regime parliament senate congress navy airforce bataillon armee kompanie
garde bewegung tugayi tugay taburu tumeni cephesi ordusu hareketi konseyi meclisi bakanligi orgutu partisi birligi bolugu alayi
muhafizlari divani cemaati gucleri news times diwan sector cell unit republic gathering emirate
"""
#: Such words only on a page that tells of people: manuals have sections and groups.
WEAK_GROUP_TAILS: Final = "branch group section"
#: Such words that make a name of one capital word before them even when they are written small: the Syrian army.
SMALL_TAILS: Final = """
brigade battalion division army movement militia garrison regiment corps forces police government regime navy airforce company platoon
detachment council governments parliament
"""
#: Common nouns that say what a unit does, before such a word: the signals platoon, the dam garrison.
UNIT_NOUNS: Final = "platoon detachment garrison battalion company regiment squad brigade"

#: First word of the name of a group: "of", an article or the name itself follows.
GROUP_HEADS: Final = """
council ministry army movement party front brigade battalion division union organization organisation university bank court committee
office directorate department forces guardians diwan bureau emirate authority league institute commission corps soldiers lions company
regiment conseil ministère armée mouvement parti bataillon comité compagnie régiment garde état rat ministerium partei bewegung liwa
katibat katiba jaysh jaish jabhat jund ansar ahrar harakat hayat hayt tanzim wilayat saraya kataib quwwat firqat fawj faylaq hizb majlis
sariyat fasil mafrazat hamiyat lajnat
"""
#: Bodies whose name goes on behind "of" or "for", over "and".
BODIES: Final = """
ministry directorate department office branch section bureau authority committee council commission agency administration court diwan
division board institute
"""
#: Such heads that are romanised Arabic: the name follows at once.
ARABIC_GROUP_HEADS: Final = """
usud suqur fursan rijal nusur humat haras abna shuhada shabab difa dir tajammu ittihad ghurfat firqa liwa katibat katiba jaysh jaish
jabhat jund ansar ahrar harakat hayat hayt tanzim wilayat saraya kataib quwwat firqat fawj faylaq hizb majlis sariyat fasil mafrazat
hamiyat diwan lajnat jamiyat jamiyyat sharikat muassasat wizarat idarat mahkamat maktab shubat
"""
#: Words of the label of a form, or at the foot of a letter, before somebody's name.
PERSON_LABELS: Final = """
name names kunya fullname alias surname father mother husband wife spouse signed signature signatory nominee appointee applicant holder
bearer guarantor recipient witness sender addressee nom prénom signé signature témoin isim adi soyadi imza unterschrift vorname zeuge
"""
#: What joins such a head to its name.
OF: Final = "of for de du des d der des von vom"

#: First word of the name of a place in romanised Arabic.
PLACE_HEADS: Final = """
tell tall tal tel tallat tillat ayn ain ein khan wadi oued vadi jisr djisr cisr bir mafraq hayy hai ras raas marj merc sadd mazraat mezraat
burj borj tahunat tahounat suq souk souq deir dayr der qasr ksar kasr kafr kfar kefr bab jabal jebel djebel dschebel cebel nahr nab sahl
beit bayt bait qalat qalaat kalat khirbet khirbat hisn jazirat sahat madinat qaryat ghouta nabaa naba hawsh hosh haouch houch jub jubb jib
jibb rajm qantarat qantara rabwat rabwa dahr dhahr jurat joura harat harah birkat uyun ayoun abar rawdat wahat ghabat hursh horsh difaf
dafat nafaq qurnat shati masarat mathanat maqla bawwabat manarat faydat sabkhat kom kawm izbat nag daya thaniyat shallal kherbat kherbet
sijn sejn jami jame masjid mazar maqam sakhrat qanat saqiyat mashta karm kurum krum basatin marsad khazzan masna mamal mustawda baydar
bayadir takiyat zawiyat qarn sayl ghadir majdal magharat kahf jurf shatt nuqtat rujm tilal shari tariq maabar mabar matar hajiz mahattat
sawami bustan mukhayyam aqabat buhayrat dar
"""
#: What tells two villages of one name apart: X al-Jadida.
PLACE_SURNAMES: Final = """
jadida kabira saghira kubra sughra qadima sharqiya sharqiyya gharbiya gharbiyya shamaliya shamaliyya janubiya janubiyya wusta fawqa fauqa
tahta fawqani fauqani tahtani fawqaniya tahtaniya ulya sufla
"""
#: Last word of the name of a place, most often written small.
PLACE_TAILS: Final = """
crossing checkpoint airfield airport airbase bridge dam well wells ridge grove orchard orchards hollow flats kiln quarry depot warehouse
pier ferry springs cliff cliffs rock rocks ruins cave caves shrine caravanserai cistern lock weir post outpost works factory school
mosque church cemetery garden gardens park plateau slope slopes bend delta marsh marshes wood woods forest granary barn landing wharf
tunnel crossroads quarter neighbourhood neighborhood valley river mountain mountains hill hills camp street square gate port harbour
harbor lake island refinery silos silo station farm prison canal plain desert junction roundabout mill spring ford tower fort fortress
castle market suburb heights pass hospital barracks koprusu kapisi sokagi mahallesi caddesi koyu gecidi havaalani baraji vadisi tepesi
kalesi carsisi limani brücke tor strasse viertel tal fluss see platz
"""
#: What may stand small before such a word: the pumping station.
PLACE_MIDDLES: Final = """
pumping power railway train military air grain border refugee oil gas water bus river old new main
"""
#: Last word that says what kind of place a name is, and is no part of it.
PLACE_CLASS_TAILS: Final = (
    "province governorate district village town city region county state countryside bölgesi bölgesinden bölgesinde ili ilçesi kenti şehri"
)
#: First words of the same kind: the city of.
PLACE_CLASS_HEADS: Final = """
city town village province governorate district region countryside suburb suburbs ville région gouvernorat quartier faubourg stadt dorf
provinz bezirk kenti
"""
#: Before a name that may be a place's alone: in, at, from.
PLACE_PREPOSITIONS: Final = """
in at from near around outside inside towards toward into across through over reached entered besieged shelled to à dans vers près nach aus
bei pour
"""
#: Nouns before "of" and the name of a place: the siege of.
OF_PLACES: Final = """
residents people inhabitants shelling bombing siege capture fall market gate outskirts north south east west surroundings centre center
mayor streets villagers edge fields habitants marché bombardement siège prise chute dépôt nord sud est ouest bewohner markt beschuss
lager belagerung norden süden osten westen out bombing puits route chemin road
"""
#: In Turkish, what stands behind the name of a place.
TURKISH_PLACE_TAILS: Final = (
    "bölgesi bölgesinden bölgesinde bölgesine halkı civarında civarı pazarında yakınında yakınına kentinde köyünde kasabası"
)

#: Before a name in quotation marks or with capitals: that of an operation, a password.
CODE_TRIGGERS: Final = """
operation operations opération operasyon unternehmen codename codenamed codeword code password mission deckname decknamen codewort nom
plan raid campaign
"""
#: Those of them before a name in capitals; "Code" and "Password" stand before anything.
OPERATIONS: Final = "operation opération operasyon unternehmen codename codenamed codeword deckname decknamen"
#: Behind a name in quotation marks.
CODE_TAILS: Final = "kod harekati harekâtı operasyonu operation codename"
#: Before and behind the name of a unit in quotation marks.
QUOTED_UNIT_HEADS: Final = "unit unité einheit birlik brigade battalion bataillon group groupe gruppe katiba"
QUOTED_UNIT_TAILS: Final = "birligi taburu tugayi grubu unit brigade battalion group"

#: Capital words that begin or end no name: months, days, what begins a sentence.
NOT_NAMES: Final = """
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz juni juli oktober dezember
ocak şubat nisan haziran temmuz ağustos eylül ekim kasım aralık the a an this that these those it its he she they we you i his her their
our my your who what when where which how why if but and or nor so yet for of to in on at by from with as is are was were be been has have
had do does did not no yes all any some each every both few many most more less other another such same one two three four five six seven
eight nine ten according after before during since until while because although though however therefore also then there here now today
yesterday tomorrow under over near photographs residents le la les un une des du de et ou mais dans sur sous avec sans pour par il elle ils
elles nous vous deux der die das ein eine und oder aber mit von zu im am bei nach aus wer zwei bir bu ve iki arabic english french german
turkish kurdish christian muslim islamic sunni shia western eastern northern southern muharram safar rabi jumada dhu zul rajab shaban
ramadan shawwal selon lorsque quand depuis malgré pendant ainsi personne laut während seit nachdem wenn als sonra göre mektupta ob wer aus
angaben richtung whether subject date place number re fwd ref page note dear
meanwhile moreover furthermore nonetheless hello gestern heute morgen danach jedoch hier aujourdhui demain puis ensuite dün bugün yarın
"""

#: Words of a page that tells of people and places, written small; a manual has hardly two of them.
FIELD_WORDS: Final = """
commander commanders fighter fighters brigade brigades battalion battalions checkpoint checkpoints prisoners detainees hostages ammunition
rifles shelling shelled bombardment villager villagers village villages mortar smuggler smugglers militia militias militants ceasefire truce
siege besieged sheikh emir amir wali mosque wounded martyrs garrison clashes airstrike airstrikes refugees tribe tribes kidnapped courier
couriers defector defectors frontline trench trenches dinar dinars lira convoy convoys gunmen insurgents rebels jihadist jihadists
combattants bataillon otages obus prisonniers convoi blessés munitions réfugiés rebelles assiégés trêve siège kämpfer dorf gefangene
munition flüchtlinge belagerung beschuss köy köyü tabur tugay savaşçı mühimmat esir kuşatma
"""

#: Given names that end as nouns in the construct state do.
NAMES_IN_AT: Final = """
tharwat sarwat hikmat hekmat barakat ismat esmat nimat nemat talat talaat shawkat shaukat rifat refaat midhat medhat bahjat nashat izzat
ezzat jawdat safwat najdat rahmat hasanat farhat arafat shafaat ramzat inayat mahabat mehmet ahmet muhammet ismet hikmet nimet
"""

#: Groups that are known by name the world over, folded.
KNOWN_GROUPS: Final = (
    "islamic state",
    "islamic state of iraq and the levant",
    "islamic state of iraq and syria",
    "islamic state in iraq and the levant",
    "al qaeda",
    "al qaida",
    "al nusra",
    "jabhat al nusra",
    "hezbollah",
    "hizbollah",
    "hizbullah",
    "hamas",
    "taliban",
    "boko haram",
    "al shabaab",
    "muslim brotherhood",
    "united nations",
    "european union",
    "arab league",
    "african union",
    "red cross",
    "red crescent",
    "amnesty international",
    "human rights watch",
    "interpol",
    "kremlin",
    "pentagon",
    "white house",
    "peshmerga",
    "mossad",
    "etat islamique",
    "islamischer staat",
    "nations unies",
    "vereinte nationen",
    "birlesmis milletler",
    "الدولة الاسلامية في العراق والشام",
    "الدولة الاسلامية",
    "تنظيم الدولة",
    "تنظيم القاعدة",
    "حزب الله",
    "الاخوان المسلمين",
    "الاخوان المسلمون",
    "الامم المتحدة",
    "الاتحاد الاوروبي",
    "جامعة الدول العربية",
    "الجامعة العربية",
    "مجلس الامن",
    "حلف الناتو",
    "حلف شمال الاطلسي",
    "الصليب الاحمر",
    "الهلال الاحمر",
    "البيت الابيض",
    "داعش",
    "طالبان",
    "حماس",
    "البيشمركة",
)
#: Groups and countries that are known by their initials, which are written in capitals.
KNOWN_INITIALS: Final = """
IS ISIS ISIL UN NATO EU FSA SDF YPG PKK PYD HTS CIA FBI FSB GRU KGB ICRC MSF HRW OPCW UNHCR UNICEF SNA PMU IRGC PLO BBC CNN AFP IMF
"""
COUNTRY_INITIALS: Final = "US USA UK UAE KSA USSR"
