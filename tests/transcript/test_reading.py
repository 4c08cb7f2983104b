"""Which files are read, how they are decoded, and where an offset stands."""

from __future__ import annotations

import codecs
import inspect
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from archcite.errors import InputError, UsageError
from archcite.transcript import reading
from archcite.transcript.reading import Source, Text, expand, read


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, data: str | bytes = "text\n") -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def files(*paths: str) -> list[str]:
    return [source.file for source in expand(paths)]


def problems(*paths: str) -> list[str]:
    found = []
    for source in expand(paths):
        try:
            read(source)
        except InputError as error:
            found.append(str(error))
    return found


# Which files


def test_a_folder_is_read_recursively_by_name(here: Path) -> None:
    for name in ("b.txt", "a.TXT", "c/x.md", "c/y.html", "z.htm", "skip.pdf", ".hidden.txt", ".git/a.txt"):
        write(f"d/{name}")
    assert files("d") == ["d/a.TXT", "d/b.txt", "d/c/x.md", "d/c/y.html", "d/z.htm"]
    assert files("d/") == files("d")
    assert files("./d/c") == ["./d/c/x.md", "./d/c/y.html"]


def test_what_is_named_is_taken_whatever_its_name(here: Path) -> None:
    write(".hidden/a.txt")
    write("letter.dat")
    assert files("letter.dat", "-", ".hidden", "letter.dat") == ["letter.dat", "-", ".hidden/a.txt", "letter.dat"]


def test_a_link_back_is_one_problem_and_the_rest_is_read(here: Path) -> None:
    write("d/a.txt")
    write("d/e/b.txt")
    os.symlink("..", "d/e/loop")
    os.symlink("e", "d/same")
    assert problems("d") == ["d/e/loop: a link back to a folder above it; not followed"]
    assert [source.file for source in expand(["d"]) if source.problem is None] == ["d/a.txt", "d/e/b.txt"]


def test_links_that_fan_out_are_followed_once(here: Path) -> None:
    for level in range(40):
        os.makedirs(f"f/{level}")
        for name in ("one", "two"):
            os.symlink(f"../{level + 1}", f"f/{level}/{name}")
    write("f/40/end.txt")
    assert files("f/0") == ["f/0/" + "one/" * 40 + "end.txt"]


def test_a_deep_tree_is_no_recursion(here: Path) -> None:
    write("d/" * 300 + "a.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 120)
    try:
        assert files("d") == ["d/" * 300 + "a.txt"]
    finally:
        sys.setrecursionlimit(limit)


def test_links_to_nowhere_and_other_things_are_reported(here: Path) -> None:
    write("d/a.txt")
    os.symlink("nowhere.txt", "d/gone.txt")
    os.symlink("self.txt", "d/self.txt")
    os.mkfifo("d/pipe.txt")
    found = problems("d")
    assert "d/gone.txt: no such file or folder" in found
    assert "d/pipe.txt: neither a file nor a folder" in found
    assert any(line.startswith("d/self.txt: ") for line in found)
    assert len(found) == 3


def test_a_folder_without_permission_is_one_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("d/a.txt", "d/shut/b.txt", "d/z.txt"):
        write(path)
    scandir = os.scandir

    def guarded(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(reading.os, "scandir", guarded)
    assert problems("d") == ["d/shut: permission denied"]
    assert files("d") == ["d/a.txt", "d/shut", "d/z.txt"]


def test_a_file_without_permission(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", "a.txt")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match=r"^a\.txt: permission denied$"):
        read("a.txt")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", "missing.txt: no such file or folder"),
        ("no/such/place", "no/such/place: no such file or folder"),
        ("", "'': an empty path"),
    ],
)
def test_missing_paths(here: Path, path: str, message: str) -> None:
    assert problems(path) == [message]


def test_a_file_name_that_is_no_utf8_can_be_shown(here: Path) -> None:
    name = b"caf\xe9.txt"
    os.makedirs("d")
    try:
        (Path("d") / os.fsdecode(name)).write_text("text")
    except OSError:
        pytest.skip("this file system takes no such name")
    (source,) = expand(["d"])
    assert source.file == "d/caf\\xe9.txt"
    assert read(source).text == "text"


# Decoding


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        ("Л. 2\r\n".encode(), "utf-8", False),
        (codecs.BOM_UTF8 + "Л. 2\r\n".encode(), "utf-8", True),
        (codecs.BOM_UTF16_LE + "Л. 2\r\n".encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + "Л. 2\r\n".encode("utf-16-be"), "utf-16-be", True),
        (codecs.BOM_UTF32_LE + "Л. 2\r\n".encode("utf-32-le"), "utf-32-le", True),
        (codecs.BOM_UTF32_BE + "Л. 2\r\n".encode("utf-32-be"), "utf-32-be", True),
    ],
)
@pytest.mark.parametrize("asked", [None, "windows-1251"])
def test_a_mark_decides(here: Path, data: bytes, encoding: str, mark: bool, asked: str | None) -> None:
    write("a.txt", data)
    if not mark and asked:
        return
    found = read("a.txt", asked)
    assert (found.file, found.text, found.encoding, found.mark) == ("a.txt", "Л. 2\r\n", encoding, mark)


def test_an_encoding_that_is_named(here: Path) -> None:
    write("a.txt", "РГАСПИ. Ф. 558".encode("cp1251"))
    assert read("a.txt", "windows-1251").text == "РГАСПИ. Ф. 558"
    assert read("a.txt", "windows-1251").encoding == "cp1251"


@pytest.mark.parametrize(
    ("data", "asked", "message"),
    [
        (
            "РГАСПИ".encode("cp1251"),
            None,
            "a.txt: not UTF-8, and its encoding cannot be told for sure; say which with --encoding: "
            "windows-1251 or KOI8-R or ISO-8859-5",
        ),
        ("РГАСПИ".encode("cp1251"), "utf-8", "a.txt: not utf-8 as --encoding says (byte 0xd0 at 0)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "a.txt: a binary file (an image)"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", None, "a.txt: a PDF file, no text; save its text in a file of its own"),
        (b"\x89\0\1\0", None, "a.txt: a binary file (it has NUL bytes)"),
        (b"text\0text", None, "a.txt: a binary file (it has NUL characters)"),
        (b"\x89PNG\0", "cp1251", "a.txt: a binary file (it has NUL characters)"),
        (
            codecs.BOM_UTF16_LE + b"\x00",
            None,
            "a.txt: its byte-order mark says UTF-16-LE, but it is not (byte 0x00 at 0)",
        ),
    ],
)
def test_what_cannot_be_decoded(here: Path, data: bytes, asked: str | None, message: str) -> None:
    write("a.txt", data)
    with pytest.raises(InputError) as error:
        read("a.txt", asked)
    assert str(error.value) == message
    assert error.value.path == "a.txt"


@pytest.mark.parametrize("name", ["klingon", "", "rot13", "punycode", "unicode_escape", "a\0b"])
def test_an_encoding_that_is_none(here: Path, name: str) -> None:
    write("a.txt")
    with pytest.raises(UsageError, match="no such encoding"):
        read("a.txt", name)


LETTER = "Комиссия решила послать в уезд своих представителей.\r\n"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_is_detected_is_remarked(here: Path, codec: str) -> None:
    write("a.txt", LETTER.encode(codec))
    found = read("a.txt")
    assert (found.text, found.encoding, found.detected, found.mark) == (LETTER, codec, True, False)
    assert found.remark is not None
    assert found.remark.endswith("; say --encoding if that is wrong")
    assert (read("a.txt", codec).detected, read("a.txt", codec).remark) == (False, None)


@pytest.mark.parametrize(
    "data", [LETTER.encode(), codecs.BOM_UTF8 + LETTER.encode(), codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le")]
)
def test_there_is_nothing_to_remark(here: Path, data: bytes) -> None:
    write("a.txt", data)
    assert (read("a.txt").text, read("a.txt").detected, read("a.txt").remark) == (LETTER, False, None)


def test_a_declared_encoding_is_no_detected_one(here: Path) -> None:
    page = '<meta charset="windows-1251"><p>РГАСПИ</p>'
    write("a.html", page.encode("cp1251"))
    found = read("a.html")
    assert (found.text, found.encoding, found.detected, found.remark) == (page, "cp1251", False, None)


def test_an_empty_file_is_no_error(here: Path) -> None:
    write("a.txt", b"")
    assert read("a.txt").text == ""
    assert read("a.txt").locate(0) == (1, 1)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Ф. 558\r".encode())))
    (source,) = expand(["-"])
    assert read(source) == Text("-", "Ф. 558\r", "utf-8")


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="no standard input"):
        read("-")


def test_a_known_problem_is_raised_by_read() -> None:
    problem = InputError("d", "permission denied")
    with pytest.raises(InputError) as error:
        read(Source("d", "d", problem))
    assert error.value is problem


# Places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [(1, 1)]),
        ("ab", [(1, 1), (1, 2), (1, 3)]),
        ("a\nb", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("a\r\nb", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]),
        ("a\rb", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("\n\r\n\r", [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1)]),
        ("a\f\x0b\x1c\x85\u2028b", [(1, n) for n in range(1, 9)]),
        ("😀я\nb", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]),
    ],
)
def test_locate(text: str, places: list[tuple[int, int]]) -> None:
    source = Text("a.txt", text, "utf-8")
    assert [source.locate(offset) for offset in range(len(text) + 1)] == places


@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside(offset: int) -> None:
    with pytest.raises(IndexError):
        Text("a.txt", "ab", "utf-8").locate(offset)


def test_a_line_of_fifty_megabytes(here: Path) -> None:
    write("a.txt", "Ф".encode() * 25_000_000)
    found = read("a.txt")
    assert found.locate(len(found.text)) == (1, 25_000_001)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_that_nobody_writes_into(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("pipe.txt")
    monkeypatch.setattr("archcite.transcript.reading.PATIENCE", 0.05)
    with pytest.raises(InputError, match=r"^pipe\.txt: a pipe that nobody writes into$"):
        read("pipe.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_whose_writer_is_slow_is_read_whole(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading
    import time

    def write_slowly() -> None:
        with open("pipe.txt", "wb") as stream:
            time.sleep(0.2)
            stream.write(b"first " + b"x" * 100_000)

    os.mkfifo("pipe.txt")
    monkeypatch.setattr("archcite.transcript.reading.PATIENCE", 0.1)
    writer = threading.Thread(target=write_slowly)
    keeper = os.open("pipe.txt", os.O_RDWR)  # so that the writer need not wait for the reader
    writer.start()
    time.sleep(0.05)
    threading.Timer(0.3, os.close, [keeper]).start()
    assert read("pipe.txt").text == "first " + "x" * 100_000
    writer.join()


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")
def test_a_device_is_no_file() -> None:
    with pytest.raises(InputError, match=r"^/dev/zero: a device, where a file was expected$"):
        read("/dev/zero")
