"""Plain values for property tests, of any depth, with any words."""

from __future__ import annotations

from hypothesis import strategies as st

words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "M", "Zl", "Zp", "Zs")), min_size=1)
"""Words without spaces, controls and marks, so that each stands in a file as it is."""
values = st.recursive(
    words | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
"""Words, null, true and false, in lists and mappings of them."""
