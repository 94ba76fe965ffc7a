"""The line of the source: who published the figures, official publishers first."""

import pandas as pd
import pytest

from indicators.language import Language
from indicators.sentences.documents import source_line

zh, en = Language("zh"), Language("en")
BULLETIN = ("国家统计局", "National Bureau of Statistics", "official")
CITY = ("安康市统计局", "Ankang Municipal Bureau of Statistics", "official")
NEWS = ("阳光讯（网易号转载）", "Yangguang News (reprinted on NetEase)", "newspaper")
BAIKE = ("维基百科（英文）", "Wikipedia (English)", "encyclopaedia")
AFTER = ("原发媒体未注明（据国家统计局）", "Medium not stated (after the Bureau)", "other")
NOBODY = ("未注明（通讯员刘化学）", "Medium not stated (correspondent Liu Huaxue)", "newspaper")


def sources(*publishers: tuple[str, str, str], title: str = "公报") -> pd.DataFrame:
    """Documents, that of the latest figure first."""
    return pd.DataFrame(
        {
            "publisher_zh": zh_name,
            "publisher_en": en_name,
            "source_kind": kind,
            "title": title,
            "published_on": "2025-04",
            "is_secondary": kind == "encyclopaedia",
        }
        for zh_name, en_name, kind in publishers
    )


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        (sources(BULLETIN), "来源：国家统计局《公报》（2025-04）"),
        (sources(NEWS, BULLETIN), "来源：国家统计局、阳光讯的2份资料"),
        (sources(BAIKE, BULLETIN), "来源：国家统计局、维基百科的2份资料，其中1份为二手资料"),
        (sources(BAIKE, BAIKE), "来源：维基百科的2份资料，均为二手资料"),
        # Of six the latest one's publisher is named, though it is the last of its kind.
        (
            sources(NEWS, BULLETIN, CITY, ("甲", "A", "official"), ("乙", "B", "official")),
            "来源：国家统计局、安康市统计局、阳光讯等5份资料",
        ),
        # Nobody knows who published the first: two documents are not the bureau's.
        (sources(NOBODY, CITY), "来源：安康市统计局等2份资料"),
        (sources(AFTER, CITY), "来源：安康市统计局、国家统计局的2份资料"),
        (sources(NOBODY), "来源：《公报》（2025-04）"),
        # A title that nobody saw is no title.
        (sources(NEWS, title="2025年工作（原题不详）"), "来源：阳光讯：2025年工作（2025-04）"),
    ],
)
def test_publishers_are_named_official_ones_first_and_without_remarks(documents, said):
    assert source_line(documents, zh) == said


def test_in_english_too():
    several = sources(NEWS, BULLETIN, BAIKE)
    names = "National Bureau of Statistics, Yangguang News and Wikipedia"
    assert source_line(several, en) == f"Source: 3 documents by {names} (1 of them secondary)"
