"""What the whole tells: found once by pure functions over a catalogue, shown by pages, files and commands."""
