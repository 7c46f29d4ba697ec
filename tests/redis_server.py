"""A real Redis of the test's own, on a free port of this machine, without files."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import redis


@contextmanager
def redis_server() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The process, and its URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--logfile", "/dev/null")
    process = subprocess.Popen(["redis-server", "--port", str(port), *options])
    url = f"redis://127.0.0.1:{port}/0"
    try:
        wait_for(url)
        yield process, url
    finally:
        process.kill()
        process.wait()


def wait_for(url: str) -> None:
    """Until the Redis at ``url`` answers."""
    patient = redis.retry.Retry(redis.backoff.ConstantBackoff(0.05), 400)
    with redis.Redis.from_url(url, retry=patient) as client:
        client.ping()
