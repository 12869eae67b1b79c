"""The knowledge base as typed objects. This package imports nothing else of ours."""
