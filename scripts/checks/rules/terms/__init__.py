"""KB2xx: terms and wording."""
