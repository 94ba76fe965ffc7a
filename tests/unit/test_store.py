"""The door between pages and figures: an answer knows its question, picked rows have none."""

import pandas as pd
import pytest

from indicators import store


def count(rows: pd.DataFrame) -> int:
    return len(rows)


def test_what_is_made_of_an_answer_is_made_once():
    made = []
    first, second = (store.kept(made.append, store.query("areas")) for _ in range(2))
    assert (first, second, len(made)) == (None, None, 1)


def test_rows_picked_out_of_an_answer_do_not_pass_for_the_whole():
    areas = store.query("areas")
    counties = areas.rows[areas.rows["level"] == "county"]
    assert store.kept(count, areas) == 17
    assert len(counties) == 10
    with pytest.raises(TypeError, match="rows without a question"):
        store.kept(count, counties)


def test_two_answers_together_are_told_by_both_questions():
    def together(one: pd.DataFrame, other: pd.DataFrame) -> tuple[int, int]:
        return len(one), len(other)

    areas, sectors = store.query("areas"), store.query("sectors")
    assert store.kept(together, areas, sectors) == (17, 15)
    assert store.kept(together, sectors, areas) == (15, 17)


def test_a_reader_cannot_change_anothers_rows():
    rows = store.query("sectors").rows
    rows["position"] = 0
    assert list(store.query("sectors").rows["position"]) == list(range(1, 16))


def test_answers_of_the_same_question_are_equal_whatever_their_rows_object():
    assert store.query("sectors") == store.query("sectors")
    assert store.query("sectors") != store.query("areas")
