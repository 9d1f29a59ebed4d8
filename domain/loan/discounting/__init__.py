"""A discounted bill (贴现): interest is kept back on paying out and earned over its days.

It is agreed, paid out and settled as any loan, by the same sweep.  Until it is due nothing accrues
on it; what is unpaid then bears penalty interest.  Taken back before it matures, it costs its face
less what of the discount is not earned.
"""
