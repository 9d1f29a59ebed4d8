"""Work where there is no network: a pack goes out, what was captured in it comes back.

A pack holds what was known of some customers, and takes commands as entries, each with a key of
its own.  It is one file, sealed under a passphrase, that only grows.
"""
