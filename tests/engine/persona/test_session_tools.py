"""When the guide calls a tool that the session brought along, and with what arguments."""

from typing import Any

import pytest
from pydantic import JsonValue

from viewer.engine.persona.session_tools import SessionTools, made_up
from viewer.engine.persona.tools import ToolCalls
from viewer.protocol.configuration.offered_tool import OfferedTool


def client_tool(name: str, description: str = "", **more: Any) -> OfferedTool:
    return OfferedTool.model_validate({"type": "client", "name": name, "description": description} | more)


CART = client_tool("open_cart", "Shows what the user has put aside to buy.")
THEME = client_tool("setDarkMode", "Switches the page to dark colours.")


def asked_for(text: str, language: str = "en-US", *tools: OfferedTool) -> str | None:
    session = SessionTools(tools or (CART, THEME), language, ToolCalls("session", lambda _: None))
    tool = session.asked_for(text)
    return tool.name if tool else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("open cart", "open_cart"),
        ("Could you open the cart, please?", "open_cart"),
        ("Call open_cart!", "open_cart"),
        ("opening my cart", "open_cart"),
        ("Set the dark mode", "setDarkMode"),
        ("Please switch the page to dark colours.", "setDarkMode"),
        ("show what the user has put aside to buy", "open_cart"),
        ("Do you like bananas?", None),
        ("Open the help page", None),
        ("dark", None),
        ("", None),
    ],
)
def test_a_tool_is_called_when_its_name_or_its_description_is_said(text: str, name: str | None) -> None:
    assert asked_for(text) == name


def test_the_words_are_those_of_the_persona_s_language() -> None:
    tool = client_tool("warenkorb", "Öffnet den Warenkorb.")
    assert asked_for("Öffne bitte den Warenkorb", "de-DE", tool) == "warenkorb"
    assert asked_for("ouvre le panier", "fr", client_tool("ouvre-panier")) == "ouvre-panier"


def test_only_tools_of_the_client_are_called() -> None:
    for kind in ("server", "system"):
        assert asked_for("open the cart", "en", client_tool("open_cart", type=kind)) is None


@pytest.mark.parametrize("name", ["...", "-", "_", "x", "the"])
def test_odd_names_do_no_harm(name: str) -> None:
    assert asked_for("What time is it on my computer?", "en", client_tool(name)) is None


def schema(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


@pytest.mark.parametrize(
    ("parameters", "arguments"),
    [
        ({}, {}),
        ({"properties": {"town": {"type": "string"}}}, {}),
        (schema(town={"type": "string"}), {"town": "Order 3 kettles in blue"}),
        (schema(colour={"enum": ["red", "blue"]}), {"colour": "blue"}),
        (schema(colour={"enum": ["green", "yellow"]}), {"colour": "green"}),
        (schema(count={"type": "integer"}), {"count": 3}),
        (schema(count={"type": "number"}), {"count": 3.0}),
        (schema(count={"type": "integer", "default": 7}), {"count": 7}),
        (schema(kind={"const": "kettle"}), {"kind": "kettle"}),
        (schema(now={"type": "boolean"}), {"now": True}),
        (schema(tags={"type": "array"}), {"tags": []}),
        (schema(size={"type": "object"}), {"size": {}}),
        (schema(size=schema(count={"type": "integer"})), {"size": {"count": 3}}),
        (schema(nothing={"type": "null"}), {"nothing": None}),
        (schema(either={"type": ["integer", "null"]}), {"either": 3}),
        (schema(odd="whatever"), {"odd": "Order 3 kettles in blue"}),
        ({"required": "all", "properties": []}, {}),
        ({"required": [7, "town"]}, {"town": "Order 3 kettles in blue"}),
    ],
    ids=str,
)
def test_arguments_are_made_up_of_what_was_said(
    parameters: dict[str, Any], arguments: dict[str, JsonValue]
) -> None:
    assert made_up(parameters, "Order 3 kettles in blue") == arguments


def test_a_schema_that_is_deep_ends() -> None:
    deep: dict[str, Any] = {"type": "integer"}
    for _ in range(200):
        deep = schema(in_=deep)
    assert made_up(deep, "nothing")
