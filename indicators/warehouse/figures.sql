-- Which figures there are: what queries read besides the tables of schema.sql. Which of several
-- figures is in force and counts was settled by standing.sql when they were loaded.

create macro home_area() as (
    select min(ref_area)
    from areas
    where is_home
);

create macro parent_of(area) as (
    select min(parent)
    from areas
    where ref_area = area
);

-- The counties of the city in which an area lies, itself among them.
create macro sisters_of(area) as (
    select list(ref_area)
    from areas
    where level = 'county' and parent = parent_of(area)
);

---------- figures

-- The publications that are believed. What lies between the others and them, data pages show.
create view observations_in_force as
select
    *,
    year_of(time_period) as year,
    is_more_than(obs_status, note) as is_more_than
from observations
where is_in_force;

-- One figure per indicator, area, part (breakdown; missing: the whole) and year.
create view annual_parts as
select *
from observations_in_force
where counts and tells_year(coverage);

-- One figure per indicator, area and year.
create view annual_observations as
select *
from annual_parts
where breakdown is null;

---------- series

-- Every figure that a year can be told by: the whole year (months 'all'), and what there is from
-- January to a month (months '01' to '12'). Of one year, the larger months tell more.
-- elapsed_pct: how much of the year that is.
create view period_figures as
select
    *,
    case coverage when 'year_to_date' then substr(time_period, 6, 2) else 'all' end as months,
    case coverage
        when 'year_to_date' then cast(100 * month_of(time_period) as double) / 12 else 100
    end as elapsed_pct
from observations_in_force
where
    counts
    and (tells_year(coverage) or coverage = 'year_to_date')
    and breakdown is null
    and obs_value is not null;

-- Each of them beside the one before it of the same months. is_broken: the two do not compare.
-- change_pct is for amounts of neighbouring years only.
create view period_changes as
with followed as (
    select
        *,
        lag(obs_value) over series as previous_value,
        lag(year) over series as previous_year,
        lag(time_period) over series as previous_period,
        lag(coverage) over series as previous_coverage,
        lag(scope) over series as previous_scope,
        lag(era) over series as previous_era
    from period_figures
    window series as (
        partition by indicator, ref_area, months
        order by year asc
    )
),

judged as (
    select
        *,
        coalesce(previous_era <> era, false) or not comparable(scope, previous_scope) as is_broken
    from followed
)

select
    j.*,
    case when not j.is_broken then difference(j.obs_value, j.previous_value) end as change,
    case
        when not j.is_broken and i.kind in ('flow', 'stock') and j.previous_year = j.year - 1
            then 100 * (j.obs_value - j.previous_value) / nullif(abs(j.previous_value), 0)
    end as change_pct
from judged as j
inner join indicators as i on j.indicator = i.indicator;
