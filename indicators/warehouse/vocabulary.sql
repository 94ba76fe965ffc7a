-- What queries read besides the tables of schema.sql.

-- The last month of a period, as 2024-12: a whole year ends after each of its parts, which plain
-- text does not say ('2024' < '2024-06' < '2024-Q1').
create macro last_month(time_period) as
case
    when length(time_period) = 4 then time_period || '-12'
    when contains(time_period, 'Q')
        then
            left(time_period, 5)
            || lpad(cast(3 * cast(right(time_period, 1) as integer) as varchar), 2, '0')
    else left(time_period, 7)
end;

-- Two observations with one key and different sources are vintages: the newest publication
-- is in force, the older ones stay in `observations`. An undated source is the oldest.
--
-- is_more_than: an estimate whose note quotes a round number and says that there were more:
-- 11000余本, 200余万元, 20万余人, 30000多名, 9000吨以上. Other estimates are about their value.
create view observations_in_force as
select
    o.*,
    cast(substr(o.time_period, 1, 4) as integer) as year,
    coalesce(
        o.obs_status = 'E'
        and regexp_extract(
            o.note, '([0-9][万亿]?[余多]|[0-9][^“”，；。]{0,4}以上)', 1
        ) <> '',
        false
    ) as is_more_than
from observations as o
inner join sources as s on o.source = s.source
qualify row_number() over (
    partition by o.indicator, o.ref_area, o.time_period, o.coverage, o.breakdown, o.scope
    order by s.published_on desc nulls last, o.source asc
) = 1;

-- One figure per indicator, area and year: whole years and points in time, without
-- breakdowns. Year-to-date, quarters and months are no years and stay out. Where a year
-- has both scopes, the whole jurisdiction counts; of several points, the last.
create view annual_observations as
select *
from observations_in_force
where coverage in ('year', 'point') and breakdown is null
qualify row_number() over (
    partition by indicator, ref_area, year
    order by
        case scope when 'excluding_zones' then 1 else 0 end asc,
        coverage desc,
        time_period desc
) = 1;
