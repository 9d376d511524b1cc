"""The files for programs, a module for each output."""
