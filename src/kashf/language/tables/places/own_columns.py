"""Headings of the columns of a list of places, and names of properties in GeoJSON, divided by strokes; the first that is there is taken."""

from typing import Final

NAMES: Final = "name|place|site|village|town|الاسم|اسم|المكان|الموقع|القرية|nom|lieu|isim|yer"
OTHERS: Final = (
    "names|other names|othernames|alternatenames|alternate names|aliases|name_ar|name ar|arabic|name_en|أسماء أخرى|الاسم بالعربية"
)
IDS: Final = "id|number|no|code|pcode|geonameid|الرقم|رقم|الرمز"
LATITUDES: Final = "latitude|lat|y|خط العرض|العرض|enlem"
LONGITUDES: Final = "longitude|lon|long|lng|x|خط الطول|الطول|boylam"
KINDS: Final = "kind|type|feature|النوع|نوع|type of place"
COUNTRIES: Final = "country|country code|countrycode|iso|الدولة|البلد"
REACHES: Final = "radius_km|radius km|radius|reach_km|km|نصف القطر"
POPULATIONS: Final = "population|pop|inhabitants|السكان|عدد السكان"
