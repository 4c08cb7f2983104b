"""One module a rule. To add one, copy the nearest and change it: nothing else needs to know of it.

A module has `CODE` (a letter for the family and three digits), `NAME`, `SEVERITY`, optionally `DEFAULT = False` and
`FIXES` (`safe`, `unsafe`), a docstring that is its page, and one check:

    check(view)                    looks at one file and yields problems
    check_known(view, authority)   the same with the authority file
    check_all(project)             compares files, and yields pairs of a view and a problem in it

The examples under `Finds:` and `Passes:` in the docstring are its tests; cases of several lines or files stand in
`tests/rules/cases.toml`.
"""
