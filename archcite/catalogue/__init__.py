"""The catalogue: files read, their documents and citations as typed models, and the questions asked of them.

build.py    files to models
pairs.py    an original and its translation find each other
query.py    filters and sorting
merge.py    the witnesses of one sheet, under all names of its archive
"""
