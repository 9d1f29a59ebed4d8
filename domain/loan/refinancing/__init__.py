"""A new loan whose money pays off the principal of an old one: 借新还旧, 无还本续贷."""
