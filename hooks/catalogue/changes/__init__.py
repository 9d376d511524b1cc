"""What differs between two states of the data, as data: no words, no page."""
