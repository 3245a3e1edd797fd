"""How much memory a process has used at most."""

import re
import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most memory, in MB, that this process has used.

    Linux counts into `ru_maxrss` what the process that started this one used, so VmHWM is taken there.
    """
    if STATUS.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())):
        return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
