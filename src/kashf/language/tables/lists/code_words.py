"""Words that may stand in a code name: things, animals, stones and plants that nobody is called, and what files come in."""

from __future__ import annotations

from typing import Final

_ANIMALS: Final = """
antelope avocet badger barnacle beaver bittern cormorant curlew dolphin dunlin ferret flamingo gannet gazelle giraffe godwit hedgehog heron
herring kestrel lapwing limpet lobster mackerel mussel ostrich otter oyster pelican petrel plankton plover pochard porpoise puffin sandpiper
shelduck shrimp squirrel toucan turnstone walrus weasel wigeon zebra
بطريق زرافة سنجاب فراشة قنفذ نعامة
"""
_STONES: Final = """
antimony basalt bismuth boulder chalk cobalt feldspar flint gneiss granite graphite gravel gypsum limestone marble obsidian pebble pumice
quartz sandstone schist shale slate tungsten zinc
بازلت جبس حصاة رخام زنك صوان طباشير غرانيت قصدير كوارتز
"""
_THINGS: Final = """
anchor anvil auger bassoon bellows biscuit blanket bobbin bolt bucket buoy caliper cello chisel clarinet compass cupboard drum fathom flute
funnel gasket gimlet hammer hinge jetty keel kettle ladder lantern lever lighthouse mallet marzipan needle oboe pillow piston pliers pulley
rivet rudder saucer shovel sickle spanner spindle sprocket teapot thimble tiller trowel trumpet umbrella violin washer whistle wrench
إبريق بوصلة بوق دلو سلم شراع فانوس قيثارة كرسي مجداف مرساة مزمار مسمار مطرقة مظلة ملعقة منارة منشار نافذة وسادة
"""
_PLANTS: Final = """
acorn artichoke aubergine barley bracken bramble chestnut clover cucumber fennel hazelnut lentil lichen maize millet nettle parsnip pumpkin
radish sesame sorrel thistle turnip walnut
باذنجان بلوطة بندقة ذرة فجل كستناء يقطين
"""
_WEATHER: Final = """
blizzard cyclone drizzle monsoon thunder
زوبعة صقيع ضباب
"""
_WAYS: Final = """
archive bag batch box channel courier desk disk drive dropbox envelope folder inbox mail packet parcel post radio scout source stick upload
usb
بريد حقيبة راديو رزمة صندوق ظرف قرص مغلف
"""
_BESIDE: Final = "blue grey my new old one orange purple red three two yellow"

CODE_WORDS: Final = frozenset(f"{_ANIMALS} {_STONES} {_THINGS} {_PLANTS} {_WEATHER} {_WAYS} {_BESIDE}".split())
