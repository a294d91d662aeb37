"""Common words of English, in their plain forms, written down by hand: what a capital letter alone makes no name of.

Endings (-s, -ed, -ing, -ly, -er) are taken off by the reader. Words that are most often a name (Jordan, Amal) are left out.
"""

from typing import Final

#: Of every day.
EVERYDAY: Final = """
ability able about above absence absent accept access accident accord account accuse across act action active activity actual add addition
address adjust admit adopt adult advance advantage adventure advice advise affair affect afford afraid after afternoon again against age
agent ago agree agreement ahead aid aim air alarm alert alive all allow almost alone along already also alternative although always among
amount analysis ancient and anger angle angry animal announce annual another answer anxious any anybody anyone anything anyway apart
apparent appeal appear apple apply appoint appointment approach appropriate approval approve area argue argument arise arm army around
arrange arrest arrival arrive art article as ask asleep aspect assault assembly assess asset assign assist assume assure at attach attack
attempt attend attention attitude attract audience author authority auto available average avoid award aware away awful baby back
background bad bag balance ball band bank bar bare base basic basis basket battle beach bear beat beautiful beauty because become bed
bedroom before begin behalf behave behind belief believe bell belong below belt bench bend beneath benefit beside best better between
beyond big bill billion bind bird birth bit bite bitter black blame blank blanket block blood blow blue board boat body bomb bond bone
bonus book boot border born borrow boss both bother bottle bottom bound boundary bowl box boy brain branch brand brave bread break
breakfast breath breathe bridge brief bright bring broad broken brother brown brush budget build building bullet burn burst bury bus
business busy but butter button buy by cake call calm camel camera camp campaign can cancel candidate capable capacity capital captain car
card care career careful carry case cash cast castle cat catch category cause cease ceiling cell center central centre century ceremony
certain chain chair challenge chance change channel chapter character charge cheap check chest chicken chief child choice choose chosen
church cigarette circle circumstance citizen city civil claim class classic clean clear clerk clever client climate climb clinic clock
close cloth clothes cloud club coach coal coast coat code coffee cold collapse colleague collect college colour color column combine come
comfort command comment commercial commission commit committee common community company compare compete complain complete complex computer
concentrate concept concern concert conclude condition conduct conference confidence confirm conflict confuse connect consider consist
constant contact contain content contest context continue contract contrast control convert convince convoy cook cool copy core corn corner
correct cost cottage cotton could council count counter country county couple courage course court cousin cover cow crack craft crash cream
create credit crew crime criminal crisis critic critical crop cross crowd crucial cruel cry culture cup cure curious current curtain custom
customer cut cycle daily damage dance danger dangerous dark data date daughter day dead deal dear death debate debt decade decide decision
deck declare decline deep defeat defence defend defense define degree delay deliver delivery demand deny depart department depend deposit
depth deputy describe desert deserve design desire desk despite destroy detail detect develop device devote dialogue die diet differ
difference different difficult dig dinner direct direction director dirty disappear disaster discipline discount discover discuss disease
dish dismiss display dispute distance distant distinct district divide division do doctor document dog dollar domestic door double doubt
down draft drag drama draw dream dress drink drive driver drop drug dry due during dust duty each eager ear early earn earth ease east easy
eat economic economy edge edit education effect effort egg eight either elect element eleven else elsewhere emerge emergency emotion
emphasis employ empty enable encounter encourage end enemy energy engage engine engineer enjoy enormous enough ensure enter enterprise
entire entitle entrance entry envelope environment equal equipment error escape especially essay establish estate estimate even evening
event ever every everybody everyone everything everywhere evidence evil exact examine example excellent except exchange excite excuse
exercise exist exit expand expect expense expensive experience experiment expert explain explode explore export expose express extend
extent extra extreme eye face fact factor factory fail fair faith fall false familiar family famous far farm farmer fast fat father fault
favour favor fear feature federal fee feed feel fellow female fence few field fifteen fifth fifty fight figure file fill film final finance
financial find fine finger finish fire firm first fish fit five fix flag flat flee fleet flesh flight float floor flour flow flower fly
focus fold folk follow food foot football for forbid force foreign forest forever forget forgive form formal former forth fortune forty
forward found four fourth frame free freedom freeze frequent fresh friday friend friendly from front fruit fuel full fun function fund
funny furniture further future gain game gap garden gas gate gather general generate generation gentle get giant gift girl give glad glance
glass global go goal gold good goods govern government governor grab grade gradual grain grand grant grass grateful grave great green grey
gray ground group grow growth guarantee guard guess guest guide guilty gun guy habit hair half hall hand handle hang happen happy hard
hardly harm hat hate have he head health hear heart heat heavy height hell hello help hence her here hero hide high highway hill him his
history hit hold hole holiday holy home honest honour honor hope horse hospital host hostile hot hotel hour house household how however
huge human hundred hungry hunt hurry hurt husband ice idea ideal identify identity if ignore ill illegal image imagine immediate impact
imply import importance important impose impossible impress improve in inch incident include income increase indeed independent index
indicate individual industry infant inform information initial injure injury inner innocent inquiry inside insist inspect install instance
instead institute institution instruct insurance intend intense interest internal international interpret interview into introduce invest
investigate invite involve iron island issue it item its itself jacket jail job join joint joke journal journey joy judge jump junior jury
just justice keep key kick kid kill kilometre kind king kitchen knee knife knock know knowledge lab label labour labor lack lady lake lamp
land landscape lane language large last late later latter laugh launch law lawyer lay layer lead leader leaf league learn least leather
leave lecture left leg legal lend length less lesson let letter level liberty library licence license lie life lift light like likely limit
line link lip liquid list listen literature little live load loan local locate lock long look loose lord lorry lose loss lot loud love
lovely low loyal luck lucky lunch machine magazine mail main maintain major majority make male man manage manager manner manual many map
march margin mark market marriage marry mask mass massive master match mate material matter maximum may maybe me meal mean measure meat
mechanism medal media medical medicine medium meet meeting member memory mental mention mere mess message metal method middle midnight
might mile military milk mill million mind mine minimum minister minor minority minute mirror miss missile mission mistake mix mobile mode
model modern modest moment monday money monitor month mood moon moral more morning most mother motion motor mount mountain mouse mouth move
movement much mud multiple murder muscle museum music must my myself mystery naked name narrow nation national native natural nature near
nearby neat necessary neck need negative neighbour neighbor neither nerve net network neutral never nevertheless new news newspaper next
nice night nine no nobody nod noise none nor normal north northern nose not note nothing notice novel now nowhere nuclear number numerous
nurse object objective observe obtain obvious occasion occupy occur ocean odd of off offence offense offer office officer official often
oil old on once one online only onto open operate operation opinion opponent opportunity oppose opposite opposition option or orange order
ordinary organ organise organize origin original other otherwise ought our ourselves out outcome output outside over overall owe own owner
pace pack package page pain paint pair palace pale panel paper parcel parent park part participate particular partner party pass passage
passenger passion past path patience patient patrol pattern pause pay payment peace peak peculiar pen pencil pension people per percent
perfect perform perhaps period permanent permission permit person personal persuade phase phone photo photograph phrase physical piano pick
picture piece pile pilot pink pipe pitch place plain plan plane plant plastic plate platform play player please pleasure plenty plot plus
pocket poem poet point police policy political politics pool poor pop popular population port portrait position positive possess possible
post pot potato potential pound pour poverty powder power practical practice pray prefer prepare presence present preserve president press
pressure pretend pretty prevent previous price pride priest primary prime prince princess principal principle print prior priority prison
prisoner private prize probable probably problem procedure proceed process produce product production profession professional professor
profit program programme progress project promise promote prompt proof proper property proportion proposal propose prospect protect protest
proud prove provide province provision public publish pull pump punish pupil purchase pure purple purpose pursue push put qualify quality
quantity quarter queen question queue quick quiet quit quite quote race radio rail railway rain raise range rank rapid rare rate rather
ratio raw reach react read ready real reality realise realize really rear reason receipt receive recent recipe reckon recognise recognize
recommend record recover recruit red reduce refer reference reflect reform refuse regard regime region register registry regret regular
reject relate relation relative relax release relevant relief religion religious rely remain remark remember remind remote remove rent
repair repeat replace reply report represent republic reputation request require rescue research reserve resident resist resolution resolve
resort resource respect respond response responsible rest restaurant restore restrict result retain retire return reveal revenue reverse
review revolution reward rice rich ride rifle right ring rise risk rival river road rock role roll roof room root rope rose rough round
route routine row royal rub rubber rude ruin rule ruler run rural rush sack sad safe safety sail sake salary sale salt same sample sand
satisfy saturday save say scale scandal scatter scene schedule scheme school science score scout scream screen screw script sea seal search
season seat second secret secretary section sector secure security see seed seek seem seize seldom select self sell senate send senior
sense sensitive sentence separate sequence series serious serve service session set settle seven several severe sex shade shadow shake
shall shallow shame shape share sharp she sheep sheet shelf shell shelter shift shine ship shirt shock shoe shoot shop shore short shot
should shoulder shout show shut sick side siege sight sign signal significant silence silent silver similar simple simply since sing single
sink sir sister site sit situation six size skill skin sky sleep slice slide slight slip slow small smart smell smile smoke smooth snake
snow so soap social society soft soil soldier sole solid solution solve some somebody somehow someone something sometimes somewhat
somewhere son song soon sore sorry sort soul sound soup source south southern space spare speak special specific speech speed spell spend
spirit spite split spoil spokesman sport spot spread spring square squeeze stable staff stage stair stamp stand standard star stare start
state statement station statue status stay steady steal steam steel steep step stick still stock stomach stone stop store storm story
straight strange stranger strategy stream street strength stress stretch strict strike string strip stroke strong structure struggle
student studio study stuff stupid style subject submit substance succeed success such sudden suffer sufficient sugar suggest suit suitable
sum summer sun sunday supper supply support suppose sure surface surprise surround survey survive suspect swear sweep sweet swim swing
switch symbol sympathy system table tail take tale talent talk tall tank tap target task taste tax tea teach teacher team tear technical
technique telephone television tell temper temperature temple temporary ten tend tent term terrible territory terror test text than thank
that the theatre their them themselves then theory there therefore these they thick thief thin thing think third thirty this those though
thought thousand threat threaten three throat through throughout throw thursday thus ticket tide tie tight till time tin tiny tip tire
title to today toe together tomorrow tone tongue tonight too tool tooth top topic total touch tough tour toward towards tower town track
trade tradition traffic trail train transfer transform translate transport trap travel treasure treat treaty tree trend trial tribe trick
trip troop trouble truck true trust truth try tube tuesday tune tunnel turn twelve twenty twice twin two type ugly ultimate unable uncle
under understand union unique unit unite united universe university unknown unless unlike until unusual up update upon upper upset urban
urge urgent us use used useful user usual valley valuable value van variety various vast vehicle verse version very vessel veteran via
victim victory video view village violence violent virtue visible vision visit vital voice volume volunteer vote wage wait wake walk wall
want war warm warn wash waste watch water wave way we weak wealth weapon wear weather wedding wednesday week weekend weigh weight welcome
well west western wet what whatever wheel when whenever where whereas wherever whether which while whisper white who whoever whole whom
whose why wide widow wife wild will willing win wind window wine wing winner winter wire wise wish with withdraw within without witness
woman women men children wonder wood word work world worry worse worst worth would wound wrap write wrong yard year yellow yes yesterday
yet yield you young your yours yourself youth zero zone
"""
#: Of manuals, programs, machines, licences and contracts.
MANUALS: Final = """
abort abstract accelerator acceptance acknowledge acknowledgement adapter add addendum admin administrator affirmer algorithm alias align
allocate ampere annotation apache api app appendix applicable application arbitrary architecture archive argument array assert assertion
assignment async asynchronous atomic attribute audio audit authentication backend backup bandwidth batch battery beta binary bind bitmap
blob boolean boot bracket breakpoint broadcast browser buffer bug build builder bundle byte cache calculator callback cartridge caution
certificate changelog channel char checksum chip choose circuit clause cli click client clipboard closure cluster codec collection command
compile compiler component compress config configuration configure connector console constant constraint constructor container contributor
controller coordinate cookie coordinator copyright covenant coverage crate credential cursor customize cylinder daemon damages dashboard
database dataset deadlock debug debugger declaration decode default delete dependency deprecate derivative descriptor desktop destination
developer diagnostic diagram dialog dictionary diff digest digital directive directory disable disclaimer disk dispatch distribute
distribution doc documentation domain download driver dump duplicate dynamic edition editor electric embed emulator encode encryption
endpoint engineering entity enum environment ethernet exception executable execute exhaust expansion expression extension external filter
firewall firmware flash flush folder font footer format formatter framework frontend gauge gear generic gear graph graphic graphics gang
guideline hardware hash header heap help hexadecimal hook hostname hub icon identifier idle inbox include incorporate increment indent
infringement inheritance init input insert installation instance instruction integer integrate interface interpreter interrupt invalid
invoke iterate iterator java javascript kernel keyboard keyword lambda laptop latency layout legacy lever lexer liability liable library
licensee licensor linux listing literal loader localhost locale log login logo loop lubricant macro maintainer makefile manifest markdown
maintenance memory menu merchantability merge metadata metric microphone middleware migration modification module motherboard mutable mutex
namespace navigate node notation null numeric object offset opcode operand operator optional output override overview oxygen packet padding
pane parameter parse parser password patch patent path payload performance permission pipeline pixel placeholder plugin pointer port pragma
precision prefix preliminary preprocessor previous printer processor profile project protocol prototype proxy python query queue quotation
random raster receiver recipient recursive redirect redistribute regex registry regression relational release remedy render repository
reset resize resolver restart restriction revision robot root router royalty runtime sandbox scalar schema scope screenshot scroll sdk
semantic semaphore semicolon sensor serial server setting setup shader shortcut signature simulator slider slot snapshot snippet socket
software specification spreadsheet stack standard statistic storage stream stub sublicense subset subtract suffix syntax tab tag template
terminal thread thumbnail thermostat timeout timer timestamp token toggle toolbar toolchain toolkit topic torque touchscreen trademark
transaction transmission trigger tuple tutorial typescript unicode uninstall unix unsafe unstable upgrade upload url usage utility valid
validation valve variable variant vector vendor virtual voltage warning warranty web webpage website wheel whitespace widget wildcard
wireless wizard workaround worker workflow workspace wrapper xml yaml zip acronym anonymous appropriate backward forward baseline benchmark
canonical capability caller callee checkout commit branch rebase fork clone cleanup colon comma compatible concurrent conformance
consistent consumer copy deploy deployment deterministic distro duration encoding enumeration explicit implicit export failure fallback
flag fuzzy granularity guide handler hint histogram implementation inline installer interactive introduction invariant layer lifetime
linker lint lookup loss mapping match matrix maximum merge minimum mirror mode monitor multiplex mutation native nested newline nightly
normalize notification optimization optimize overflow overhead overlay package page parent partition perl permissive pitfall pool portable
position predicate preference procedure profiler prompt quick reader recovery reduce refactor release renderer replacement requirement
resume retry return reuse rollback rotation safe scanner scheduler scheme section select separator serialization shell slice sort space
span split spool static step strategy string struct style subcommand subroutine summary support swap sync synchronous syscall table
terminate testing throughput tip toc tool trace trait transform transport tree troubleshoot tune typing unary unit unlink update usb
utility validate verification verify viewer visibility void volume walkthrough window wrap writer
"""
#: Of nations and faiths: nobody's name, and no place.
NATIONS: Final = """
syrian syrians iraqi iraqis lebanese jordanian jordanians turk turks kurd kurds kurdish turkish arab arabs arabic russian russians iranian
iranians american americans british briton britons french frenchman german germans english englishman egyptian egyptians saudi saudis
yemeni yemenis libyan libyans tunisian tunisians algerian algerians moroccan moroccans kuwaiti kuwaitis qatari qataris bahraini bahrainis
omani omanis emirati emiratis palestinian palestinians israeli israelis sudanese somali somalis afghan afghans pakistani pakistanis indian
indians chinese japanese european europeans african africans asian asians western eastern ottoman chechen chechens uzbek uzbeks tajik
tajiks turkmen italian italians spanish spaniard dutch belgian belgians swedish swede swedes danish norwegian austrian austrians swiss
polish greek greeks canadian canadians australian australians muslim muslims christian christians jew jews jewish sunni sunnis shia shiite
shiites alawite alawites druze yazidi yazidis ismaili salafi sufi crusader crusaders assyrian assyrians armenian armenians circassian
bedouin syrien syrienne syriens irakien irakienne irakiens libanais turc turque turcs russe russes iranien iraniens français française
allemand syrisch syrische syrischen syrer irakisch irakische irakischen iraker türkisch türkische türkischen russisch russische suriyeli
irakli
"""
