-- Urban and rural disposable income per capita in several areas, and the ratio of the two.
--
-- urban_rural_ratio = urban_income / rural_income of the same area and year. Missing when
-- either is missing, when the rural one is zero, and when their stated scopes differ.
-- published_ratio is the one that the area publishes for the year. Half-years are no years.
-- is_break: a break in either income starts with this year, so that the ratio is not to be
-- joined to the years before. is_secondary: one of the three figures is. A year with none of
-- them has no row.
--
-- Parameters
--   $areas            VARCHAR[]  codes, as in data/areas.csv
--   $first_year       INTEGER
--   $last_year        INTEGER
--
-- Returns one row per area and year, the home area and then the nearest areas first
--   ref_area          VARCHAR    GB/T 2260 code, with a suffix where a zone has none
--   name_zh           VARCHAR
--   name_en           VARCHAR
--   is_home           BOOLEAN    the district that this dashboard is about
--   year              INTEGER
--   urban_income      DOUBLE     元
--   rural_income      DOUBLE     元
--   urban_rural_ratio DOUBLE     rural = 1
--   published_ratio   DOUBLE     rural = 1
--   is_break          BOOLEAN
--   is_secondary      BOOLEAN    from a copy: a database or an encyclopaedia

with

incomes as (
    select
        ref_area,
        year,
        max(obs_value) filter (where indicator = 'urban_disposable_income') as urban_income,
        max(obs_value) filter (where indicator = 'rural_disposable_income') as rural_income,
        max(obs_value) filter (where indicator = 'urban_rural_income_ratio') as published_ratio,
        max(scope) filter (where indicator = 'urban_disposable_income') as urban_scope,
        max(scope) filter (where indicator = 'rural_disposable_income') as rural_scope,
        count(*) filter (where is_secondary) > 0 as is_secondary
    from annual_observations
    where
        indicator in (
            'urban_disposable_income', 'rural_disposable_income', 'urban_rural_income_ratio'
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
    where indicator in ('urban_disposable_income', 'rural_disposable_income')
)

select
    a.ref_area,
    a.name_zh,
    a.name_en,
    a.is_home,
    i.year,
    i.urban_income,
    i.rural_income,
    case
        when comparable(i.urban_scope, i.rural_scope)
            then i.urban_income / nullif(i.rural_income, 0)
    end as urban_rural_ratio,
    i.published_ratio,
    b.year is not null as is_break,
    i.is_secondary
from incomes as i
inner join areas as a on i.ref_area = a.ref_area
left join broken as b on i.ref_area = b.ref_area and i.year = b.year
order by
    nearness(a.is_home, a.level) asc,
    a.ref_area asc,
    i.year asc
