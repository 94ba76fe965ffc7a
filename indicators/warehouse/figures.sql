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

---------- documents

-- Each with its publisher in both languages, in Chinese where it has no English name.
create view documents as
select
    source,
    title as source_title,
    publisher as publisher_zh,
    coalesce(publisher_en, publisher) as publisher_en,
    published_on,
    kind as source_kind,
    is_second_hand(kind) as is_secondary,
    url,
    file,
    line
from sources;

---------- figures

-- Every publication of every figure with its document, its part's names and what it revised.
create view published_figures as
select
    o.*,
    case when o.value_before <> o.obs_value then o.value_before end as revised_from,
    b.name_zh as breakdown_zh,
    b.name_en as breakdown_en,
    b.line as breakdown_place,
    d.source_title,
    d.publisher_zh,
    d.publisher_en,
    d.published_on,
    d.url
from observations as o
inner join documents as d on o.source = d.source
left join breakdowns as b on o.breakdown = b.breakdown;

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

-- Every figure of a whole by the months that it covers: the whole year ('all'), what there is
-- from January to a month ('01' to '12'), a quarter ('Q3') or a month ('m11'). elapsed_pct: how
-- much of the year has gone by; missing for quarters and months.
create view told_figures as
select
    *,
    case coverage
        when 'year_to_date' then substr(time_period, 6, 2)
        when 'quarter' then substr(time_period, 6, 2)
        when 'month' then 'm' || substr(time_period, 6, 2)
        else 'all'
    end as months,
    case
        when coverage = 'year_to_date' then cast(100 * month_of(time_period) as double) / 12
        when tells_year(coverage) then 100
    end as elapsed_pct
from observations_in_force
where counts and breakdown is null and obs_value is not null;

-- Those that a year can be told by: no quarters and no months. Of one year, the larger months
-- tell more.
create view period_figures as
select *
from told_figures
where tells_year(coverage) or coverage = 'year_to_date';

-- The levels of which a growth is an indicator of its own: GDP, value added, incomes.
create view grown_levels as
select distinct growth_of as indicator
from indicators
where growth_of is not null;

-- Each figure beside the one before it of the same months. is_broken: the two do not compare.
-- change_pct is for amounts of neighbouring years only.
-- Growths and places have a change against the year before only: over several years a growth
-- would be measured against whatever that year was, a place against other competitors. Of a level
-- with a published growth no change is computed: that would be nominal beside a real growth.
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
    from told_figures
    window series as (
        partition by indicator, ref_area, months
        order by year asc
    )
),

judged as (
    select
        f.*,
        coalesce(f.previous_era <> f.era, false)
        or not comparable(f.scope, f.previous_scope) as is_broken,
        i.kind in ('flow', 'stock') as is_amount,
        f.indicator in (from grown_levels)
        or (i.kind in ('growth', 'rank') and f.previous_year < f.year - 1) as is_not_told
    from followed as f
    inner join indicators as i on f.indicator = i.indicator
)

select
    *,
    case
        when not is_broken and not is_not_told then difference(obs_value, previous_value)
    end as change,
    case
        when not is_broken and not is_not_told and is_amount and previous_year = year - 1
            then 100 * (obs_value - previous_value) / nullif(abs(previous_value), 0)
    end as change_pct
from judged;
