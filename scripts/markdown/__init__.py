"""Python-Markdown extensions: what an author may write, and what becomes of it."""
