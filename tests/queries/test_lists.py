"""The lists that name their own source: projects and sites."""


def test_projects_come_by_status_sector_and_code(given, ask):
    built = given(
        sectors=[{"sector": "roads", "position": 1}, {"sector": "schools", "position": 2}],
        projects=[
            {"project": "c", "sector": "roads", "status": "completed"},
            {"project": "b", "sector": "schools", "status": "under_construction"},
            {"project": "d", "sector": "roads", "status": "planned"},
            {"project": "a", "sector": "schools", "status": "under_construction"},
            {"project": "e", "sector": "roads", "status": "under_construction"},
            {"project": "f", "sector": "roads", "ref_area": "610921"},
        ],
    )
    columns = "project sector status capacity_zh source publisher_zh"
    assert ask(built, "projects", columns) == [
        ("e", "roads", "under_construction", None, "bulletin", "统计局"),
        ("a", "schools", "under_construction", None, "bulletin", "统计局"),
        ("b", "schools", "under_construction", None, "bulletin", "统计局"),
        ("d", "roads", "planned", None, "bulletin", "统计局"),
        ("c", "roads", "completed", None, "bulletin", "统计局"),
    ]
    assert ask(built, "projects", "project", sectors=["schools"]) == [("a",), ("b",)]
    assert ask(built, "projects", "project", sectors=["health"]) == []


def test_sites_come_by_code_with_their_source(given, ask):
    built = given(red_sites=[{"site": "b", "note": "战役"}, {"site": "a"}])
    assert ask(built, "red_sites", "site note source source_title published_on url") == [
        ("a", None, "bulletin", "公报", "2022-03-31", None),
        ("b", "战役", "bulletin", "公报", "2022-03-31", None),
    ]


def test_a_project_names_the_address_of_its_document(given, ask):
    address = "https://www.hanbin.gov.cn/Content-2810991.html"
    built = given(
        sources=[{"source": "online", "url": address}],
        projects=[{"project": "a", "source": "online"}, {"project": "b"}],
    )
    assert ask(built, "projects", "project url") == [("a", address), ("b", None)]


def test_the_shipped_lists_are_those_of_the_article(shipped, ask):
    sites = ask(shipped, "red_sites", "name_zh")
    assert sorted(name for (name,) in sites) == [
        "安康烈士陵园",
        "牛蹄岭战役遗址",
        "王莽山红色遗址",
        "视沟苏维埃政权旧址",
    ]
    begun = [row[0] for row in ask(shipped, "projects", "name_zh status")[:2]]
    assert begun == ["关家镇魏坪村年出栏10万头生猪养殖项目", "城东新区职教中心"]
