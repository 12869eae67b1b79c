"""KB5xx: style of Chinese, English and Markdown."""
