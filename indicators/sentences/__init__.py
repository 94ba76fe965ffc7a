"""One query row → what is said of it, in the words of a work report. Only what is known is said."""

from indicators.sentences.amounts import spoken
from indicators.sentences.data import (
    change_list,
    changed,
    column_list,
    document_list,
    figure_list,
    file_list,
    in_force,
    moment,
    unknown_list,
)
from indicators.sentences.figures import (
    definition,
    observation_list,
    part_figures,
    whole_figures,
)
from indicators.sentences.headlines import not_reported, stale, summary, to_date
from indicators.sentences.learning import share_of_more_than, study_method
from indicators.sentences.lists import (
    home_breaks,
    notes_by_period,
    printed_otherwise,
    projects,
    second_hand,
    with_scope,
    with_source,
)
from indicators.sentences.measures import (
    change,
    done,
    growth,
    named_value,
    published,
    source,
    unit,
    value,
)
from indicators.sentences.orders import completion, ledger
from indicators.sentences.places import beside_home, not_indexed, place, places
from indicators.sentences.report import attention, is_said, parts, report, reports
from indicators.sentences.targets import (
    distance_of_target,
    done_of_target,
    state,
    target_list,
    targets,
)

__all__ = [
    "attention",
    "beside_home",
    "change",
    "change_list",
    "changed",
    "column_list",
    "completion",
    "definition",
    "distance_of_target",
    "document_list",
    "done",
    "done_of_target",
    "file_list",
    "growth",
    "home_breaks",
    "in_force",
    "is_said",
    "ledger",
    "figure_list",
    "moment",
    "unknown_list",
    "named_value",
    "not_indexed",
    "not_reported",
    "notes_by_period",
    "observation_list",
    "part_figures",
    "parts",
    "place",
    "places",
    "printed_otherwise",
    "projects",
    "published",
    "report",
    "reports",
    "second_hand",
    "share_of_more_than",
    "source",
    "spoken",
    "stale",
    "state",
    "study_method",
    "summary",
    "target_list",
    "targets",
    "to_date",
    "unit",
    "value",
    "whole_figures",
    "with_scope",
    "with_source",
]
