"""Running `archcite` within the process, as a user would in a folder of their own."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest


@dataclass
class Done:
    status: int
    out: str
    err: str


@pytest.fixture
def archcite(tmp_path, monkeypatch):
    """A function that runs one command in `tmp_path` and returns exit status, output and remarks."""
    from archcite.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Done:
        monkeypatch.setattr(sys, "argv", ["archcite", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
        err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        try:
            main()
            status = 0
        except SystemExit as error:
            status = int(error.code or 0)
        finally:
            out.flush()
            err.flush()
            texts = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err)]  # type: ignore[attr-defined]
            for name in env or {}:
                monkeypatch.delenv(name)
        return Done(status, *texts)

    return run
