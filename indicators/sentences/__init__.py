"""One query row → what is said of it, in the words of a work report. Only what is known is said."""

from indicators.sentences.figures import definition, part_figures, whole_figures
from indicators.sentences.headlines import not_reported, stale, summary, to_date
from indicators.sentences.learning import share_of_more_than, study_method
from indicators.sentences.lists import (
    home_breaks,
    notes_by_period,
    printed_otherwise,
    projects,
    with_scope,
    with_source,
)
from indicators.sentences.measures import change, done, growth, measured, named_value, source, value
from indicators.sentences.orders import completion, ledger
from indicators.sentences.places import not_indexed, place
from indicators.sentences.report import attention, report, reports
from indicators.sentences.targets import (
    distance_of_target,
    done_of_target,
    pace,
    state,
    target_list,
    targets,
)

__all__ = [
    "attention",
    "change",
    "completion",
    "definition",
    "distance_of_target",
    "done",
    "done_of_target",
    "growth",
    "home_breaks",
    "ledger",
    "measured",
    "named_value",
    "not_indexed",
    "not_reported",
    "notes_by_period",
    "pace",
    "part_figures",
    "place",
    "printed_otherwise",
    "projects",
    "report",
    "reports",
    "share_of_more_than",
    "source",
    "stale",
    "state",
    "study_method",
    "summary",
    "target_list",
    "targets",
    "to_date",
    "value",
    "whole_figures",
    "with_scope",
    "with_source",
]
