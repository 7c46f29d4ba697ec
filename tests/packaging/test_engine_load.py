"""What the bench says of the local engine's sessions."""

import pytest

from bench.engine_load import Load, measure, render


def test_the_table_has_a_row_for_each_number_of_sessions() -> None:
    loads = [Load(1, 25.0, 0.07, 0.09, 0.04, 215.2), Load(2, 24.96, 0.15, 0.18, 0.07, 262.9)]
    assert render(loads).splitlines()[2:] == [
        "| 1 | 25.0 | 0.20 | 0.07 | 0.09 | 0.04 | 215 |",
        "| 2 | 25.0 | 0.40 | 0.15 | 0.18 | 0.07 | 263 |",
    ]


@pytest.mark.long
def test_one_sessions_work_is_split_by_use() -> None:
    load = measure(1, 1.0)
    assert load.fps > 0
    assert min(load.drawing_cores, load.encoding_cores, load.loop_cores) > 0
    assert load.cores == pytest.approx(load.drawing_cores + load.encoding_cores + load.loop_cores)
    assert load.memory_mb > 50
