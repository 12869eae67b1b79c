"""KB7xx: what grows old."""
