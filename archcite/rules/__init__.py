"""`archcite validate`: rules over files that were read.

finding.py      what a rule reports
registry.py     the rules, found by their modules
engine.py       runs them and puts the findings in order
checks/         one module a rule: its docstring is its page, its examples are its tests
"""
