"""Values of which one article makes thousands: nobody changes them, and no guard is paid for at each.

Gives :func:`unguarded`, for the values inside the stages that reading makes most of. ``dataclass(frozen=True)`` sets each field through
``object.__setattr__``, so that a value takes four times as long to make; a tenth of all reading went there. Here the type checker is the
guard: for it these classes are frozen, and it refuses to set a field. What leaves a stage (the rest of :mod:`discrepancy.model`) is
guarded while the program runs too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def unguarded(cls: type[T]) -> type[T]:
    """A slotted dataclass, compared and hashed by its fields, which are never set again.

    >>> @unguarded
    ... class Stretch:
    ...     start: int
    ...     end: int
    >>> Stretch(1, 2) == Stretch(1, 2), len({Stretch(1, 2), Stretch(1, 2)})
    (True, 1)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
