"""The steps over the built folder, in order."""

from __future__ import annotations

from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase
from scripts.publish.card import write_card
from scripts.publish.feed import write_feeds
from scripts.publish.minify import minify_assets
from scripts.publish.open_data import write_open_data
from scripts.publish.redirects import write_redirects
from scripts.publish.sitemap import write_sitemap
from scripts.publish.structured_data import write_structured_data
from scripts.publish.stylesheet import slim_theme_stylesheet
from scripts.publish.wording import write_wording
from scripts.search.build import write_search_index
from scripts.search.opensearch import write_opensearch


def publish(kb: KnowledgeBase, site_dir: Path) -> None:
    """Adds to the built site what MkDocs does not make.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site.
    """
    write_wording(kb, site_dir)
    write_open_data(kb, site_dir)
    write_structured_data(kb, site_dir)
    write_sitemap(kb, site_dir)
    write_redirects(kb, site_dir)
    write_feeds(kb, site_dir)
    write_card(site_dir)
    write_search_index(kb, site_dir)
    write_opensearch(kb, site_dir)
    minify_assets(site_dir)
    slim_theme_stylesheet(site_dir)  # last: it looks at every page and script
