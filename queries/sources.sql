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
    d.source,
    d.source_title as title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on,
    d.source_kind,
    d.url,
    coalesce(c.figures, 0) as cited_figures,
    coalesce(p.targets, 0) as cited_targets,
    d.file,
    d.line
from documents as d
left join cited as c on d.source = c.source
left join planned as p on d.source = p.source
order by d.published_on desc nulls last, d.source asc
