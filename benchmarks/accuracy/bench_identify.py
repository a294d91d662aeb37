"""How often the type of a file is told rightly, and at what cost, next to libmagic alone.

    python benchmarks/accuracy/bench_identify.py --data DIR

DIR holds `formats/tika`, whose names are right by and large: what a suffix stands for is written down below. A type that only the suffix
tells (Apple's packages) counts for both alike. The result is printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path

import magic

from kashf.ports.engines import Source
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier

OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"
#: Suffix -> what such a file may rightly be called; the first is the registered name where there is one. Encrypted ones are what they are.
RIGHT = {
    "7z": {"application/x-7z-compressed"},
    "accdb": {"application/x-msaccess"},
    "aif": {"audio/x-aiff", "audio/aiff"},
    "bmp": {"image/bmp"},
    "class": {"application/x-java-applet", "application/java-vm"},
    "csv": {"text/csv"},
    "dat": {"application/vnd.ms-tnef"},
    "doc": {"application/msword"},
    "docx": {f"{OOXML}.wordprocessingml.document", "application/encrypted"},
    "dwg": {"image/vnd.dwg"},
    "eml": {"message/rfc822"},
    "epub": {"application/epub+zip"},
    "flv": {"video/x-flv"},
    "fodp": {f"{ODF}.presentation-flat-xml", "text/xml"},
    "fods": {f"{ODF}.spreadsheet-flat-xml", "text/xml"},
    "fodt": {f"{ODF}.text-flat-xml", "text/xml"},
    "gif": {"image/gif"},
    "gz": {"application/gzip"},
    "heic": {"image/heic"},
    "html": {"text/html"},
    "jar": {"application/java-archive"},
    "jpg": {"image/jpeg"},
    "key": {"application/vnd.apple.keynote", "application/zip"},
    "kmz": {"application/vnd.google-earth.kmz", "application/zip"},
    "lz4": {"application/x-lz4"},
    "m4a": {"audio/x-m4a", "audio/mp4"},
    "mbox": {"application/mbox"},
    "mdb": {"application/x-msaccess"},
    "mov": {"video/quicktime"},
    "mp3": {"audio/mpeg"},
    "mp4": {"video/mp4"},
    "msg": {"application/vnd.ms-outlook"},
    "numbers": {"application/vnd.apple.numbers", "application/zip"},
    "odp": {f"{ODF}.presentation"},
    "odt": {f"{ODF}.text"},
    "ogg": {"audio/ogg"},
    "one": {"application/onenote"},
    "opus": {"audio/ogg"},
    "pages": {"application/vnd.apple.pages", "application/zip"},
    "pdf": {"application/pdf"},
    "png": {"image/png"},
    "ppt": {"application/vnd.ms-powerpoint"},
    "pptx": {f"{OOXML}.presentationml.presentation", "application/encrypted"},
    "psd": {"image/vnd.adobe.photoshop"},
    "pst": {"application/vnd.ms-outlook-pst"},
    "pub": {"application/x-mspublisher", "application/vnd.ms-office"},
    "rar": {"application/vnd.rar", "application/x-rar"},
    "rtf": {"application/rtf", "text/rtf"},
    "tar": {"application/x-tar"},
    "tbz2": {"application/x-bzip2"},
    "tif": {"image/tiff"},
    "txt": {"text/plain"},
    "vsd": {"application/vnd.visio", "application/vnd.ms-office"},
    "vsdx": {"application/vnd.ms-visio.drawing", "application/vnd.ms-visio.drawing.main+xml"},
    "wacz": {"application/zip"},
    "wav": {"audio/wav", "audio/x-wav"},
    "webp": {"image/webp"},
    "wp": {"application/vnd.wordperfect"},
    "wpd": {"application/vnd.wordperfect"},
    "xls": {"application/vnd.ms-excel"},
    "xlsb": {"application/vnd.ms-excel.sheet.binary.macroenabled.12"},
    "xlsx": {f"{OOXML}.spreadsheetml.sheet", "application/encrypted"},
    "xml": {"text/xml", "application/vnd.ms-wordml"},
    "xps": {"application/vnd.ms-xpsdocument"},
    "zip": {"application/zip"},
    "zst": {"application/zstd"},
}


def main() -> None:
    """Print the shares of files told rightly, and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    files = [path for path in sorted((parser.parse_args().data / "formats" / "tika").iterdir()) if path.suffix[1:] in RIGHT]
    ours, libmagic = LibmagicIdentifier(), magic.Magic(mime=True)
    engines = {
        "kashf": lambda path: ours.identify(Source(path, path.stat().st_size, path.name)),
        "libmagic alone": lambda path: libmagic.from_file(str(path)),
    }
    result: dict[str, object] = {"files": len(files)}
    for name, identify in engines.items():
        identify(files[0])
        wrong: dict[str, list[str]] = defaultdict(list)
        started = time.perf_counter()
        types = [identify(path) for path in files]
        seconds = time.perf_counter() - started
        for path, type in zip(files, types, strict=True):
            if type not in RIGHT[path.suffix[1:]]:
                wrong[type].append(path.name)
        count = sum(map(len, wrong.values()))
        shown = dict(wrong) if name == "kashf" else count
        result[name] = {
            "right": round(1 - count / len(files), 4),
            "milliseconds_a_file": round(1000 * seconds / len(files), 3),
            "wrong": shown,
        }
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
