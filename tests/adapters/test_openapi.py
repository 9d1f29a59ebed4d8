"""The description of the HTTP edge is valid and whole."""

from openapi_spec_validator import OpenAPIV31SpecValidator

from adapters.http.openapi import openapi
from adapters.schema import command_schema
from domain.catalogue import COMMANDS
from projections.catalogue import VIEWS


def test_the_description_is_valid():
    OpenAPIV31SpecValidator(openapi()).validate()


def test_every_command_and_every_view_is_described():
    paths = openapi()["paths"]
    assert {f"/commands/{name}" for name in COMMANDS} <= paths.keys()
    assert {f"/views/{name}" for name in VIEWS} <= paths.keys()


def test_a_command_asks_for_exactly_what_the_codec_reads():
    post = openapi()["paths"]["/commands/loan.agree"]["post"]
    content = post["requestBody"]["content"]["application/json"]
    assert content["schema"] == command_schema(COMMANDS["loan.agree"])


def test_every_refusal_is_a_problem_and_every_answer_may_be_json():
    operations = [o for path in openapi()["paths"].values() for o in path.values()]
    answers = [answer for o in operations for answer in o["responses"].items()]
    for status, answer in answers:
        kinds = list(answer["content"])
        if status == "200":
            assert "application/json" in kinds
        else:
            assert kinds == ["application/problem+json"]
