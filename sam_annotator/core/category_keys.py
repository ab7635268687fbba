"""Which digit chooses which category: as the project's people gave them, else in the order of the list. Core only."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "1234567890"


def digits_of(category_ids: Sequence[int], given: Sequence[int] = ()) -> dict[int, str]:
    """Return the digit of each category that has one, by category id.

    Args:
        category_ids: all categories, in the order of the list.
        given: the category of each of DIGITS, 0 for none; a category that is gone counts as none.

    Returns:
        Those that were given; the digits that are left go to the other categories in the order of the list.
    """
    there = frozenset(category_ids)
    digits = {owner: digit for digit, owner in reversed(list(zip(DIGITS, given, strict=False))) if owner in there}
    left = (digit for digit in DIGITS if digit not in digits.values())
    rest = (category_id for category_id in category_ids if category_id not in digits)
    return digits | dict(zip(rest, left, strict=False))


def with_digit(category_ids: Sequence[int], given: Sequence[int], category_id: int, digit: str) -> tuple[int, ...]:
    """Return the category of each of DIGITS after one was given a digit; it swaps with the one that had it."""
    owners = {owned: owner for owner, owned in digits_of(category_ids, given).items()}
    former = next((owned for owned, owner in owners.items() if owner == category_id), None)
    if former is not None:
        owners[former] = owners.get(digit, 0)
    owners[digit] = category_id
    return tuple(owners.get(d, 0) for d in DIGITS)
