"""What numpy has no single function for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def ranges(starts: NDArray[np.signedinteger[Any]], ends: NDArray[np.signedinteger[Any]]) -> NDArray[np.int64]:
    """All numbers from each start to before its end, one range after the other; none where the end is not after it."""
    lengths = np.maximum(ends - starts, 0)
    lasts = np.cumsum(lengths, dtype=np.int64)
    every: NDArray[np.int64] = np.arange(int(lasts[-1]) if len(lasts) else 0)
    every += np.repeat(starts - lasts + lengths, lengths)
    return every
