"""Ingest: articles as they come, read into documents that never change.

Takes paths or records; gives documents with blocks and metadata, and the inputs that could not be read, each with a
sentence. Knows nothing of what an article says.

Order of the house: :mod:`folder` (which files), :mod:`formats` and :mod:`plain` (bytes to text), :mod:`language`,
:mod:`lines`, :mod:`header`, :mod:`furniture`, :mod:`datelines` (what a line is), :mod:`layout` (what it is in its
place), :mod:`metadata`, :mod:`years`, :mod:`overrides`, :mod:`read` (all together).
"""

from discrepancy.ingest.folder import MissingPath
from discrepancy.ingest.read import Inputs, inputs_from_records, read

__all__ = ["Inputs", "MissingPath", "inputs_from_records", "read"]
