"""The desk: editors' rulings on a report, kept for good and found again in the next one.

Takes reports and an append-only store of decisions; gives standings, pages, exports. Order of the house: :mod:`keys`
(what a ruling hangs on), :mod:`decisions` (what an editor can decide), :mod:`reattach` (rulings found again, a pure
function), :mod:`constraints` (merges and splits as data for ``link``), :mod:`chain` and :mod:`store` (kept),
:mod:`exchange`, :mod:`sheet`, :mod:`decided` and :mod:`pack` (out and in), :mod:`gate`; then the pages: :mod:`desk`,
:mod:`accounts`, :mod:`guard`, :mod:`visitors`, :mod:`pages`, :mod:`api`, :mod:`app`.

Everything up to :mod:`constraints`, and :mod:`gate`, needs no further package; :mod:`store` needs SQLAlchemy, the
pages FastAPI.
"""
