"""``doctor``: tests this computer and the way to the avatar, and says what to mend."""

from viewer.doctor.command import run

__all__ = ["run"]
