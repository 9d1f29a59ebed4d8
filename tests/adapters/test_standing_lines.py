"""Lines that no later line ends are the same from the files of closed periods as in the store."""

from datetime import date

import duckdb

from adapters.storage.segment_views import ParquetReader
from adapters.storage.view_table import Layout
from projections.tasks.open import TASKS
from projections.tasks.task import DONE, Task

DAY = date(2026, 3, 2)


def line(task: str, queue: str) -> Task:
    return Task(task=task, queue=queue, step="review", about=task, customer_id=None, due_on=None)


def test_what_was_opened_and_not_closed_stands_on_both_dates():
    layout, connection = Layout(TASKS), duckdb.connect()
    kept = ", ".join(f'"{name}" VARCHAR' for name in layout.codecs)
    connection.execute(f'CREATE TABLE "{TASKS.name}" (place BIGINT, day VARCHAR, {kept})')
    told = (
        (0, DAY, line("review:A1", "B1/reviewer")),
        (1, DAY, line("review:A2", "B1/reviewer")),
        (2, date(2026, 3, 5), line("review:A1", DONE)),
        (3, date(2026, 3, 6), line("review:A1", "B1/reviewer")),
    )
    for index, day, row in told:
        values = layout.write(index, 0, day, row)
        marks = ", ".join("?" * len(values))
        connection.execute(f'INSERT INTO "{TASKS.name}" VALUES ({marks})', values)

    def standing(day: date, known_by: int) -> list[int]:
        reader = ParquetReader(connection=connection, day=day, known_by=known_by)
        found = reader.lines(TASKS, {"queue": "B1/reviewer"}, standing=True)
        return [each.index for each in found]

    assert standing(date(2026, 3, 4), 3) == [0, 1]
    assert standing(date(2026, 3, 5), 3) == [1]
    assert standing(date(2026, 3, 6), 3) == [1, 3]
    assert standing(date(2026, 3, 6), 1) == [0, 1]
