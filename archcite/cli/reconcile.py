"""`archcite reconcile`: references to the same holding under all its names."""

from __future__ import annotations

from archcite.cli.common import (
    ByArchive,
    ByDelo,
    ByFond,
    ByOpis,
    ByPerson,
    ByText,
    Encoding,
    Format,
    Inputs,
    Paths,
    Since,
    Until,
    print_records,
    selection,
)


def command(
    paths: Paths,
    archive: ByArchive = None,
    fond: ByFond = None,
    opis: ByOpis = None,
    delo: ByDelo = None,
    since: Since = None,
    until: Until = None,
    person: ByPerson = None,
    text: ByText = None,
    format_: Format = "table",
    encoding: Encoding = None,
) -> None:
    """Gather the references to the same sheets under old and new names of their archives, with the witnesses.

    A renaming within one archive keeps the numbers. An equation between two archives, or with changed numbers, that
    rests on memory is shown as possible and merges nothing.

    Examples:

    \b
    archcite reconcile letters/
    archcite reconcile letters/ --archive RTsKhIDNI --format json
    """
    from archcite.catalogue.reconcile import reconcile
    from archcite.export import check, holdings

    check(format_)
    inputs = Inputs(paths, encoding)
    query = selection(inputs.authority, archive, fond, opis, delo, since, until, person, text)
    found = [c for view in inputs for c, d in view.cited() if c.status != "unresolved" and query.citation(c, d)]
    print_records(reconcile(found, inputs.authority), holdings(), format_)
    without = sum(citation.shelfmark is None for citation in found)
    if without:
        inputs.remark(f"{without} references have no shelfmark (no archive, or a doubtful one): see list --citations")
    inputs.close()
