"""Keeps what documents cost, by the received file that each came in: `cost_tables` writes, `costs_view` reads."""
