"""What changed, written for those who decide by it: exact, the worst first, within a forge's limits."""
