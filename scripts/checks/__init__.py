"""What a contributor may not write: one small class a rule, and the runner that applies them."""
