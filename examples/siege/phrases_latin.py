"""What the reports in Latin letters say: English, French, German and Turkish.

Slots and choices as in `phrases_ar.py`. No template holds a word that could be taken for the wanted man's name.
"""

ENGLISH = (
    "A convoy of {count} vehicles left {place} <shortly after midnight|before dawn|in heavy rain> and took {road}.",
    "According to two drivers, the permit was signed by {person} and stamped by the {group}.",
    "The {unit} pulled {arms} out of {place} on {date}.",
    "Residents of {place} were told to leave before {date}; {hundreds} families had gone by the evening.",
    "{person} is said to have received {money} for the passage of {goods}.",
    "Our contact saw {arms} being loaded near {road}.",
    "A letter carried by the same courier names {person} as the man who gave the order.",
    'Under the code name "{code}" four men travelled from {place} to {place}.',
    "The arrival of the group was confirmed on {date} by {person}.",
    "The <bakery|clinic|water tower|grain store> in {place} has been closed since {date}.",
    "{person} denied any part in the exchange of {goods} for {goods}.",
    "The register lists {hundreds} men of the {unit}, {count} of them absent.",
    "Three witnesses place {person} at {place} on the night of {date}.",
    "The price of {goods} in the market of {place} rose to {money} a sack.",
    "Shelling of {place} began at {hour} and lasted <about an hour|until noon|through the night>.",
    "A defector from the {unit} recognised the handwriting as that of {person}.",
    "The stamp differs from the one used before {date} in two letters.",
    "{person}'s deputy keeps the ledger and has never been seen outside {place}.",
    "The engineers repaired {count} metres of wall along {road}.",
    "No shots were fired while the {unit} crossed {road}.",
    "Payments of {money} were made in cash to {person}.",
    "The source describes {person} as <a former teacher|a grain dealer|a truck driver|a locksmith> from {place}.",
    "We could not confirm that {person} met the other side at {place}.",
    "The number on the order, {ref}, appears again in the acknowledgement dated {date}.",
    "The field hospital treated {count} wounded and asked for {goods}.",
    "A guard at {place} said his unit was told not to stop the trucks of {person}.",
    "The letter is <torn along the fold|stained with oil|written in two inks> but legible.",
    "On {date} the {unit} handed the keys of the depot to {person}.",
    "The dam garrison reported low water and asked for {count} pumps.",
    "{hundreds} sacks of wheat were moved from {place} to {place}.",
    "An interview with {person} was broken off after {count} minutes.",
    "Radio traffic on channel {count} stopped at {hour} and did not resume.",
    "The tribunal in {place} released {count} detainees on the word of {person}.",
    "Two photographs show the gate of {place} with the flag of the {group}.",
    "The courier was paid by {person} and knew nobody else.",
    "Stocks at {place} on {date}: {arms}, {arms}.",
    "It remains unclear who told {person} about the bombing of {place}.",
    "The ledger of {place} shows {money} received and nothing spent.",
    "Fuel for the generators will last {count} days at the present rate.",
    "The sappers cleared {road} and found {arms}.",
)
FRENCH = (
    "Un convoi de {count} camions a quitté {place} pour {place} le {date}.",
    "Le laissez-passer porte la signature de {person} et le cachet de {place}.",
    "{person} aurait reçu {money} pour le passage de la marchandise.",
    "Les habitants de {place} ont été prévenus avant le {date}.",
    "L'unité «{unit}» a retiré ses pièces lourdes de {place} avant {hour}.",
    "Deux témoins affirment avoir vu {person} à {place}.",
    "Le prix du sac a atteint {money} au marché de {place}.",
    "La lettre est <déchirée au pli|tachée d'huile|écrite en deux encres> mais lisible.",
    "Sous le nom de code «{code}», quatre hommes sont partis de {place}.",
    "Le dépôt de {place} a été remis à {person} sans combat.",
    "L'hôpital de campagne a soigné {count} blessés.",
    "On ignore qui a informé {person} du bombardement.",
)
GERMAN = (
    "Ein Konvoi aus {count} Lastwagen verließ {place} am {date} in Richtung {place}.",
    "Der Passierschein trägt die Unterschrift von {person}.",
    "{person} soll {money} für die Durchfahrt erhalten haben.",
    "Die Bewohner von {place} wurden vor dem {date} gewarnt.",
    "Die Einheit „{unit}“ zog ihre schweren Waffen bis {hour} aus {place} ab.",
    "Zwei Zeugen wollen {person} in {place} gesehen haben.",
    "Der Brief ist <am Falz eingerissen|ölverschmiert|mit zwei Tinten geschrieben>, aber lesbar.",
    "Unter dem Decknamen „{code}“ reisten vier Männer aus {place} ab.",
    "Das Lager in {place} wurde {person} kampflos übergeben.",
    "Das Feldlazarett behandelte {count} Verwundete.",
    "Der Preis stieg auf dem Markt von {place} auf {money}.",
    "Wer {person} vor dem Beschuss gewarnt hat, ist offen.",
)
TURKISH = (
    "{count} kamyonluk konvoy {date} tarihinde {place} bölgesinden ayrıldı.",
    "Geçiş belgesini {person} imzaladı.",
    "İddiaya göre {person} geçiş için {money} aldı.",
    "{place} halkı {date} tarihinden önce uyarıldı.",
    '"{unit}" birliği saat {hour} olmadan {place} bölgesinden ağır silahlarını çekti.',
    "İki tanık {place} civarında {person} ile konuştuğunu söyledi.",
    "Mektup <kat yerinden yırtık|yağ lekeli|iki mürekkeple yazılmış> ama okunuyor.",
    '"{code}" kod adıyla dört kişi {place} bölgesinden yola çıktı.',
    "Depo çatışma olmadan {person} kontrolüne geçti.",
    "Sahra hastanesi {count} yaralıya baktı.",
    "{place} pazarında çuvalın fiyatı {money} oldu.",
    "Bombardımanı {person} adlı kişiye kimin haber verdiği bilinmiyor.",
)
REPORT_SENTENCES = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "tr": TURKISH}

#: A place, a wind or a gate of that sound: (before, the word to be told from a name, after).
NORTH_PHRASES = {
    "en": (
        ("the ", "al-Shamali", " quarter"),
        ("the ", "Shamal", " canal"),
        ("the Bab ", "al-Shamali", " gate"),
        ("", "Shamali", " Street"),
    ),
    "fr": (("le quartier ", "al-Chamali", ""), ("la porte ", "Chamali", "")),
    "de": (("das Viertel ", "asch-Schamali", ""), ("das Tor ", "Schamali", "")),
    "tr": (("", "Şimali", " Kapısı"), ("", "Şemali", " Sokağı")),
}
NORTH_SENTENCES = {
    "en": (
        "Smoke was seen over {north} at {hour}.",
        "The patrol crossed {north} without meeting anybody.",
        "{count} shells fell near {north}.",
    ),
    "fr": ("Des tirs ont été entendus vers {north} le {date}.", "La patrouille a atteint {north} à {hour}."),
    "de": ("Über {north} stand am {date} Rauch.", "Die Streife erreichte {north} um {hour}."),
    "tr": ("{north} yakınına {count} mermi düştü.", "Devriye saat {hour} sularında {north} önündeydi."),
}

TITLES = {
    "en": ("Situation report", "Field memo", "Interview note", "Monitoring log", "Notes on a document", "Weekly summary"),
    "fr": ("Note de terrain", "Compte rendu d'entretien"),
    "de": ("Lagebericht", "Vermerk über ein Gespräch"),
    "tr": ("Durum raporu", "Görüşme notu"),
}
#: Labels before place and day, and before the drafter.
LABELS = {
    "en": ("Place and date", "Drafted by"),
    "fr": ("Lieu et date", "Rédigé par"),
    "de": ("Ort und Datum", "Verfasst von"),
    "tr": ("Yer ve tarih", "Hazırlayan"),
}

MAIL_GREETINGS = ("Dear colleague,", "Hello,", "To the desk,", "Good morning,", "Dear all,")
MAIL_SUBJECTS = (
    "New papers from the courier", "Your question of yesterday", "Register attached", "Second batch", "Please translate",
    "Numbers do not match", "Meeting moved", "Scan is hard to read", "Invoice", "Contact has gone quiet",
)  # fmt: skip
MAIL_FAREWELLS = ("Regards", "Best wishes", "Yours", "Thanks", "Until tomorrow")
