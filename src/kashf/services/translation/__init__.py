"""Translations of pages: written down, compared word by word, and what is contested in them settled; `services.translated` reads them."""
