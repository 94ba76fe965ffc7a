-- What follows from all checked rows together, settled once when they are loaded, so that no query
-- has to: which figures are from a copy, which of several is in force, which counts, and where
-- series break.

update observations
set is_secondary = true
where source in (
    select source
    from sources
    where is_second_hand(kind)
);

-- Only these figures are sorted: of ten million nearly all stand alone.
create temporary table contested as
select hash(indicator, ref_area, breakdown, told_period(coverage, time_period)) as code
from observations
group by code
having count(*) > 1;

-- Those with one key and different sources are vintages: of the most trusted the newest publication
-- is in force, the others stay. An undated source is the oldest. An empty scope is an unstated one.
-- value_before is of the last one before, as trusted, that has a value: a copy revises nothing.
update observations
set
    is_in_force = v.is_in_force,
    value_before = v.value_before
from (
    select
        o.rowid as place,
        row_number() over (
            partition by
                o.indicator, o.ref_area, o.time_period, o.coverage, o.breakdown, stated(o.scope)
            order by
                distrust(s.kind) asc,
                s.published_on desc nulls last,
                o.source asc,
                o.scope asc nulls last
        ) = 1 as is_in_force,
        lead(o.obs_value ignore nulls) over (
            partition by
                o.indicator,
                o.ref_area,
                o.time_period,
                o.coverage,
                o.breakdown,
                stated(o.scope),
                distrust(s.kind)
            order by
                s.published_on desc nulls last,
                o.source asc,
                o.scope asc nulls last
        ) as value_before
    from observations as o
    inner join sources as s on o.source = s.source
    where
        hash(o.indicator, o.ref_area, o.breakdown, told_period(o.coverage, o.time_period))
        in (select code from contested)
) as v
where observations.rowid = v.place;

-- Of the figures in force that could tell one period, of both scopes or of several points of a
-- year, one counts.
update observations
set counts = false
from (
    select
        rowid as place,
        is_in_force
        and row_number() over (
            partition by
                indicator, ref_area, breakdown, told_period(coverage, time_period), is_in_force
            order by breadth(scope) asc, lateness(coverage, time_period) desc
        ) = 1 as counts
    from observations
    where
        hash(indicator, ref_area, breakdown, told_period(coverage, time_period))
        in (select code from contested)
) as c
where observations.rowid = c.place and not c.counts;

drop table contested;

-- The years in which a series breaks; of two breaks in a year the last gives the reason.
insert into year_breaks
select
    indicator,
    ref_area,
    year_of(time_period) as year,
    kind,
    reason_zh,
    reason_en,
    max(length(time_period)) over (partition by indicator, ref_area, year_of(time_period)) > 4
        as is_within
from breaks
qualify row_number() over (
    partition by indicator, ref_area, year_of(time_period)
    order by time_period desc
) = 1;

-- The years from one break to the next are an era of the series; before the first it is era 0.
update observations
set era = e.era
from (
    select
        indicator,
        ref_area,
        year as first_year,
        lead(year) over series as next_year,
        row_number() over series as era
    from year_breaks
    window series as (
        partition by indicator, ref_area
        order by year asc
    )
) as e
where
    observations.indicator = e.indicator
    and observations.ref_area = e.ref_area
    and year_of(observations.time_period) >= e.first_year
    and (e.next_year is null or year_of(observations.time_period) < e.next_year);
