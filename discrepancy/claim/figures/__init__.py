"""Figures that are no toll: what each is a figure of, by the words around it, and whose it is."""
