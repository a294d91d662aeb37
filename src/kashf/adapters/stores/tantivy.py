"""The search index in a folder of tantivy: written by one process, read by any number beside it.

Each passage is one tantivy document with two text fields: `exact` (folded words) and `stem` (their stems, at the same places). Only
its key is stored: whose passage it is and where it lies; the words themselves stay with the case.
"""

from __future__ import annotations

import errno
import shutil
import struct
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from heapq import nsmallest
from pathlib import Path
from typing import Final

import tantivy

from kashf.adapters.stores.tantivy_queries import QueryBuilder
from kashf.domain.ids import DocumentId
from kashf.errors import CaseLockedError, DamagedCaseError, NoSpaceError
from kashf.language.arabic import fold, stem
from kashf.ports.search import Facets, IndexQuery, Passage, PassageHit, PassageHits
