"""The command line, one module a command. The only part that prints, asks the terminal, or exits.

Exit codes: 0 fine, 1 `validate` found something, 2 usage error or some input could not be read.
"""

from __future__ import annotations


def main() -> None:
    """Entry point of `archcite` and `python -m archcite`."""
    import sys

    try:
        _run()
    except ModuleNotFoundError as error:  # a copy of the repository that nobody installed
        sys.stderr.write(f"archcite: needs {error.name}, which is not installed; install archcite with pip\n")
        sys.exit(2)


def _run() -> None:
    import os
    import sys

    from archcite.cli import console
    from archcite.errors import ArchciteError

    console.prepare()
    try:
        from archcite.cli.app import app

        app()
    except ArchciteError as error:
        console.complain(error)
        sys.exit(2)
    except ModuleNotFoundError:
        raise
    except BrokenPipeError:  # `archcite list … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # a bug: 1 would say that `validate` found something
        import traceback

        traceback.print_exc()
        console.complain("this is a bug in archcite; please report it with the lines above")
        sys.exit(2)
