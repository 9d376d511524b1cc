"""The data model: the nine kinds of records, the settings of a catalogue, and what they are made of."""
