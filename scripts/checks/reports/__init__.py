"""The forms in which findings are given out."""
