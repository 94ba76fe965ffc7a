"""Timings for `make bench`: never a test, because the machines are shared and noisy."""
