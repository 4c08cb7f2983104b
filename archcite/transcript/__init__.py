"""Transcripts: from bytes to documents.

reading.py       paths and bytes to decoded text
lines.py         the lines of a text, and what kind each may be
beginnings.py    where documents begin
segments.py      a text divided into documents and what is furniture around them; parts.py divides each
titles.py        a title taken apart: kind, authors, addressees, date
dates.py         dates as EDTF, with the written form
people.py        names in the nominative; one person under many forms
apparatus.py     notes and their markers
publications.py  books that the documents are published in
documents.py     one document's record, each field with where it came from
"""
