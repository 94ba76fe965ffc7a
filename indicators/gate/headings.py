"""What offices call the columns of the tables; the first name is the usual one."""

# Of a table that has two columns of one name, none is meant.
COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "indicator": ("指标", "指标名称", "指标代码", "指标编码"),
    "ref_area": (
        "地区",
        "地区名称",
        "地区代码",
        "区域",
        "县区",
        "区县",
        "行政区划",
        "行政区划代码",
    ),
    "time_period": ("时间", "时期", "报告期", "统计时间", "数据时间", "年份", "期别"),
    "coverage": ("时期类型", "口径", "时间口径", "时间类型", "期间类型", "时段"),
    "breakdown": ("分组", "分项", "分类", "分组代码"),
    "obs_value": ("数值", "数据", "值", "指标值", "统计值"),
    "obs_status": ("状态", "数据状态", "数据性质"),
    "scope": ("范围", "统计范围", "地域范围", "区域范围"),
    "source": ("来源", "资料来源", "数据来源", "来源代码"),
    "note": ("备注", "注释", "说明", "附注"),
    "target_value": ("目标", "目标值", "目标数", "年度目标"),
    "qualifier": ("限定", "限定词"),
    "sector": ("领域", "领域代码", "行业"),
    "name_zh": ("名称", "中文名", "中文名称"),
    "name_en": ("英文名", "英文名称"),
    "position": ("顺序", "排序", "位置"),
    "level": ("级别", "行政级别"),
    "parent": ("上级", "上级地区"),
    "is_home": ("本级", "是否本级"),
    "tile_row": ("图块行",),
    "tile_column": ("图块列",),
    "title": ("标题", "资料", "资料名称", "事项", "事项名称"),
    "publisher": ("发布单位", "发布机构", "作者"),
    "publisher_en": ("英文发布单位",),
    "published_on": ("发布日期", "发布时间"),
    "url": ("网址", "链接"),
    "said_zh": ("表述", "中文表述"),
    "said_en": ("英文表述",),
    "unit_zh": ("单位", "计量单位", "中文单位"),
    "unit_en": ("英文单位",),
    "decimals": ("小数位", "小数位数"),
    "better": ("方向", "指标方向"),
    "kind": ("类别", "类型", "种类"),
    "growth_of": ("增速对应的总量",),
    "part_of": ("上级分项", "所属合计"),
    "headline": ("总览位置", "卡片位置"),
    "definition_zh": ("定义", "指标解释", "中文定义"),
    "definition_en": ("英文定义",),
    "dimension": ("维度", "分组方式"),
    "reason_zh": ("原因", "中断原因"),
    "reason_en": ("英文原因",),
    "project": ("项目", "项目代码"),
    "status": ("进展", "建设状态"),
    "started_on": ("开工日期", "开工时间"),
    "capacity_zh": ("规模", "建设规模"),
    "site": ("遗址", "遗址代码"),
    "order_id": ("编号", "事项编号", "工单编号", "序号"),
    "tier": ("层级", "责任层级"),
    "town": ("承办镇街", "承办镇办", "镇办", "承办单位", "乡镇"),
    "raised_on": ("提出日期", "点单日期", "受理日期"),
    "dispatched_on": ("派单日期", "派出日期", "交办日期"),
    "due_on": ("办理时限", "限办日期", "办理期限", "截止日期"),
    "completed_on": ("办结日期", "完成日期"),
    "satisfaction": ("满意度", "评价"),
}

# What they are in English, where the code does not say it.
ENGLISH_NAMES = {
    "ref_area": "area",
    "time_period": "period",
    "coverage": "kind of period",
    "obs_value": "value",
    "obs_status": "status",
    "target_value": "target",
    "name_zh": "name in Chinese",
    "name_en": "name in English",
    "said_zh": "as spoken in Chinese",
    "said_en": "as spoken in English",
    "unit_zh": "unit in Chinese",
    "unit_en": "unit in English",
    "definition_zh": "definition in Chinese",
    "definition_en": "definition in English",
    "reason_zh": "reason in Chinese",
    "reason_en": "reason in English",
    "publisher_en": "publisher in English",
    "capacity_zh": "capacity in Chinese",
    "parent": "area above",
    "is_home": "home area",
    "better": "direction",
    "growth_of": "level of which it is the growth",
    "headline": "place on the overview",
    "url": "address",
    "order_id": "number",
}


def named(column: str) -> str:
    """The column's usual name in Chinese; where offices have none, as it stands in the file."""
    return COLUMN_NAMES.get(column, (column,))[0]


def with_name(column: str, language: str = "zh") -> str:
    """obs_value（数值）, obs_value (value): the column as it stands in the file, and what it is."""
    name = named(column) if language == "zh" else ENGLISH_NAMES.get(column, column)
    if name == column:
        return column
    return f"{column}（{name}）" if language == "zh" else f"{column} ({name})"
