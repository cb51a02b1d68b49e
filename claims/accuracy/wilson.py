"""The interval of a share from a small sample.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
American Statistical Association 22 (1927), 209-212: unlike the plain normal interval it stays within 0..1
and is honest for shares near 1.
"""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054  # the normal quantile of 0.975: an interval of 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `judged`, and the ends of its 95 % interval."""

    right: int
    judged: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing."""
        return self.right / self.judged if self.judged else 0.0


def find_share(right: int, judged: int) -> Share:
    """A share with its Wilson interval; of nothing, anything is possible."""
    if judged == 0:
        return Share(0, 0, 0.0, 1.0)
    share = right / judged
    scale = 1 + Z * Z / judged
    middle = (share + Z * Z / (2 * judged)) / scale
    reach = Z * sqrt(share * (1 - share) / judged + Z * Z / (4 * judged * judged)) / scale
    return Share(right, judged, max(0.0, middle - reach), min(1.0, middle + reach))
