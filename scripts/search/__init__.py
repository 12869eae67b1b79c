"""The search index, made from the built site, and the ranking that the browser repeats."""
