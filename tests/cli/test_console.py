"""What reaches a terminal, and what reaches a pipe."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pytest

from archcite.cli import console
from archcite.cli.console import Column

HOSTILE = "[omi]siya F[runze] [/] [/b] [l. 2] [not before 1920] :bug: [red]x[/red] 1e3 12.50 https://x.y"
CONTROLS = [
    *range(0x09),
    *range(0x0B, 0x20),
    0x7F,
    *range(0x80, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    # pytest puts its own streams into `sys` between set-up and test, so the module gets a `sys` of its own
    stream = Terminal()
    monkeypatch.setattr(console, "sys", SimpleNamespace(stdout=stream, stderr=stream))
    return stream


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(console, "sys", SimpleNamespace(stdout=stream, stderr=stream))
    return stream


def drawn(columns: list[Column], rows: list[tuple[str, ...]], width: int = 80, stream: Any = None) -> str:
    stream = io.StringIO() if stream is None else stream
    console.table(columns, rows, width=width, stream=stream)
    return str(stream.getvalue())


def squeezed(text: str) -> str:
    return "".join(text.split())


# Lines


@pytest.mark.parametrize("code", CONTROLS, ids=lambda code: f"U+{code:04X}")
def test_no_control_character_reaches_a_terminal(code: int, terminal: Terminal) -> None:
    console.out(f"a{chr(code)}b")
    console.err(f"a{chr(code)}b", "red")
    console.write(f"a{chr(code)}b")
    console.complain(f"a{chr(code)}b")
    assert len(terminal.getvalue()) > 20
    out = terminal.getvalue().replace("\x1b[31m", "").replace("\x1b[0m", "")
    assert not any(ord(char) in CONTROLS for char in out)
    shown = drawn([Column(f"h{chr(code)}")], [(f"a{chr(code)}b",)])
    assert not any(ord(char) in CONTROLS for char in shown)


def test_an_escape_sequence_is_disarmed(terminal: Terminal) -> None:
    console.out("\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp.exe")
    assert terminal.getvalue() == "[31mred]0;title2Jgnp.exe\n"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028"])
def test_every_line_end_is_a_line_feed_on_a_terminal(end: str, terminal: Terminal) -> None:
    console.out(f"a{end}b\tc")
    assert terminal.getvalue() == "a\nb\tc\n"


def test_a_pipe_gets_the_text_as_it_is(pipe: io.StringIO) -> None:
    text = HOSTILE + "\x1b[31m\u202e\r\n" + "x" * 500
    console.out(text, "bold")
    console.write(text)
    assert pipe.getvalue() == text + "\n" + text


def test_brackets_stand_as_they_are(terminal: Terminal) -> None:
    console.out(HOSTILE)
    assert terminal.getvalue() == HOSTILE + "\n"


def test_colour_ends_before_the_line_does(terminal: Terminal) -> None:
    console.out("x", "red")
    assert terminal.getvalue() == "\x1b[31mx\x1b[0m\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_forbidden(name: str, value: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    console.out("x", "red")
    assert terminal.getvalue() == "x\n"
    assert "\x1b" not in drawn([Column("h")], [("x",)], stream=Terminal())


def test_an_empty_no_color_forbids_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert console.has_colour(terminal)


def test_forced_colour_does_not_reach_a_pipe(pipe: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    console.out("x", "red")
    assert pipe.getvalue() == "x\n"
    assert "\x1b" not in drawn([Column("h")], [("x",)])


def test_complaints_are_one_line(pipe: io.StringIO) -> None:
    console.complain("a\nb\r\nc: [/]")
    assert pipe.getvalue() == "archcite: a b c: [/]\n"


def test_any_text_can_be_written_after_prepare(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(console, "sys", SimpleNamespace(stdout=stream, stderr=io.StringIO()))
    console.prepare()
    console.out("Л. 2 \ud800")
    stream.flush()
    assert raw.getvalue() == "Л. 2 ".encode() + b"\\ud800\n"


# Tables

ROW = (
    "167",
    "1923-01-24",
    "A. M. Nazaretyan → G. K. Ordzhonikidze",
    "RGASPI f.85 op.1/S d.13 l.12-13",
    "letters/002_e33aa29600d11d37.txt",
)
COLUMNS = [Column("No."), Column("Date"), Column("From → to", 1), Column("Shelfmark"), Column("File", console.APART)]


def test_eighty_columns_hold_a_list() -> None:
    shown = drawn(COLUMNS, [ROW])
    assert max(map(len, shown.splitlines())) <= 80
    assert [line.rstrip() for line in shown.splitlines()[2:]] == [
        "letters/002_e33aa29600d11d37.txt",
        "167  1923-01-24  A. M. Nazaretyan                RGASPI f.85 op.1/S d.13 l.12-13",
        "                 → G. K. Ordzhonikidze",
    ]


def test_a_file_is_named_once_above_its_rows() -> None:
    shown = drawn(COLUMNS, [ROW, ROW, (*ROW[:4], "letters/other.txt"), ROW])
    assert [line.strip() for line in shown.splitlines() if line.startswith("letters/")] == [
        ROW[4],
        "letters/other.txt",
        ROW[4],
    ]


def test_a_long_reason_stands_below_its_row() -> None:
    columns = [Column("Line"), Column("Shelfmark"), Column("As written", 2), Column("Reason", console.BELOW)]
    reason = "names neither archive nor fond, and nothing links it to the reference [before]"
    rows = [("7", "RGASPI f.558 op.1 d.5397 l.2", "Ibid. L. 2", ""), ("35", "d.94 l.1 ?", "Д. 94. Л. 1", reason)]
    assert [line.rstrip() for line in drawn(columns, rows).splitlines()[2:]] == [
        "7     RGASPI f.558 op.1 d.5397 l.2  Ibid. L. 2",
        "35    d.94 l.1 ?                    Д. 94. Л. 1",
        "     names neither archive nor fond, and nothing links it to the reference",
        "     [before]",
    ]
    assert "Reason" in drawn(columns, rows, 140).splitlines()[0]


def test_a_table_that_fits_keeps_all_its_columns() -> None:
    header, _, row = drawn(COLUMNS, [ROW], 140).splitlines()
    assert header.split()[-1] == "File"
    assert row.rstrip().endswith(ROW[4])


@pytest.mark.parametrize(
    ("cell", "width", "lines"),
    [
        ("A. M. Nazaretyan → G. K. Ordzhonikidze", 21, ["A. M. Nazaretyan", "→ G. K. Ordzhonikidze"]),
        ("A. M. Nazaretyan → G. K. Ordzhonikidze", 14, ["A. M.", "Nazaretyan →", "G. K.", "Ordzhonikidze"]),
        ("[l. 2] [/] [b]x[/b]", 6, ["[l. 2]", "[/]", "[b]x[/", "b]"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("日本語", 4, ["日本", "語"]),
        ("A. B. C. D. E. F. G.", 9, ["A. B. C.", "D. E.", "F. G."]),
        ("", 4, [""]),
    ],
)
def test_fold(cell: str, width: int, lines: list[str]) -> None:
    assert console.fold(cell, width).split("\n") == lines


@pytest.mark.parametrize("width", [1, 6, 12, 40, 60, 70, 80, 100, 200])
def test_no_width_loses_a_character(width: int) -> None:
    row = (*ROW[:2], HOSTILE, *ROW[3:])
    shown = drawn(COLUMNS, [row], width)
    kept = squeezed(shown)
    for cell in row:
        for word in cell.split():
            assert all(char in kept for char in word)
    assert sum(len(squeezed(cell)) for cell in row) <= len(kept)


def test_a_narrow_terminal_gets_blocks() -> None:
    assert drawn(COLUMNS, [ROW], 40).splitlines()[:3] == [
        "No.: 167",
        "Date: 1923-01-24",
        "From → to: A. M. Nazaretyan → G. K. Ordzhonikidze",
    ]


def test_one_long_shelfmark_is_folded_and_not_the_whole_table_given_up() -> None:
    long = (*ROW[:3], "RGASPI f.17 op.3 d.87,88,90,91,92,93,94,95,96,97,98,99,100 l.1,2,3,4,5,6,7", ROW[4])
    shown = drawn(COLUMNS, [ROW, long])
    assert "No.:" not in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("text", ["[omi]siya", "F[runze]", "[/]", "[l. 2]", ":bug:", "[not before 1920]"])
def test_cells_and_headers_are_no_markup(text: str) -> None:
    shown = drawn([Column(text)], [(text,)], 40)
    assert shown.count(text) == 2


def test_wide_characters_keep_the_columns_straight() -> None:
    from wcwidth import wcswidth

    shown = drawn([Column("a"), Column("b")], [("日本語", "x"), ("и\u0306", "y")])
    header, _, wide, combining = shown.splitlines()[:4]
    assert {wcswidth(line[: line.index(mark)]) for line, mark in ((header, "b"), (wide, "x"), (combining, "y"))} == {8}


def test_a_row_with_line_ends_is_one_line() -> None:
    assert "a b c" in drawn([Column("h")], [("a\r\nb\tc",)])


@pytest.mark.parametrize(
    ("natural", "priorities", "room", "expected"),
    [
        ([3, 10, 40, 30, 30], [0, 0, 1, 0, 1], 113, [3, 10, 40, 30, 30]),
        ([3, 10, 40, 30, 30], [0, 0, 1, 0, 1], 80, [3, 10, 18, 30, 18]),
        ([3, 10, 40, 30, 30], [0, 0, 1, 0, 2], 80, [3, 10, 27, 30, 10]),
        ([3, 10, 40, 60, 30], [0, 0, 1, 0, 1], 80, [3, 10, 10, 47, 10]),
        ([3, 10, 40, 30, 30], [0, 0, 1, 0, 1], 50, None),
        ([], [], 10, []),
    ],
)
def test_share(natural: list[int], priorities: list[int], room: int, expected: list[int] | None) -> None:
    found = console.share(natural, priorities, room)
    if expected is None or found is None:
        assert found == expected
    else:
        assert sum(found) <= room
        assert all(abs(a - b) <= 1 for a, b in zip(found, expected, strict=True))
