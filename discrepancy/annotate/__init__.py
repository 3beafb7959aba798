"""From text to mentions: tokens, numbers, times, names, phrases, speech. One document at a time; no document knows another."""
