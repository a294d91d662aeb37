"""Everything kashf did not write, each behind a port: stores, engines and the machine it runs on."""
