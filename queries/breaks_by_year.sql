-- Breaks in one indicator of one area that fall between its first and its last figure.
--
-- A break that no figure precedes, or none follows, parts nothing and has no row. Figures of
-- parts of a year do not count. Of two breaks in a year, the last gives the reason.
--
-- Parameters
--   $indicator    VARCHAR    code, as in data/indicators.csv
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per year in which a break begins, earliest first
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   year          INTEGER
--   break_kind    VARCHAR    revision, definition, coverage or source; missing: not known
--   reason_zh     VARCHAR
--   reason_en     VARCHAR

with

shown as (
    select
        min(year) as first_shown,
        max(year) as last_shown
    from annual_observations
    where
        indicator = $indicator
        and ref_area = $area
        and year between $first_year and $last_year
        and obs_value is not null
)

select
    a.name_zh,
    a.name_en,
    b.year,
    b.kind as break_kind,
    b.reason_zh,
    b.reason_en
from year_breaks as b
inner join areas as a on b.ref_area = a.ref_area
inner join shown as s on b.year > s.first_shown and b.year <= s.last_shown
where b.indicator = $indicator and b.ref_area = $area
order by b.year asc
