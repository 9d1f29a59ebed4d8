"""Calculations for whoever asks: a plan, an accrual, the cost of credit.  Nothing is recorded.

offers.CALCULATIONS     what is offered, from which the command line and HTTP derive their faces
answer.Answer           what every face shows of a calculation
loans                   many loans from a CSV or Parquet file
written                 answers as JSON, CSV, Parquet and SVG
"""
