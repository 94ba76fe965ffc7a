-- The general public budget of several areas, and how far revenue covers expenditure.
--
-- revenue is 一般公共预算收入, of years that have none 财政一般预算收入, as it was called up to
-- 2019. self_sufficiency_pct = 100 * revenue / expenditure. Missing when either is missing, when
-- nothing was spent, and when their stated scopes differ.
-- is_break: a break in any of them starts with this year. is_secondary: one of them is.
--
-- Parameters
--   $areas        VARCHAR[]  codes, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per area and year that has a figure, the home area and then the nearest first
--   ref_area      VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   is_home       BOOLEAN    the district that this dashboard is about
--   year          INTEGER
--   revenue       DOUBLE     亿元
--   expenditure   DOUBLE     亿元
--   self_sufficiency_pct DOUBLE per cent
--   is_break      BOOLEAN
--   is_secondary  BOOLEAN    from a copy: a database or an encyclopaedia

with

budgets as (
    select
        ref_area,
        year,
        coalesce(
            max(obs_value) filter (where indicator = 'general_public_budget_revenue'),
            max(obs_value) filter (where indicator = 'general_budget_revenue')
        ) as revenue,
        max(obs_value) filter (
            where indicator = 'general_public_budget_expenditure'
        ) as expenditure,
        max(scope) filter (where indicator <> 'general_public_budget_expenditure')
            as revenue_scope,
        max(scope) filter (where indicator = 'general_public_budget_expenditure')
            as expenditure_scope,
        count(*) filter (where is_secondary) > 0 as is_secondary
    from annual_observations
    where
        indicator in (
            'general_public_budget_revenue',
            'general_budget_revenue',
            'general_public_budget_expenditure'
        )
        and array_contains($areas, ref_area)
        and year between $first_year and $last_year
        and obs_value is not null
    group by ref_area, year
),

broken as (
    select distinct
        ref_area,
        year
    from year_breaks
    where
        indicator in (
            'general_public_budget_revenue',
            'general_budget_revenue',
            'general_public_budget_expenditure'
        )
)

select
    a.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    b.year,
    b.revenue,
    b.expenditure,
    case
        when comparable(b.revenue_scope, b.expenditure_scope)
            then 100 * b.revenue / nullif(b.expenditure, 0)
    end as self_sufficiency_pct,
    broken.year is not null as is_break,
    b.is_secondary
from budgets as b
inner join areas as a on b.ref_area = a.ref_area
left join broken on b.ref_area = broken.ref_area and b.year = broken.year
order by
    nearness(a.is_home, a.level) asc,
    a.ref_area asc,
    b.year asc
