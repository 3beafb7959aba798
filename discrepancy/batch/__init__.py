"""Batches: the same check for any number of articles, from file to file, resumable at every moment.

Takes paths and an engine (:mod:`discrepancy.engine`); leaves tables of documents, claims, event mentions, entities and findings in a
folder. Findings are those of :func:`discrepancy.pipeline.check` on the same articles: both go through the same functions.

Order of the house: :mod:`packing` and :mod:`parts` (values and tables as files), :mod:`folder` (what lies where), :mod:`depends` (which
rules a stage rests on), :mod:`stages` (work on one part), :mod:`sets` (work on the whole set), :mod:`found` (findings together),
:mod:`run`.
"""
