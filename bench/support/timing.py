"""How busy the machine is, to be read beside every figure."""

import os


def load() -> str:
    """The load and the number of processors, in words."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
