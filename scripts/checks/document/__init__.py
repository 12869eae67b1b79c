"""A Markdown file as the rules see it: blocks, links and visible words, each with its place."""
