"""The records that programmes refer to, and those that refer to programmes: one module for each kind."""
