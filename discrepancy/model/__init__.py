"""The vocabulary: frozen values that every stage takes and gives. Standard library only; imports nothing of this package."""
