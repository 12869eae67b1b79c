"""Blocks drawn from data: ```` ```view ```` with the name of a view and its options.

One module a view; `registry` names them all, and `extension` puts them into the page.
"""

from scripts.markdown.views.extension import ViewsExtension, makeExtension

__all__ = ["ViewsExtension", "makeExtension"]
