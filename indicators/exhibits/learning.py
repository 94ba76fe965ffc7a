"""The study programme: cards of what was done, the members reached, the method, the sites."""

from indicators import charts, sentences
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.named import Table, Text

CARDS = (
    "books_distributed",
    "joint_study_sessions",
    "home_teaching_visits",
    "party_lectures",
    "film_screenings",
    "film_audience",
    "film_cost_saved",
    "arts_activities",
    "contests_and_shows",
    "themed_campaigns",
)
MEMBERS = Exhibit(
    "party_members_by_group",
    chart=charts.party_members_by_group,
    columns="year name=group members=party_members all_members share_pct=share_of_members_pct",
    says="card",
    sentence=sentences.largest_group,
    note=sentences.share_of_more_than,
)
METHOD = Text(
    "study_method",
    columns="",
    about="required_topic_discussions required_group_study_sessions required_designated_books",
    query="headlines_by_indicator",
    asks={"sectors": []},
    sentence=sentences.study_method,
)
SITES = Table(
    "red_sites",
    columns="name=site note source_words=document",
    worded=sentences.with_source,
)
ROWS = ((MEMBERS, METHOD), (SITES,))
