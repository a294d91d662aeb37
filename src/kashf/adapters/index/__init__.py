"""The search index in a folder of tantivy: written by one process, read by any number beside it."""

from kashf.adapters.index.index import TantivyIndex

__all__ = ["TantivyIndex"]
