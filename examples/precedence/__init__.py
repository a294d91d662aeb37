"""Made-up orders and events with known truth, for the precedence test."""
