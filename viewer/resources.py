"""Finds the files under ``assets/`` in a checkout, in an installed wheel and in a bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Path of the asset ``name`` (relative to ``assets/``).

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for root in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        if (path := root / name).exists():
            return path
    raise FileNotFoundError(f"asset {name} is missing: the installation is incomplete")
