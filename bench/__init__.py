"""Benchmarks: figures printed and not judged. `make bench` runs them."""
