"""Where this archcite was installed from, as something that another machine can give to pip.

The answer is in the record that installers leave beside a package (`direct_url.json`, PEP 610): an address of a git
repository with the commit, an archive, or a folder. A package without that record came from an index, under its version.
"""

from __future__ import annotations

import json
import os
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

import regex

SECONDS = 10
"""How long git may take to answer."""


def requirement(project: str) -> str | None:
    """What `pip install` takes to get this very version from anywhere, such as `archcite==0.1.0`; None if nothing is known.

    `project` is the folder of the user's repository: a copy of archcite inside it is named by its path there.
    """
    try:
        package = distribution("archcite")
    except PackageNotFoundError:
        return None
    record = package.read_text("direct_url.json")
    return f"archcite=={package.version}" if record is None else from_record(json.loads(record), project)


def from_record(record: dict[str, Any], project: str) -> str | None:
    """The same from the record itself."""
    url, subfolder = str(record.get("url", "")), record.get("subdirectory")
    parts = urlsplit(url)
    if parts.scheme == "file" and "dir_info" in record:
        return _from_folder(url2pathname(parts.path), project)
    if parts.scheme not in ("http", "https", "ssh", "git"):
        return None
    behind = f"#subdirectory={subfolder}" if subfolder else ""
    if "vcs_info" in record:
        info = record["vcs_info"]
        return f"{info['vcs']}+{without_secrets(url)}@{info['commit_id']}{behind}"
    return without_secrets(url) + behind


def _from_folder(folder: str, project: str) -> str | None:
    """A folder inside the project by its path; one that is a clone by the repository it was cloned from."""
    path = os.path.relpath(os.path.realpath(folder), os.path.realpath(project))
    if not path.startswith(os.pardir) and not os.path.isabs(path):
        return "." if path == "." else "./" + path.replace(os.sep, "/")
    if os.path.realpath(_git(folder, "rev-parse", "--show-toplevel") or os.sep) != os.path.realpath(folder):
        return None
    commit, address = _git(folder, "rev-parse", "HEAD"), _git(folder, "config", "--get", "remote.origin.url")
    if not commit or not address or not _git(folder, "branch", "--remotes", "--contains", commit):
        return None  # what nobody else has yet
    address = _SCP.sub(r"https://\1/\2", address)
    if urlsplit(address).scheme not in ("http", "https", "ssh", "git"):
        return None
    return f"git+{without_secrets(address)}@{commit}"


def without_secrets(url: str) -> str:
    """An address without the name and password that may stand in it, and without a fragment."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))


def _git(folder: str, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", folder, *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


_SCP = regex.compile(r"^[\w.-]{1,100}@([\w.-]{1,200}):(?!/)(.{1,500})$")
"""`git@host:owner/name.git`, an address that only ssh and git understand."""
