"""Answers other than 2xx, in the service's form (protocol/README.md section 1.3)."""

import asyncio
from collections import Counter
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from viewer.engine.persona.personas import PersonaChoice
from viewer.serving.openapi import answers_with


class ErrorBody(BaseModel):
    """What every refusal says."""

    error: str
    message: str


class Refusal(Exception):
    """An answer other than 2xx."""

    def __init__(self, status: int, error: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = ErrorBody(error=error, message=message)


def refused_with(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a router's ``responses`` say of ``statuses``."""
    return answers_with(ErrorBody, {status: HTTPStatus(status).phrase for status in statuses})


REFUSALS: Final = refused_with(400, 401, 402, 404, 429, 503)


class ScenarioRefusals:
    """Refuses and delays sessions of the scenario personas, counting the attempts at each."""

    def __init__(self) -> None:
        self._attempts: Counter[str] = Counter()

    async def check(self, choice: PersonaChoice) -> None:
        """Nothing, late or at once.

        Raises:
            Refusal: the scenario says so.
        """
        scenario = choice.scenario
        await asyncio.sleep(scenario.delay)
        if not scenario.refusals:
            return
        attempt = self._attempts[choice.persona_id]
        self._attempts[choice.persona_id] += 1
        if scenario.refuses_always:
            attempt = min(attempt, len(scenario.refusals) - 1)
        if attempt < len(scenario.refusals):
            status, error = scenario.refusals[attempt]
            raise Refusal(status, error, error)
        self._attempts[choice.persona_id] = 0


def answer_refusals(app: FastAPI) -> None:
    """Have ``app`` answer every refusal in the service's form."""
    app.add_exception_handler(Refusal, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_malformed)
    app.add_exception_handler(HTTPException, _refuse_http)


def _answer(status: int, body: ErrorBody) -> JSONResponse:
    return JSONResponse(body.model_dump(), status)


async def _refuse(_: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refusal)
    return _answer(refusal.status, refusal.body)


async def _refuse_malformed(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return _answer(400, ErrorBody(error="Bad request", message=f"{where} is missing or wrong"))


async def _refuse_http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return _answer(error.status_code, ErrorBody(error=error.detail, message=error.detail))
