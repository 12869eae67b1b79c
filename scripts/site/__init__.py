"""Builds and serves the site: the generated configuration, then MkDocs."""
