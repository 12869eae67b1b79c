"""KB1xx: links inside the site."""
