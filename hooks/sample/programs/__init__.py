"""The programmes with their classes: from bare outlines to whole records."""
