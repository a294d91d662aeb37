"""What kinds of files the ending of a name promises, to tell where the bytes say otherwise: a .jpg that is an archive hides something."""

from __future__ import annotations

from typing import Final

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OLE: Final = ("application/x-ole-storage", "application/cdfv2", "application/msword", "application/vnd.ms-")
#: Beginnings of media types by ending; an ending that is not here promises nothing.
_PROMISED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic"), ("image/",)),
    **dict.fromkeys(("mp3", "wav", "ogg", "m4a", "amr", "opus"), ("audio/", "video/", "application/ogg")),
    **dict.fromkeys(("mp4", "mov", "avi", "mkv", "3gp"), ("video/", "audio/", "application/x-matroska")),
    "pdf": ("application/pdf", "application/illustrator"),
    "docx": (f"{_OFFICE}wordprocessingml", "application/vnd.ms-word", "application/encrypted"),
    "xlsx": (f"{_OFFICE}spreadsheetml", "application/vnd.ms-excel", "application/encrypted"),
    "pptx": (f"{_OFFICE}presentationml", "application/vnd.ms-powerpoint", "application/encrypted"),
    **dict.fromkeys(("doc", "xls", "ppt"), (*_OLE, "application/rtf", "text/rtf", "text/html", "application/xml", "text/xml")),
    "zip": ("application/zip", "application/java-archive", "application/x-zip"),
    "rar": ("application/x-rar", "application/vnd.rar"),
    "7z": ("application/x-7z-compressed",),
    "eml": ("message/", "text/"),
    **dict.fromkeys(
        ("txt", "csv", "log", "md"),
        (
            "text/",
            "message/",
            "application/json",
            "application/vnd.auto-archiver+",
            "application/csv",
            "application/x-ndjson",
        ),
    ),
    **dict.fromkeys(("htm", "html"), ("text/", "application/xhtml", "application/xml", "multipart/related")),
}


def is_wrong_ending(name: str, type: str) -> bool:
    """Return whether the bytes of a file are of another kind than its name promises; an empty type contradicts nothing.

    >>> is_wrong_ending("photo.jpg", "application/zip"), is_wrong_ending("photo.jpg", "image/png"), is_wrong_ending("a.bin", "image/png")
    (True, False, False)
    """
    promised = _PROMISED.get(name.rpartition(".")[2].lower()) if "." in name else None
    return bool(type and promised and type not in {"inode/x-empty", "application/octet-stream"} and not type.startswith(promised))
