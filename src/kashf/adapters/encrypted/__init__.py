"""A case of which nothing can be read without its key: records, bytes, index and caches lie on the disk encrypted."""
