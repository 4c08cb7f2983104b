"""`archcite validate`: rules over files that were read.

finding.py      what a rule reports, and how it may be mended
checks/         one module a rule: its docstring is its page, its examples are its tests
registry.py     the rules, found by their modules
project.py      all files of a run, for rules that compare them
places.py       where in a citation a repair was made
days.py         comparing dates
lookalikes.py   words of two alphabets
archives.py     references by the archive that they write
crossrefs.py    cross-references of notes, phrase by phrase
engine.py       runs rules and puts the findings in order
selection.py    which rules hold for which file, by configuration and command line
baseline.py     findings that are known already
rewrite.py      applies fixes, checks that nothing else changed, writes files atomically
difference.py   what fixes would change, as a unified diff
runs.py         one run: read, check, compare with the baseline, mend
reporters/      one module a format
"""
