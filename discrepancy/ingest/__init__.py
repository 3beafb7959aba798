"""Ingest: articles as they come, read into documents that never change.

Takes paths or records; gives documents with blocks and metadata, and the inputs that could not be read, each with a
sentence. Knows nothing of what an article says.

Order of the house: :mod:`folder` (which files), :mod:`known` and :mod:`formats` (what each is by its bytes), a module a
format (:mod:`plain`, :mod:`html`, :mod:`pdf`, :mod:`word`, :mod:`opendocument`, :mod:`markdown`, :mod:`mail`,
:mod:`feeds`, :mod:`tables`, :mod:`ninjs`, :mod:`archives`) with what they share (:mod:`page`, :mod:`guide`,
:mod:`markup`, :mod:`xml`, :mod:`records`), :mod:`apart` (the process they run in), :mod:`sources` (bytes and names),
:mod:`language`, :mod:`lines`, :mod:`header`, :mod:`furniture`, :mod:`datelines` (what a line is), :mod:`layout` (what it
is in its place), :mod:`metadata`, :mod:`years`, :mod:`overrides`, :mod:`read` (all together).
"""

from discrepancy.ingest.folder import MissingPath
from discrepancy.ingest.read import Inputs, inputs_from_records, read

__all__ = ["Inputs", "MissingPath", "inputs_from_records", "read"]
