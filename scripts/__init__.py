"""Builds, checks and searches the knowledge base; each sub-package is one stage."""
