"""Loans of another's money (委托贷款): who entrusts it bears the risk, and we serve the loan.

They are agreed and served as any other, and booked beside our own: what is lent and what is owed
to who entrusted it stand against each other, and nothing of it is ours.
"""
