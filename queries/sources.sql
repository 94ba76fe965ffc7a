-- Every document that figures are taken from, and how many figures and targets name it.
--
-- Returns one row per document, newest publication first
--   source        VARCHAR    code
--   title         VARCHAR
--   publisher_zh  VARCHAR
--   publisher_en  VARCHAR    as in Chinese where there is no English name
--   published_on  VARCHAR    as exact as known: 2025-04-15, 2025-04 or 2025
--   source_kind   VARCHAR    official, newspaper, encyclopaedia or other
--   url           VARCHAR
--   cited_figures BIGINT
--   cited_targets BIGINT
--   file          VARCHAR    in data/
--   line          INTEGER    on which it stands there

with

cited as (
    select
        source,
        count(*) as figures
    from observations
    group by source
),

planned as (
    select
        source,
        count(*) as targets
    from targets
    group by source
)

select
    s.source,
    s.title,
    s.publisher as publisher_zh,
    coalesce(s.publisher_en, s.publisher) as publisher_en,
    s.published_on,
    s.kind as source_kind,
    s.url,
    coalesce(c.figures, 0) as cited_figures,
    coalesce(p.targets, 0) as cited_targets,
    s.file,
    s.line
from sources as s
left join cited as c on s.source = c.source
left join planned as p on s.source = p.source
order by s.published_on desc nulls last, s.source asc
