"""What people are asked about forms: which families and which values may be one."""
