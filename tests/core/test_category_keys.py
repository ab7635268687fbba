"""Which digit chooses which category."""

from __future__ import annotations

from sam_annotator.core.category_keys import DIGITS, digits_of, with_digit
from sam_annotator.core.options import ProjectOptions

IDS = list(range(1, 13))


def test_the_first_ten_have_the_digits() -> None:
    """A new project's categories would have no keys."""
    assert digits_of(IDS) == {number: DIGITS[number - 1] for number in range(1, 11)}
    assert digits_of([7, 3]) == {7: "1", 3: "2"}


def test_a_digit_swaps_with_the_one_that_had_it() -> None:
    """A third category would lose its key, or two would have the same."""
    given = with_digit(IDS, (), 12, "2")
    digits = digits_of(IDS, given)
    assert digits[12] == "2" and 2 not in digits
    assert {i: d for i, d in digits.items() if i != 12} == {i: DIGITS[i - 1] for i in (1, *range(3, 11))}
    swapped = digits_of(IDS, with_digit(IDS, given, 1, "2"))
    assert (swapped[1], swapped[12]) == ("2", "1")


def test_what_is_gone_leaves_its_digit() -> None:
    """A merged category would keep a key that does nothing."""
    given = with_digit([1, 2, 3], (), 3, "1")
    assert digits_of([1, 2, 3], given) == {3: "1", 2: "2", 1: "3"}
    assert digits_of([1, 2, 4], given) == {2: "2", 1: "3", 4: "1"}


def test_a_free_digit_can_be_given_and_a_new_category_takes_what_is_left() -> None:
    """Keys learned by heart would move when a category is added."""
    given = with_digit([1, 2], (), 1, "9")
    assert digits_of([1, 2, 3], given) == {1: "9", 2: "2", 3: "1"}


def test_strange_digits_do_no_harm() -> None:
    """A project of another version would not open."""
    assert digits_of([1, 2], (1, 1, 1, 99, 0, -5, *range(40))) == {1: "1", 2: "9"}


def test_digits_are_kept_with_the_options() -> None:
    """The keys would be forgotten with the window."""
    options = ProjectOptions(digits=with_digit(IDS, (), 12, "2"))
    assert ProjectOptions.from_json(options.to_json()) == options
    assert "digits" not in ProjectOptions().to_json()
