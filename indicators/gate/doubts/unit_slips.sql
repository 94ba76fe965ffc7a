-- Values about 10,000 or 100,000,000 times as large or as small as their neighbours in the
-- series: 万 or 亿 was forgotten, or written where it should not be. Of a series of two, the later.
-- Values about 10 or 100 times as large or as small as both neighbours: a decimal point slipped.
with

wide as (
    select
        o.indicator,
        o.ref_area,
        o.coverage,
        o.breakdown,
        o.scope
    from observations as o
    inner join indicators as i on o.indicator = i.indicator
    where i.kind in ('flow', 'stock', 'rate') and o.obs_value <> 0
    group by all
    having max(abs(o.obs_value)) > 6 * min(abs(o.obs_value))
),

neighbours as (
    select
        o.file,
        o.line,
        o.obs_value,
        lag(o.obs_value) over series as earlier,
        lag(o.obs_value, 2) over series as before_earlier,
        lag(o.time_period) over series as earlier_period,
        lead(o.obs_value) over series as later,
        lead(o.obs_value, 2) over series as after_later,
        lead(o.time_period) over series as later_period
    from observations as o
    inner join wide as w
        on
            o.indicator = w.indicator
            and o.ref_area = w.ref_area
            and o.coverage = w.coverage
            and o.breakdown is not distinct from w.breakdown
            and o.scope is not distinct from w.scope
    where o.obs_value <> 0
    window series as (
        partition by o.indicator, o.ref_area, o.coverage, o.breakdown, o.scope
        order by o.time_period, o.source, o.file, o.line
    )
),

-- A value at an end of its series has two neighbours on one side.
compared as (
    select
        *,
        log10(abs(obs_value / coalesce(earlier, later))) as against_one,
        log10(
            abs(
                obs_value
                / coalesce(if(earlier is null, after_later, later), before_earlier, earlier)
            )
        )
            as against_other,
        coalesce(if(earlier is null, after_later, later), before_earlier) is not null as has_two
    from neighbours
    where earlier is not null or after_later is not null
),

rounded as (
    select
        *,
        round(against_one) as power
    from compared
)

select
    file,
    line,
    obs_value as found,
    cast(power as integer) as power,
    coalesce(earlier, later) as neighbour,
    if(earlier is null, later_period, earlier_period) as neighbour_period
from rounded
where
    (
        abs(power) in (4, 8)
        and abs(against_one - power) <= 0.5
        and abs(against_other - power) <= 0.5
    )
    or (
        abs(power) in (1, 2)
        and has_two
        and abs(against_one - power) <= 0.2
        and abs(against_other - power) <= 0.2
    )
order by file, line
