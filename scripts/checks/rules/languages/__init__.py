"""KB3xx: that both languages say the same."""
