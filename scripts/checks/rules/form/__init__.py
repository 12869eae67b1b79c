"""KB0xx: the form of files, front matter, records and headings."""
