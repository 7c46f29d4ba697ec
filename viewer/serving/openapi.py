"""What servers say in their OpenAPI of answers that are no success."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def answers_with(body: type[BaseModel], when: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """For ``responses`` of FastAPI: answers whose JSON is a ``body``, and by status when they come.

    The schema itself: of a model FastAPI builds a validator a route and status, which took most of a start.
    """
    content = {"application/json": {"schema": body.model_json_schema()}}
    return {status: {"description": description, "content": content} for status, description in when.items()}
