"""The words of units, people, weapons and goods, written by us from general knowledge, as one writes them; readers fold them."""

from typing import Final

UNITS: Final = """
لتر ليتر لترات ليترات لترا ليترا كغ كلغ كيلو كيلوغرام كيلوجرام كيلوغرامات غرام غراما غرامات جرام طن طنا أطنان متر مترا أمتار كم كيلومتر
كيلومترا كيلومترات ملم مليمتر سم برميل برميلا براميل صندوق صندوقا صناديق كيس كيسا أكياس شوالات كرتونة كراتين علبة علب جالون غالون صهريج
صهاريج ربطة ربطات حمولة حمولات دونم دونما دونمات هكتار هكتارا قنطار قنطارا مخزن مخازن شريط أشرطة قطعة قطع طرد طرود رزمة رزم liter liters
litre litres kg kgs kilo kilos kilogram kilograms gram grams ton tons tonne tonnes meter meters metre metres km kms kilometer kilometers
kilometre kilometres mile miles mm cm barrel barrels box boxes crate crates bag bags sack sacks carton cartons gallon gallons pallet
pallets drum drums tanker tankers truckload truckloads hectare hectares acre acres percent belts pieces rounds
"""
#: People that are counted.
PEOPLE: Final = """
مقاتل مقاتلا مقاتلين مقاتلون عنصر عنصرا عناصر شخص شخصا أشخاص أخ أخا إخوة جندي جنديا جنود عسكري عسكريا عسكريين قتيل قتيلا قتلى جريح جريحا
جرحى أسير أسيرا أسرى شهيد شهيدا شهداء رجل رجلا رجال امرأة نساء طفل طفلا أطفال عائلة عائلات أسرة مدني مدنيا مدنيين نازح نازحا نازحين
انغماسي انغماسيا انغماسيين استشهادي استشهاديا استشهاديين مجاهد مجاهدا مجاهدين سجين سجينا سجناء موظف موظفا موظفين حارس حارسا حراس fighter
fighters man men people person persons soldier soldiers militant militants recruit recruits prisoner prisoners civilian civilians woman
women child children family families brothers guards hostages hostage casualties wounded dead killed bombers martyrs
"""
ARABIC_GOODS: Final = """
سلاح, أسلحة, بندقية, بنادق, بندقيتان, بندقيتين, بارودة, بواريد, مسدس, مسدسا, مسدسات, رشاش, رشاشا, رشاشات, كلاشنكوف, كلاشينكوف, كلاشن,
روسية كلاشنكوف, قناصة دراغونوف, دراغونوف, دوشكا, بي كي سي, ب ك س, بيكيسي, آر بي جي, ار بي جي, قاذف, قاذفا, قاذفات, قاذف آر بي جي, هاون,
هاونات, مدفع, مدفعا, مدافع, مدفع هاون, مدافع هاون, مدفع جهنم, مدفعية, راجمة, راجمات, راجمة صواريخ, راجمات صواريخ, صاروخ, صاروخا, صواريخ,
صاروخ غراد, صواريخ غراد, صاروخ كورنيت, صواريخ كورنيت, كورنيت, صاروخ تاو, صواريخ تاو, قذيفة, قذائف, قذيفة هاون, قذائف هاون, قنبلة, قنابل,
قنبلة يدوية, قنابل يدوية, رمانة يدوية, رمانات, رمانات يدوية, لغم, لغما, ألغام, عبوة ناسفة, عبوات ناسفة, عبوة, عبوات, حزام ناسف, أحزمة
ناسفة, سترة ناسفة, سترات ناسفة, متفجرات, مواد متفجرة, مادة متفجرة, بارود, صاعق, صواعق, فتيل, ذخيرة, ذخائر, ذخيرة حية, طلقة, طلقات, رصاصة,
رصاص, رصاصات, مخازن ذخيرة, خرطوش, خراطيش, عتاد, دبابة, دبابات, مدرعة, مدرعات, عربة مدرعة, عربات مدرعة, ناقلة جند, ناقلات جند, آليات,
مفخخة, مفخخات, سيارة مفخخة, سيارات مفخخة, سيارة, سيارات, شاحنة, شاحنات, صهريج, صهاريج, دراجة نارية, دراجات نارية, جرافة, جرافات, حافلة,
حافلات, بيك أب, طائرة مسيرة, طائرات مسيرة, درون, منظار, مناظير, منظار ليلي, مناظير ليلية, جهاز لاسلكي, أجهزة لاسلكي, أجهزة لاسلكية, أجهزة
اتصال, قبضة لاسلكي, قبضات, كاميرا, كاميرات, حاسوب, حواسيب, هاتف ثريا, مولدة, مولدات, كاتم صوت, كواتم صوت, درع, دروع, سترة واقية, سترات
واقية, خوذة, خوذ, أسلاك تفجير, نترات الأمونيوم, نترات, نفط, نفط خام, النفط الخام, مازوت, بنزين, وقود, ديزل, كيروسين, فيول, غاز, أسطوانة
غاز, أسطوانات غاز, زيت, زيوت, سماد, سمادا, أسمدة, قمح, شعير, طحين, خبز, سكر, أرز, رز, برغل, عدس, تمر, تمور, مؤونة, مؤن, مواد غذائية, سلل
غذائية, سلة غذائية, معلبات, ماشية, أغنام, دواء, أدوية, مستلزمات طبية, مواد طبية, معدات طبية, معدات, لقاح, لقاحات, سيارة إسعاف, سيارات
إسعاف, خيمة, خيام, بطانية, بطانيات, ملابس, ألبسة, أحذية, سجائر, تبغ, مخدرات, كبتاغون, حشيش, آثار, قطع أثرية, قطعة أثرية, سبائك ذهب, إسمنت,
حديد, نحاس, كابلات, ألواح شمسية, مواد كيميائية, كلور, غاز الكلور, غاز الخردل, سارين
"""
#: Behind weapons in Arabic.
ARABIC_ADJECTIVES: Final = """
آلية آلي ثقيل ثقيلة خفيف خفيفة متوسط متوسطة فردي فردية قنص قناصة روسية روسي صينية أمريكية مضاد مضادة موجه موجهة حراري حرارية محمول محمولة
صالحة حي حية يدوي يدوية
"""
#: "Anti-" is followed by what it is against: مضاد للدروع.
ARABIC_AGAINST: Final = "للدروع للدبابات للطائرات للطيران دروع دبابات طيران طائرات"
CALIBRE: Final = "عيار calibre caliber"
LATIN_GOODS: Final = """
weapon, weapons, weaponry, rifle, rifles, gun, guns, machine gun, machine guns, machinegun, machineguns, pistol, pistols, handgun,
handguns, revolver, shotgun, shotguns, submachine gun, submachine guns, kalashnikov, kalashnikovs, kalashnikow, kalaschnikow, ak 47, ak47,
ak 47s, ak47s, akm, ak 74, pkm, pkc, dshk, dushka, rpg, rpgs, rpg 7, rpg 7s, rpg7, m16, m16s, m4, mortar, mortars, mortar shells, mortar
rounds, howitzer, howitzers, artillery, artillery pieces, artillery shells, cannon, cannons, rocket, rockets, rocket launcher, rocket
launchers, grenade launcher, grenade launchers, missile, missiles, missile launcher, manpads, shell, shells, grenade, grenades, hand
grenade, hand grenades, mine, mines, landmine, landmines, land mine, land mines, ied, ieds, explosive device, explosive devices,
improvised explosive device, improvised explosive devices, explosive, explosives, explosive belt, explosive belts, suicide belt, suicide
belts, suicide vest, suicide vests, suicide vehicle, car bomb, car bombs, truck bomb, bomb, bombs, barrel bomb, barrel bombs, tnt, c4,
detonator, detonators, gunpowder, ammunition, ammo, munition, munitions, bullet, bullets, cartridge, cartridges, magazines, tank, tanks,
armoured vehicle, armoured vehicles, armored vehicle, armored vehicles, armoured personnel carrier, armoured personnel carriers, bmp,
vehicle, vehicles, pickup, pickups, pickup truck, pickup trucks, truck, trucks, lorry, lorries, motorbike, motorbikes, motorcycle,
motorcycles, bulldozer, bulldozers, tankers, drone, drones, quadcopter, night vision goggles, binoculars, radio sets, walkie talkie,
walkie talkies, satellite phone, satellite phones, laptop, laptops, generator, generators, body armour, body armor, helmet, helmets,
silencer, silencers, equipment, medical equipment, medical supplies, ammonium nitrate, oil, crude oil, crude, fuel, diesel, petrol,
gasoline, kerosene, gas cylinder, gas cylinders, fertiliser, fertilizer, fertilisers, fertilizers, wheat, barley, flour, sugar, rice,
lentils, foodstuffs, food parcels, medicine, medicines, vaccines, ambulance, ambulances, tent, tents, blanket, blankets, clothing,
cigarettes, tobacco, drugs, captagon, antiquities, gold bars, cement, copper, solar panels, chlorine, mustard gas, sarin, chemical weapons
"""
#: Before weapons in English; "anti" and "aircraft" are two words of one.
LATIN_MODIFIERS: Final = """
heavy light medium automatic semi assault sniper hunting anti aircraft tank guided thermal surface air portable shoulder fired russian
chinese american soviet bolt action
"""
