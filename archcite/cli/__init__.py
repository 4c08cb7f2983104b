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

        try:
            app()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # what cannot be written is said here and not by the interpreter at its end
    except ArchciteError as error:
        console.complain(error)
        sys.exit(2)
    except ModuleNotFoundError:
        raise
    except BrokenPipeError:  # `archcite list … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # 1 would say that `validate` found something
        if isinstance(error, OSError) and error.filename is None:  # a full disk; a file that fails has its name
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            console.complain(f"standard output: {(error.strerror or str(error)).lower()}")
        else:
            import traceback

            traceback.print_exc()
            console.complain("this is a bug in archcite; please report it with the lines above")
        sys.exit(2)
