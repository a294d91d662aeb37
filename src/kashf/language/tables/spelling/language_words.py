"""By what languages of one script are told from each other: words that no running text is without, letters, endings.

Written down by hand from ordinary grammar. A word may stand in several languages and then counts for each of them less.
"""

from typing import Final

#: ISO 639 code -> particles, pronouns, prepositions, auxiliary verbs, in small letters. "ku" is Kurmanji, "ckb" Sorani.
LANGUAGE_WORDS: Final = {
    "ar": """
في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين أن ان إن لا لم لن ما قد كان كانت يكون هو هي هم نحن أو ثم بعد قبل بين حتى عند كل
غير منذ حيث وقد ولم ولا وهو وهي فيه فيها منه منها عليه عليها له لها لهم لكم لنا به بها تم يتم يجب يرجى كما إذا لكن ليس أي وفي ومن وعلى
وإلى أبو ابن بن عبد والله يا اللي مو شو هيك ليش عندنا عندي علي لازم هلأ بدنا مافي كتير وين
""",
    "fa": """
از به در که را این آن است با برای تا یا هم بر شد شده می نمی های ای بود بودند خواهد هستم هستیم هستند هست نیست نیز اما اگر پس یک دو هر چه
شما ما من او ایشان آنها کرد کرده کردند کنند کنید کنم دارد دارند داد داده شود باید گفت گفته پیش روی بین همه هیچ چون ولی بی خود مورد باشد
""",
    "ur": """
کا کی کے میں سے ہے ہیں اور نے کو پر یہ وہ نہیں تھا تھی تھے کہ ہو گا گی ایک اس ان جو بھی تک کر کیا گیا گئی ہم آپ لیے لئے ہوا ہوئے ساتھ
""",
    "ckb": """
لە بۆ بە کە و ئەو ئەم لەگەڵ هەموو دەبێت دەکرێت کرد کرا نییە هەیە ئێمە ئێوە ئەوان منیش یان هەر تا وەک بەڵام چونکە نە دوای پێش سەر لەسەر
هیچ ئێستا کەس دەڵێت گوتی
""",
    "ku": """
û ji bi di li ku jî de ve re ew em hûn min te wî wê wan me we ez tu ev vê vî van dê nabe dike dikin kir kirin bû bûn ye in im ne tune
her hemû bo ser ber bê divê yek tiştek kes lê an heta piştî berî gelek bira hat hatin hatiye hatine dibe dibin tê tên navê çi kî
""",
    "tr": """
ve bir bu şu o için ile de da ki mi mı ne en çok daha olan olarak gibi kadar sonra önce var yok değil ben sen biz siz onlar ama veya ya
her kim kimse bana sana ona bizi sizi bunu şunu onu bunun tarafından üzere ise olduğu olduğunu oldu etti edildi göre her hiç şey zaman
nerede üzerinde
""",
    "en": """
the of and to in is for that on with as by at be are was were been has have had will would not this these those from it its they them
their he his she her you your we our us who which what when where there if or but so no all any can could should must may do does did
after before into about over under than then i me my please
""",
    "fr": """
le la les de des du un une et à au aux en est que qui dans pour par sur avec ne pas plus ce cet cette ces il elle ils elles nous vous je
tu on se son sa ses leur leurs mon ma mes votre notre nos vos ou où mais donc si sont été être avoir ont avait sera lieu après avant
sans sous comme tout tous l d qu n s c j y
""",
    "de": """
der die das den dem des und in zu von mit ist im nicht ein eine einen einem einer eines für auf sich es er sie wir ihr ich du sind war
waren wurde wurden wird werden hat haben hatte auch an am als aus bei nach über unter um vor zum zur dass wenn oder aber nur noch wie
was wo so kein keine uns ihnen ihm ihre sein seine bitte
""",
    "ru": """
и в не на что с по из за от до для к о об у это этот эта эти того как но а же бы или мы вы он она они я ты его её их нас вас мне нам вам
был была были было будет есть нет так уже все всё при после под над без если когда где кто который
""",
    "uk": """
і в не на що з по із за від до для у це цей ця ці як але та або ми ви він вона вони я його її їх нас вас мені нам був була були було
буде є немає так вже все при після під над без якщо коли де хто який
""",
    "es": """
el la los las de del un una unos y a al en es que por para con no se su sus lo le les como más pero este esta estos estas nos nosotros
ellos él ella yo tú usted ustedes ha han había fue fueron ser está están son hay o ni si ya muy sin sobre entre cuando donde dónde
después antes nada nadie todo
""",
    "it": """
il lo la i gli le di del della dei delle degli un una e è a al alla che in nel nella per con non si da dal dalla su sul sono ha hanno
era come più ma o se ci questo questa questi noi voi loro io tu egli anche dopo prima essere stato stata
""",
    "pt": """
o a os as de do da dos das um uma e é em no na nos nas que por para com não se seu sua ao à pelo pela como mais mas este esta isso nós
eles ele ela eu você foi foram ser está são tem há ou muito sem sobre depois antes
""",
    "nl": """
de het een en van in is dat op te met voor niet aan er om door zijn was werd worden wordt heeft hebben had ook als bij naar uit over tot
maar of wij we ik je u hij zij ze deze dit die geen nog wel kan moet zal na
""",
    "he": "של את על לא הוא היא זה כי אל עם או גם",
}
#: Letters that tell, each with the languages that write it; of these a letter counts as much as a word.
LANGUAGE_LETTERS: Final = {
    "ۆێڵڕ": ("ckb",),
    "ە": ("ckb",),
    "ٹڈڑںےھہۓ": ("ur",),
    "ةىإأؤ": ("ar",),
    "پچژگ": ("fa", "ur", "ckb"),
    "یک": ("fa", "ur", "ckb"),
    "ğı": ("tr",),
    "öü": ("tr", "de"),
    "ş": ("tr", "ku"),
    "ç": ("tr", "ku", "fr", "pt"),
    "êîû": ("ku", "fr"),
    "ß": ("de",),
    "ä": ("de",),
    "ñ": ("es",),
    "áíóú": ("es", "pt"),
    "ãõ": ("pt",),
    "éè": ("fr", "it"),
    "àâœë": ("fr",),
    "ìò": ("it",),
    "ыэъё": ("ru",),
    "іїєґ": ("uk",),
}
#: Endings that tell of a language which binds much to its words and so has few small ones.
LANGUAGE_ENDINGS: Final = {
    "ckb": ("ەکە", "ەکان", "ەوە", "دا", "ێک"),
    "fa": ("های", "ها", "ند"),
    "ku": ("ên", "eke", "iye", "ine", "iya", "istin"),
    "tr": (
        "ler",
        "lar",
        "leri",
        "ları",
        "dır",
        "dir",
        "nın",
        "nin",
        "ında",
        "inde",
        "ından",
        "inden",
        "yor",
        "miştir",
        "mıştır",
        "acak",
        "ecek",
    ),
    "de": ("ung", "lich", "keit", "heit"),
    "en": ("ing", "tion", "ed"),
    "fr": ("tion", "ment", "eau", "eur", "ée", "ées", "és"),
    "es": ("ción", "mente", "idad"),
    "it": ("zione", "mente"),
    "pt": ("ção", "mente", "dade"),
    "ru": ("ов", "ого", "ение", "ать", "ый", "ых"),
}
