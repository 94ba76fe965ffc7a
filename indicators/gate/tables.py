"""The tables of data/, column by column, in the order of schema.sql."""

from dataclasses import dataclass, field

from indicators.gate.forms import (
    ADDRESS,
    CODE,
    DATE,
    DECIMALS,
    PERIOD,
    PLACE,
    SAID,
    TEXT,
    THE_YEAR,
    VALUE,
    YES_OR_NO,
    Form,
    cited,
    later,
    one_of,
    optional,
)


@dataclass(frozen=True)
class Table:
    """The columns of a table and their forms, and what holds between its rows.

    `unique`: the columns that no two rows may share, all taken together; the key comes first.
    `references`: the columns whose code must be the key of another table.
    """

    columns: dict[str, Form]
    unique: tuple[tuple[str, ...], ...]
    references: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The column that names a row, of a table whose rows have one name."""
        (key,) = self.unique[0]
        return key


NAMES = {"name_zh": TEXT, "name_en": TEXT}
AREA = cited("areas", "610902")
SECTOR = cited("sectors", "jobs")
CITED = {"source": cited("sources", "hanbin_work_report_2025"), "note": optional(TEXT)}
SERIES = {"indicator": cited("indicators", "new_urban_jobs"), "ref_area": AREA}
SERIES_REFERENCES = {"indicator": "indicators", "ref_area": "areas"}

TABLES: dict[str, Table] = {
    "sectors": Table(
        {"sector": CODE, **NAMES, "position": PLACE},
        unique=(("sector",), ("position",)),
    ),
    "areas": Table(
        {
            "ref_area": CODE,
            **NAMES,
            "level": one_of(
                country="国家 全国",
                province="省 省级",
                city="市 市级 地级市",
                county="县级 县 区 区县 县区",
                zone="功能区 开发区 园区",
            ),
            "parent": optional(AREA),
            "is_home": YES_OR_NO,
            "tile_row": optional(PLACE),
            "tile_column": optional(PLACE),
        },
        unique=(("ref_area",), ("tile_row", "tile_column")),
        references={"parent": "areas"},
    ),
    "sources": Table(
        {
            "source": CODE,
            "title": TEXT,
            "publisher": TEXT,
            "publisher_en": later(TEXT),
            "published_on": optional(DATE),
            "url": optional(ADDRESS),
            "kind": one_of(
                official="政府及部门 官方 政府 部门",
                newspaper="报刊 报纸 新闻",
                encyclopaedia="百科",
                other="其他",
            ),
        },
        unique=(("source",),),
    ),
    "indicators": Table(
        {
            "indicator": CODE,
            "sector": SECTOR,
            **NAMES,
            "said_zh": later(SAID),
            "said_en": later(SAID),
            "unit_zh": TEXT,
            "unit_en": TEXT,
            "decimals": DECIMALS,
            "better": one_of(
                higher="越高越好 越大越好", lower="越低越好 越小越好", neither="不论高低"
            ),
            "kind": one_of(
                flow="流量 期间数",
                stock="存量 时点数",
                rate="比率 比例",
                growth="增速 增长率",
                rank="位次 排名",
            ),
            "growth_of": optional(cited("indicators", "gdp")),
            "part_of": optional(cited("indicators", "gdp")),
            "headline": optional(PLACE),
            "definition_zh": TEXT,
            "definition_en": TEXT,
        },
        unique=(("indicator",), ("headline",)),
        references={"sector": "sectors", "growth_of": "indicators", "part_of": "indicators"},
    ),
    "breakdowns": Table(
        {
            "breakdown": CODE,
            "dimension": CODE,
            "part_of": optional(cited("breakdowns", "planting")),
            **NAMES,
        },
        unique=(("breakdown",),),
        references={"part_of": "breakdowns"},
    ),
    "observations": Table(
        {
            **SERIES,
            "time_period": PERIOD,
            "coverage": one_of(
                year="全年 年 年度",
                quarter="单季 季度 季 当季",
                year_to_date="年初累计 累计 本年累计 年初以来 1至本月",
                month="当月 月 月度 本月",
                point="时点 期末 年末 月末",
            ),
            "breakdown": optional(cited("breakdowns", "planting")),
            "obs_value": optional(VALUE),
            "obs_status": one_of(
                A="公布数 正式 正式数 正常",
                P="初步数 初步 快报 快报数",
                E="推算数 估计 约数 推算 估计数",
            ),
            "scope": optional(
                one_of(
                    whole_jurisdiction="全区 全辖区 全口径",
                    excluding_zones="不含功能区 不含高新区和恒口示范区 区属",
                    unstated="未说明 不详",
                )
            ),
            **CITED,
        },
        unique=((*SERIES, "time_period", "coverage", "breakdown", "scope", "source"),),
        references={**SERIES_REFERENCES, "breakdown": "breakdowns", "source": "sources"},
    ),
    "targets": Table(
        {
            **SERIES,
            "time_period": THE_YEAR,
            "target_value": VALUE,
            "qualifier": later(
                one_of(plan="年度计划 计划", about="左右 约", at_least="以上 不低于 不少于")
            ),
            **CITED,
        },
        unique=((*SERIES, "time_period"),),
        references={**SERIES_REFERENCES, "source": "sources"},
    ),
    "breaks": Table(
        {
            **SERIES,
            "time_period": PERIOD,
            # Empty: which of them it is, is not known; then nothing is said of it.
            "kind": later(
                one_of(
                    revision="修订 数据修订",
                    definition="口径 口径调整",
                    coverage="范围 统计范围",
                    source="来源 来源不同",
                )
            ),
            "reason_zh": TEXT,
            "reason_en": TEXT,
        },
        unique=((*SERIES, "time_period"),),
        references=SERIES_REFERENCES,
    ),
    "projects": Table(
        {
            "project": CODE,
            **NAMES,
            "sector": SECTOR,
            "ref_area": AREA,
            "status": one_of(
                planned="拟建 计划 前期",
                under_construction="在建 续建 新建",
                completed="建成 完工 竣工 已完成",
            ),
            "started_on": optional(DATE),
            "capacity_zh": optional(TEXT),
            **CITED,
        },
        unique=(("project",),),
        references={"sector": "sectors", "ref_area": "areas", "source": "sources"},
    ),
    "red_sites": Table(
        {"site": CODE, **NAMES, **CITED},
        unique=(("site",),),
        references={"source": "sources"},
    ),
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in the order of its file."""
    return tuple(TABLES[table].columns)
