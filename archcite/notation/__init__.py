"""The notation: from text to resolved archival references.

traditions/*.toml   how each language writes labels, verso marks and `Ibid.`
tradition.py        those tables, merged into one lexicon
values.py           the numbers behind a label: enumerations, ranges, verso marks
scanner.py          one pass over a text, reference by reference
mentions.py         the archive's name before a reference
resolve.py          `Ibid.`, chains and inheritance within one document
shelfmark.py        one canonical key for a sheet
"""
