from __future__ import annotations

from kashf import cold_text_worker, text_worker


def test_a_cold_worker_does_what_a_warm_one_does_and_makes_no_table_beforehand() -> None:
    text_worker._taggers.cache_clear()
    cold_text_worker.preload()

    assert 0 == text_worker._taggers.cache_info().currsize
    assert cold_text_worker.handle is text_worker.handle
