"""What vehicle plates of Syria, Iraq, Turkey and Lebanon say: governorates by ISO 3166-2 and by the names that papers write, letters."""

from typing import Final

#: Syrian governorates, which plates name beside six or seven digits.
SYRIA: Final = {
    "SY-DI": "دمشق, Damascus",
    "SY-RD": "ريف دمشق, Rif Dimashq, Rural Damascus",
    "SY-HL": "حلب, Aleppo, Halab",
    "SY-HI": "حمص, Homs",
    "SY-HM": "حماة, Hama",
    "SY-LA": "اللاذقية, لاذقية, Latakia, Lattakia",
    "SY-TA": "طرطوس, Tartus, Tartous",
    "SY-ID": "إدلب, Idlib, Idleb",
    "SY-RA": "الرقة, رقة, Raqqa, Raqqah",
    "SY-DY": "دير الزور, ديرالزور, Deir ez-Zor, Deir ezzor, Deir Ezzor, Deir al-Zor",
    "SY-HA": "الحسكة, حسكة, Hasakah, Hasaka, Hassakeh",
    "SY-DR": "درعا, Daraa, Deraa, Dar'a",
    "SY-SU": "السويداء, سويداء, Suwayda, Sweida",
    "SY-QU": "القنيطرة, قنيطرة, Quneitra",
}
#: Iraqi governorates, which plates name beside up to six digits and a letter.
IRAQ: Final = {
    "IQ-BG": "بغداد, Baghdad",
    "IQ-NI": "نينوى, الموصل, موصل, Nineveh, Ninawa, Mosul",
    "IQ-BA": "البصرة, بصرة, Basra, Basrah",
    "IQ-AN": "الأنبار, انبار, Anbar",
    "IQ-AR": "أربيل, Erbil, Arbil",
    "IQ-DA": "دهوك, Duhok, Dohuk",
    "IQ-SU": "السليمانية, سليمانية, Sulaymaniyah, Sulaimaniya",
    "IQ-KI": "كركوك, Kirkuk",
    "IQ-DI": "ديالى, Diyala",
    "IQ-SD": "صلاح الدين, Salah ad-Din, Salahaddin, Salah al-Din",
    "IQ-BB": "بابل, Babil, Babylon",
    "IQ-KA": "كربلاء, Karbala",
    "IQ-NA": "النجف, نجف, Najaf",
    "IQ-QA": "القادسية, الديوانية, Qadisiyah, Diwaniyah",
    "IQ-MU": "المثنى, Muthanna",
    "IQ-DQ": "ذي قار, Dhi Qar",
    "IQ-MA": "ميسان, Maysan",
    "IQ-WA": "واسط, Wasit",
}
#: Letters of Lebanese plates, the Arabic for the Latin ones.
LEBANON: Final = "BGJKMNORSTYZ"
LEBANON_ARABIC: Final = {"ب": "B", "ج": "G", "ز": "Z", "ص": "S", "ط": "T", "ن": "N", "م": "M", "و": "O", "ر": "R", "ي": "Y"}
#: What stands on Turkish plates: province, letters, digits. Source: Karayolları Trafik Yönetmeliği, Ek 8.
TURKEY: Final = (("1", "4,5"), ("2", "3,4"), ("3", "2,3"))
