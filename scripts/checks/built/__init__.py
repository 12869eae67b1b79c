"""KB9xx: the built site, page by page as a browser gets it."""
