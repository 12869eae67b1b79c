"""KB4xx: figures and sources."""
