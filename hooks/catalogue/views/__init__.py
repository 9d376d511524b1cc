"""The views: pure functions, which make the same bytes of the same context."""
