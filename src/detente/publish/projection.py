"""The Equal Earth projection: areas keep their proportion, which a map of the world owes to its countries.

B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science 33(3), 2019.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_X_MOST, _Y_MOST = 2.7066299836, 1.3173627591
"""Half the width and half the height of the whole earth in the projection's own units."""

WIDTH, HEIGHT = 1000.0, 486.7
"""Size of a map of the whole earth."""


def equal_earth(lat: float, lon: float) -> tuple[float, float]:
    """Where a place (degrees) lies on a map of ``WIDTH`` by ``HEIGHT``, from its upper left corner."""
    theta = asin(_M * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    x = cos(theta) * radians(lon) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return round((x / _X_MOST + 1) * WIDTH / 2, 1), round((1 - y / _Y_MOST) * HEIGHT / 2, 1)
