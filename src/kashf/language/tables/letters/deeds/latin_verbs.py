"""English verbs that letters order, forbid, permit and tell of, by kind of act; irregular ones with their past and participle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Divided by bars.
LATIN_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "appoint": "appoint|name|assign|nominate|designate|entrust|second|install|promote|elect|commission"
        "|reappoint|depute|deputise|deputize|induct|empower|delegate|hire|instate|reinstate|enthrone",
        "dismiss": "dismiss|relieve|remove|discharge|suspend|sack|oust|demote|retire|depose|strip stripped"
        "|unseat|expel|demobilise|demobilize|cashier|disbar|debar|degrade|terminate|pension|dethrone",
        "transfer": "transfer|move|shift|ship|transport|convey|haul|relocate|forward|tow|truck|redeploy"
        "|reassign|rotate|ferry|carry|reroute|divert|swap|exchange",
        "evacuate": "evacuate|vacate|empty|clear|depopulate|resettle|displace|dislodge|uproot|flee fled",
        "deliver": "deliver|supply|send sent|provide|dispatch|give gave given|issue|lend lent|hand|consign|furnish|submit|surrender"
        "|return|unload|land"
        "|receive|collect|deposit|present|grant|equip"
        "|despatch|cede|render|replenish|resupply|provision|allocate|bestow|confer|fetch|bequeath|donate|relinquish|retrieve|recover"
        "|accept|offload",
        "report": "report|inform|advise|brief|account|explain|answer|reply"
        "|clarify|elucidate|summarise|summarize|outline|elaborate|justify|itemise|respond|testify",
        "list": "list|count|enumerate|register|record|enrol|tabulate|inventory|tally"
        "|catalogue|catalog|index|itemize|schedule|enroll|log|categorise|categorize|census|chronicle",
        "pay": "pay paid|disburse|remit|settle|reimburse|compensate|refund|fund|spend spent"
        "|repay repaid|reward|indemnify|recompense|remunerate|subsidise|subsidize|finance|bankroll|lend|defray|liquidate|redeem|credit"
        "|debit",
        "inspect": "inspect|search|examine|check|audit|verify|survey|investigate|visit|review|screen|scrutinise|scrutinize|patrol"
        "|probe|scan|scout|reconnoitre|reconnoiter|interrogate|canvass|monitor|validate|ascertain|inquire|enquire|vet vetted|appraise"
        "|assess|evaluate|analyse|analyze|trace|raid|comb|scour|frisk|track|surveil",
        "guard": "guard|protect|watch|secure|defend|picket|man manned|safeguard|escort|convoy|shield|chaperone|oversee",
        "repair": "repair|fix|mend|maintain|restore|overhaul|rebuild rebuilt|refit refitted|patch|renovate|service|paint"
        "|recondition|rehabilitate|reconstruct|rectify|refurbish|revamp|remedy|resurface|repave|pave|plaster|weld|solder|rewire|re-lay"
        "|lubricate|grease|caulk",
        "close": "close|shut|block|seal|bar barred|lock|barricade|fence|cordon|plug|encircle|obstruct|padlock|discontinue",
        "open": "open|reopen|unlock|unblock|inaugurate|resume|restart|reactivate|activate|launch|unseal|unbar|recommence",
        "travel": "travel|cross|enter|leave left|go went gone|pass|depart|visit|proceed|approach|return|reach|arrive|come came"
        "|journey|voyage|traverse|transit|commute|ride rode ridden|drive drove driven|sail|walk|march|emigrate|migrate|roam|wander"
        "|trespass|exit|embark|disembark|loiter|stroll",
        "carry-arms": "shoot shot",
        "trade": "buy bought|sell sold|trade|purchase|barter|market|import|export|deal dealt|hawk|procure|acquire|auction"
        "|vend|peddle|traffic|smuggle|hoard|retail|rent|lease|mortgage|pawn|subcontract|resell resold|bargain",
        "publish": "publish|post|broadcast|print|disclose|leak|announce|divulge|air"
        "|disseminate|propagate|advertise|advertize|gossip|blog|tweet|reprint|televise|proclaim",
        "photograph": "photograph|film|picture|snap snapped|videotape|sketch",
        "withdraw": "withdraw withdrew withdrawn|pull|retreat|recall|fall fell fallen|disengage",
        "summon": "summon|appear|attend|call|convene|subpoena|cite|convoke|muster",
        "execute": "execute|implement|enforce|apply|comply|observe|fulfil fulfilled"
        "|obey|heed|abide abided|adhere|honour|effect|effectuate|perform|accomplish",
        "inform": "notify|inform|tell told|acquaint|alert|warn|circulate|remind"
        "|apprise|caution|forewarn|enlighten|publicise|publicize|transmit|communicate|signal|cable|wire|telegraph|radio|phone|telephone",
        "detain": "detain|arrest|imprison|hold held|jail|apprehend|capture"
        "|intern|incarcerate|confine|nab|abduct|kidnap kidnapped|seclude|remand",
        "release": "release|free|liberate|acquit|pardon|parole|exonerate|amnesty|unchain|emancipate",
        "confiscate": "confiscate|seize|impound|requisition"
        "|expropriate|sequester|sequestrate|commandeer|nationalise|nationalize|appropriate|distrain|loot|plunder|forfeit",
        "distribute": "distribute|share|allot allotted|ration|apportion|dole|dispense|parcel",
        "facilitate": "facilitate|assist|help|aid|support|enable|ease"
        "|expedite|accommodate|succour|succor|reinforce|cooperate|co-operate|collaborate|shelter",
        "attend": "attend|meet met|assemble|gather|participate|congregate|partake|demonstrate|protest|rally",
        "committee": "form|establish|constitute|empanel|impanel",
        "other": "use|store|keep kept|load|draw drew drawn|wait|prepare|burn burnt burned|destroy|build built|dig dug|fill|cover|mark"
        "|clean|wash|put put|set set"
        "|place|make made|let let|postpone|cancel|repeal|revoke|abolish|amend|approve|reject|confirm|ensure|arrange|organise|organize"
        "|train|cut cut"
        "|fire|cease|stop stopped|start|begin began begun|continue|complete|finish|extend|reduce|increase|raise|lower|fly flew flown"
        "|sleep slept|park|smoke"
        "|drink drank drunk|play|work|stay|remain|challenge|wear wore worn|attach|detach|ask|require|order|say said"
        "|see saw seen|hear heard"
        "|find found|lose lost|meet|allow|permit|refer referred|reveal|look|see|copy|sign|stamp|write wrote written|read read"
        "|dismantle"
        "|demolish|fortify"
        "|replace|install|erect|test|measure|disinfect|bury|treat|feed fed|house|billet|enlist|recruit|mobilise|mobilize|disarm|search"
        "|strengthen|intensify|tighten|double|shorten|prolong|renew|modify|alter|adjust|revise|correct|ratify|endorse|countersign|veto"
        "|annul|rescind|void|invalidate|dissolve|merge|unify|split|demarcate|delimit|levy|impose|waive|exempt|punish|fine|penalise"
        "|penalize|discipline|reprimand|sentence|flog|prosecute|sue|appeal|pledge|swear swore sworn|vow|insure|uninstall|disconnect"
        "|supervise|coordinate|design|draft|translate|type|photocopy|duplicate|shred|archive|sow|harvest|plough|plow|irrigate|prune|graze"
        "|slaughter|fish|hunt|vaccinate|inoculate|quarantine|fumigate|sterilise|sterilize|spray|sweep swept|dump|dispose|bulldoze"
        "|excavate|drain|dredge|pump|blast|detonate|shell|bombard|ambush|storm|besiege|infiltrate|camouflage|conceal|hide hid hidden"
        "|deploy|refuel|cook|bake|grind ground|mill|avoid|abstain|refrain|desist|neglect|tamper|forge|counterfeit|bribe|gamble|beg begged"
        "|shout|litter",
    }
)
#: Verbs that alone do not tell what is done: their object does.
VAGUE_VERBS: Final = (
    "take took taken|carry|bring brought|hold held|put put|set set|run ran|get got|do did done|undertake undertook undertaken"
)
#: Participles and pasts that recite, greet or describe, and tell of no act; those that only help the noun before them.
NO_LATIN_PAST: Final = (
    "seen saw heard said found met signed dated issued submitted passed referred received asked attached required concerned interested"
    " detailed ordered"
    " mentioned called named numbered situated enclosed read written wrote let made meant set put advised informed"
    " alleged hired leased rented armed retired reinforced fortified insured merged concealed loaded renewed limited stated"
)
HELPING_PARTICIPLES: Final = "carried completed finished done undertaken made effected accomplished"
#: Words that make what follows them a part of the subject.
RELATIVES: Final = "which what who whom having as when where if whereas being"
#: Of these, words that are as often nouns: verbs only where a word follows that begins an object.
ALSO_NOUNS: Final = (
    "report supply guard list order transfer post pass fire ship move march file mark note stock store load fuel charge place house man"
    " use rest form search"
    " repair return request demand deposit watch check count record register visit market issue land hand bar block lock seal patch"
    " trade deal present grant"
    " answer reply account ration share call meet help aid support test cover copy sign stamp work play stay drink smoke wear detail"
    " second commission"
    " name picture film screen survey patrol review service paint air print raise start stop cut set feed treat measure bring"
    " exit cable wire signal radio phone telephone rent lease rally fence plug index schedule log census catalogue catalog reward"
    " credit debit track trace scan probe escort convoy shield sketch leak release retail walk ride drive sail transit journey voyage"
    " fish hunt design draft levy fine sentence discipline appeal pledge alert shell storm ambush gamble spray pump drain dump blast"
    " cook mill shelter hire swap exchange ferry brief traffic bargain tweet blog gossip plaster grease pardon parole amnesty launch"
    " discharge raid monitor comb scout finance caution honour effect program protest transmit pension quarantine harvest plough plow"
    " litter veto void bribe forge double double-check bail loot plunder remand hoard mortgage pawn abstract"
)
#: Words that begin an object or a complement.
OBJECT_STARTS: Final = (
    "the a an all any every each no this that these those your our their its his her my us me him them it to by at from in into with out"
    " over up off on"
    " two three four five six ten"
)
#: Words before an imperative at the head of a clause.
BEFORE_IMPERATIVE: Final = "please kindly then now also first next finally immediately always further"
#: Forms of "to be" before a participle: of what was done, and of what is laid down.
WAS: Final = "was were been being"
IS: Final = "is are be"
#: Whose past tense tells what was done.
WE: Final = "i we they he she"
#: Words by which "to" before a verb is no order to who stands before it: "the road is ready to open".
FINITE: Final = (
    "is are was were be been has have had want wants wish wishes like ready able order time way how due according able going used"
    " permission request reason"
    " not in as of hope ask asked need needs plan plans about duty right leave"
)
#: Words before a participle by which it is what is ordered: "are to be stored".
BEFORE_PARTICIPLE: Final = "be been being not hereby now already also"
