import threading

from viewer.threads import UnattendedThreads


def test_a_thread_that_never_ends_holds_nobody_up() -> None:
    over = threading.Event()
    pool = UnattendedThreads()
    stuck = pool.submit(over.wait)
    assert pool.submit(lambda: "done").result() == "done"
    pool.shutdown()
    assert stuck.running()
    over.set()
    assert stuck.result()
