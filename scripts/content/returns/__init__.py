"""What assets did over each phase of QE and QT: computed, and written into the figures.

`months` picks the value of a month, `measures` computes, `closes` reads levels that may not be
kept in the repository, `expected` says what each record should hold, and `record_text` writes it.
"""
