-- Which years of which indicators are published for one area.
--
-- availability, by the first that holds, of the figure of the whole year or point in time in force:
--   * missing: no document has a figure
--   * part_of_year: only for months, quarters, the year to date or parts of the whole
--   * revised: a newer document has another value than an older one that is as trusted
--   * estimated, provisional: as the source says
--   * secondary: the document is a database that copies figures, or an encyclopaedia
--   * present: none of these
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--   $sectors      VARCHAR[]  codes, as in data/sectors.csv; none: all
--
-- Returns one row per indicator and year, sectors and indicators in their order, earliest first
--   indicator     VARCHAR    code
--   sector        VARCHAR    code
--   name_zh       VARCHAR
--   name_en       VARCHAR
--   year          INTEGER
--   availability  VARCHAR    missing, part_of_year, revised, estimated, …
--   published     BIGINT     figures of the year, older publications too

with

published as (
    select
        indicator,
        year_of(time_period) as year,
        count(*) as figures
    from observations
    where ref_area = $area and obs_value is not null
    group by indicator, year_of(time_period)
),

revised as (
    select distinct
        o.indicator,
        o.time_period,
        o.coverage,
        stated(o.scope) as scope,
        distrust(s.kind) as distrust
    from observations as o
    inner join sources as s on o.source = s.source
    where o.ref_area = $area and o.breakdown is null and o.value_before <> o.obs_value
)

select
    i.indicator,
    i.sector,
    i.name_zh,
    i.name_en,
    y.year,
    case
        when p.figures is null then 'missing'
        when a.obs_value is null then 'part_of_year'
        when r.indicator is not null then 'revised'
        when a.obs_status = 'E' then 'estimated'
        when a.obs_status = 'P' then 'provisional'
        when a.is_secondary then 'secondary'
        else 'present'
    end as availability,
    p.figures as published
from indicators as i
inner join sectors as s on i.sector = s.sector
cross join years_from($first_year, $last_year) as y
left join published as p on i.indicator = p.indicator and y.year = p.year
left join annual_observations as a
    on i.indicator = a.indicator and a.ref_area = $area and y.year = a.year
left join sources as d on a.source = d.source
left join revised as r
    on
        a.indicator = r.indicator
        and a.time_period = r.time_period
        and a.coverage = r.coverage
        and stated(a.scope) = r.scope
        and distrust(d.kind) = r.distrust
where is_chosen(i.sector, $sectors)
order by s.position asc, i.line asc, y.year asc
