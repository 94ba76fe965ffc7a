"""What is said of the study programme: its method, and shares of a round number."""

import pandas as pd

from indicators.language import Language
from indicators.rows import each
from indicators.sentences.amounts import number


def study_method(rows: pd.DataFrame, language: Language) -> str:
    """What is known of the study method: what it requires, and what the source leaves open.

    `rows` are those of headlines_by_indicator for the requirements.
    """
    known = rows[rows["value"].notna()]
    required = {
        row.indicator: language.text(f"learning.{row.indicator}", count=number(row.value, language))
        for row in each(known)
    }
    books = required.pop("required_designated_books", None)
    said = []
    if required:
        parts = language.series(list(required.values()), "names")
        said.append(language.text("learning.method", parts=parts))
    if books:
        said.append(language.text("learning.officials", part=books))
    if said:
        said.append(language.text("learning.requirement"))
    return f"{''.join(said)}\n\n{language.text('learning.unlisted')}".strip()


def share_of_more_than(rows: pd.DataFrame, language: Language) -> str:
    """Of rows of party_members_by_group: shares of “more than” so many are too large, say so."""
    latest = rows[rows["year"] == rows["year"].max()]
    if not latest["all_members_is_more_than"].any():
        return ""
    members = number(latest["all_members"].iloc[0], language)
    more = language.text("amount.more_than", amount=members)
    key = "exhibits.party_members_by_group.of_more_than"
    return language.text(key, all=more, number=members)
