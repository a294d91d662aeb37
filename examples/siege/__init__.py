"""A made-up leak about a siege that never was, with known truth: `README.md` tells what it holds and how to score against it."""
