"""Stamps wheels and sdists with the commit that they are made of; one made of an sdist keeps its stamp."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CommitStamp(BuildHookInterface[BuilderConfig]):
    """Adds ``viewer/commit.txt`` to what is built. An editable install has Git to ask."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; ``version`` is the kind of build."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from viewer.build_facts import COMMIT_FILE, commit_of_checkout, stamped_commit  # noqa: PLC0415

        commit = commit_of_checkout(root)
        if commit is None or stamped_commit(root / "viewer"):
            return
        self._folder = tempfile.TemporaryDirectory()
        stamp = Path(self._folder.name) / COMMIT_FILE
        stamp.write_text(f"{commit}\n", "ascii")
        build_data["force_include"][str(stamp)] = f"viewer/{COMMIT_FILE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when it is built."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
