"""A process of editors who write at once: ``python writers.py ADDRESS EDITORS EACH NAME`` prints the ids it was
promised, one a line.

Run by the tests of the store, several at a time, and killed by them.
"""

from __future__ import annotations

import sys
import threading

from discrepancy.review.decisions import RuledCamp, RuledClaim, Ruling
from discrepancy.review.store import Store


def main() -> None:
    address, editors, each, name = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    store = Store(address)
    out = threading.Lock()

    def editor(number: int) -> None:
        for n in range(each):
            id = f"{name}-{number}-{n}"
            camps = (
                RuledCamp("12", (RuledClaim(id, "a", "Gazette"),)),
                RuledCamp("14", (RuledClaim(id + "x", "b", "Post"),)),
            )
            store.append(f"Editor {name}-{number}", [Ruling("dismissed", camps, note="n" * (n % 50))], [id])
            with out:  # said only once the store has promised it
                print(id, flush=True)

    threads = [threading.Thread(target=editor, args=(number,)) for number in range(editors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
