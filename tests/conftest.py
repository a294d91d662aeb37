"""What every test shares: how hypothesis searches. Fixtures live beside the tests that use them."""

import os

from hypothesis import HealthCheck, settings

# Machines that run tests are busy, so no test has a deadline; on CI the same examples come every time.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
# Before a commit a few examples are enough: `make test` looks further.
settings.register_profile("fast", parent=settings.get_profile("default"), max_examples=15)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
