"""The rulebook: policy and vocabulary that people can read, loaded from ``rules/*.yaml``.

Takes a folder of YAML files (and an overlay folder); gives a frozen :class:`Rulebook` or :class:`RuleFaults`, all faults at
once, each as ``path:line:column: sentence``. Knows nothing of articles: rules are run by the stages, their examples by
:mod:`discrepancy.selftest`.

A rule file::

    kind: words                     # one of the kinds in discrepancy/rulebook/kinds
    rules:
      - id: people.victim
        because: who can be counted as dead or hurt
        words: people person man men
        examples: ["Two [[people]] died."]
        counter_examples: ["They will populate the plain."]

An overlay file has the same form. A rule with an id that exists replaces it; ``off: reason`` instead of the body removes it.
"""

from discrepancy.rulebook.load import RuleFaults, Soft, rulebook, rules_folder
from discrepancy.rulebook.schema import Example, Fault, Rule, Rulebook, Where

__all__ = ["Example", "Fault", "Rule", "RuleFaults", "Rulebook", "Soft", "Where", "rulebook", "rules_folder"]
