"""Tests for lists of hashes that come with files."""

import hashlib

import pytest

from kashf.intake.hash_list import HashCheck, HereFile, ListedFile, check_hashes, read_hash_list

MD5, SHA1, SHA256 = ("0f" * 16, "0f" * 20, "0f" * 32)


@pytest.mark.parametrize(
    ("line", "path", "algorithm"),
    [
        (f"{SHA256}  scans/a b.pdf", "scans/a b.pdf", "sha256"),
        (f"{MD5} *scans\\a.pdf", "scans/a.pdf", "md5"),
        (f"{SHA1.upper()}\tC:\\Users\\x\\a.pdf", "Users/x/a.pdf", "sha1"),
        (f"{'0f' * 64}  ./a.pdf", "a.pdf", "sha512"),
        (f"\\{SHA256}  a\\nb\\\\c.pdf", "a\nb/c.pdf", "sha256"),
        (f"SHA256 (scans/a (2).pdf) = {SHA256}", "scans/a (2).pdf", "sha256"),
        (f"SHA-1(a.pdf)= {SHA1}", "a.pdf", "sha1"),
        (SHA256, "", "sha256"),
    ],
)
def test_a_line_says_a_path_and_a_hash_whatever_tool_wrote_it(line: str, path: str, algorithm: str) -> None:
    (file,) = read_hash_list(line.encode()).files

    assert (path, {algorithm: file.hashes[algorithm]}, "0f") == (file.path, file.hashes, file.hashes[algorithm][:2])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, end: str) -> None:
    text = end.join((f"{SHA256}  كتاب.pdf", f"{MD5}  b.pdf", ""))

    assert ["كتاب.pdf", "b.pdf"] == [file.path for file in read_hash_list(text.encode(encoding)).files]


def test_hashdeep_is_read_with_commas_in_names_and_its_comments_passed_over() -> None:
    text = (
        "%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: C:\\stick\n## $ hashdeep -r .\n"
        f"12,{MD5},{SHA256},C:\\stick\\a, b.pdf\n"
    )
    listed = read_hash_list(text.encode())

    assert ((ListedFile("stick/a, b.pdf", {"md5": MD5, "sha256": SHA256}),), ()) == (listed.files, listed.unread)


@pytest.mark.parametrize(
    "text",
    [
        f'"Algorithm","Hash","Path"\n"SHA256","{SHA256.upper()}","D:\\scans\\a.pdf"\n',
        f"File name;SHA-256;Size\nscans\\a.pdf;{SHA256};3\n",
        f'#TYPE Hash\nsha256\tfilename\n{SHA256}\t"scans\\a.pdf"\n',
    ],
)
def test_tables_are_read_by_their_headings(text: str) -> None:
    assert (ListedFile("scans/a.pdf", {"sha256": SHA256}),) == read_hash_list(text.encode()).files


def test_lines_that_say_nothing_are_told_by_number_and_comments_are_not() -> None:
    listed = read_hash_list(f"# made on Monday\n{SHA256}  a\n\nMD5 (b) = {SHA256}\nnot a hash  c\n".encode())

    assert (1, (4, 5)) == (len(listed.files), listed.unread)


def test_a_list_is_held_against_what_came() -> None:
    same, other = ({"md5": hashlib.md5(data, usedforsecurity=False).hexdigest()} for data in (b"same", b"other"))
    listed = read_hash_list(
        "\n".join((f"{same['md5']}  moved/to/a.pdf", f"{MD5}  scans\\B.pdf", f"{MD5}  gone.pdf", f"{MD5}  shut.pdf")).encode()
    )
    here = [
        HereFile("stick/a2.pdf", same),
        HereFile("stick/scans/b.pdf", other),
        HereFile("stick/new.pdf", other),
        HereFile("stick/shut.pdf", {}),
        HereFile("stick/long ago.pdf", other, is_earlier=True),
    ]

    expected = HashCheck(("md5",), 1, ("scans/B.pdf", "shut.pdf"), ("gone.pdf",), ("stick/new.pdf",), ())
    assert expected == check_hashes(listed, here)


@pytest.mark.parametrize(("line", "is_weak"), [(f"{MD5} a\n{SHA1} b", True), (f"{MD5} a\n{SHA256} b", False), (f"{SHA256} a", False)])
def test_md5_and_sha1_alone_are_weak(line: str, is_weak: bool) -> None:
    assert is_weak == check_hashes(read_hash_list(line.encode()), ()).is_weak


def test_a_file_must_have_all_the_hashes_that_its_line_gives() -> None:
    listed = read_hash_list(f"md5,sha256,filename\n{MD5},{SHA256},a\n".encode())

    assert ("a",) == check_hashes(listed, [HereFile("a", {"md5": MD5, "sha256": "00" * 32})]).differs
