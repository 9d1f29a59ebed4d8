"""A field leads to the stream whose number it holds, by what the aggregates themselves say."""

import pytest

from adapters.named import stream_of, streams_in


@pytest.mark.parametrize(
    ("name", "value", "stream"),
    [
        ("customer_id", "C1", "customer-C1"),
        ("loan_id", "L1", "loan-L1"),
        ("application_id", "A1", "credit_application-A1"),
        ("contract_id", "H1", "contract-H1"),
        ("lead_id", "N1", "lead-N1"),
        ("file_id", "loan-L1", "loan-L1"),
        ("stream", "approval-A1", "approval-A1"),
        ("kind", "farm_household", None),
        ("document", "anything", None),
        ("day", "2026-03-02", None),
        ("unknown_id", "X", None),
    ],
)
def test_a_field_leads_to_a_stream_or_to_none(name, value, stream):
    assert stream_of(name, value) == stream


def test_a_row_names_its_streams_and_nothing_empty():
    row = {"customer_id": "C1", "loan_id": None, "application_id": "", "amount": "5.00 CNY"}
    assert list(streams_in(row)) == ["customer-C1"]
