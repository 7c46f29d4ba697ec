"""The viewer's own tools."""

from datetime import datetime

from viewer.session.local_tools import LOCAL_TOOLS
from viewer.session.tools import ToolRunner


async def test_the_computers_time_is_told() -> None:
    before = datetime.now().astimezone()
    outcome = await ToolRunner(LOCAL_TOOLS).run("get_local_time", {"format": "spoken"})
    after = datetime.now().astimezone()
    assert outcome.result in {time.strftime("%A, %d %B %Y, %H:%M %Z") for time in (before, after)}
