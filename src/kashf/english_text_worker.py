"""What looks through texts inside the sandbox with the model of English names loaded beforehand, which takes a second."""

from __future__ import annotations

from functools import partial

from kashf import text_worker

preload = partial(text_worker.preload, english_model=True)
handle = text_worker.handle
