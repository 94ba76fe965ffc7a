-- Investment planned for the year on key projects, by category of project.
--
-- share_pct is of the sum of the categories of that year; missing for all of them when one
-- category has no figure, because the sum would be too small. industry_group is the subtotal
-- of four categories and is not one itself. Of both scopes, the whole jurisdiction counts.
--
-- Parameters
--   $area              VARCHAR    code, as in data/areas.csv
--   $first_year        INTEGER
--   $last_year         INTEGER
--
-- Returns one row per year and category, earliest year and largest category first
--   year               INTEGER
--   breakdown          VARCHAR    code
--   name_zh            VARCHAR
--   name_en            VARCHAR
--   planned_investment DOUBLE     亿元
--   planned_projects   DOUBLE     个
--   share_pct          DOUBLE     per cent

with

categories as (
    select
        p.year,
        p.breakdown,
        b.name_zh,
        b.name_en,
        max(p.obs_value) filter (
            where p.indicator = 'district_key_projects_planned_investment'
        ) as planned_investment,
        max(p.obs_value) filter (
            where p.indicator = 'district_key_projects_planned'
        ) as planned_projects
    from annual_parts as p
    inner join breakdowns as b on p.breakdown = b.breakdown
    where
        p.ref_area = $area
        and p.indicator in (
            'district_key_projects_planned_investment', 'district_key_projects_planned'
        )
        and p.year between $first_year and $last_year
        and b.dimension = 'project_category'
        and p.breakdown <> 'industry_group'
    group by p.year, p.breakdown, b.name_zh, b.name_en
),

totals as (
    select
        year,
        case
            when count(planned_investment) = count(*) then sum(planned_investment)
        end as planned_investment
    from categories
    group by year
)

select
    c.year,
    c.breakdown,
    c.name_zh,
    c.name_en,
    c.planned_investment,
    c.planned_projects,
    100 * c.planned_investment / nullif(t.planned_investment, 0) as share_pct
from categories as c
inner join totals as t on c.year = t.year
order by c.year asc, c.planned_investment desc nulls last, c.breakdown asc
