"""KB6xx: what could harm a reader."""
