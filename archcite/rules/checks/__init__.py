"""One module a rule. To add one, copy the nearest and change it: nothing else needs to know of it.

A module has `CODE` (a letter for the family and three digits), `NAME`, `SEVERITY`, optionally `DEFAULT = False`, a
docstring that is its page, and `check(view)`, which yields problems. The examples under `Finds:` and `Passes:` in the
docstring are its tests.
"""
