-- The published livelihood lists, tier by tier: items planned and items completed.
--
-- The tiers' lists are separate, so they add up: all_planned = the sum of items_planned,
-- all_completed = that of items_completed, missing where a tier's number is.
-- items_done_pct = 100 * items_completed / items_planned, missing for a plan of zero;
-- all_done_pct = 100 * all_completed / all_planned, likewise.
--
-- Parameters
--   $area             VARCHAR    code, as in data/areas.csv
--   $first_year       INTEGER
--   $last_year        INTEGER
--
-- Returns one row per year and tier that has a list, earliest first, tiers from the top down
--   year              INTEGER
--   tier              VARCHAR    code
--   name_zh           VARCHAR
--   name_en           VARCHAR
--   items_planned     DOUBLE     项
--   items_completed   DOUBLE     项
--   items_done_pct    DOUBLE     per cent
--   all_planned       DOUBLE     项
--   all_completed     DOUBLE     项
--   all_done_pct      DOUBLE     per cent
--   note              VARCHAR    as the source words it

with

lists as (
    select
        o.year,
        b.breakdown as tier,
        b.name_zh,
        b.name_en,
        b.line as position,
        max(o.obs_value) filter (o.indicator = 'livelihood_actions_planned') as items_planned,
        max(o.obs_value) filter (o.indicator = 'livelihood_actions_completed') as items_completed,
        max(o.note) as note
    from annual_parts as o
    inner join breakdowns as b on o.breakdown = b.breakdown and b.dimension = 'tier'
    where
        o.indicator in ('livelihood_actions_planned', 'livelihood_actions_completed')
        and o.ref_area = $area
        and o.year between $first_year and $last_year
    group by o.year, b.breakdown, b.name_zh, b.name_en, b.line
),

whole as (
    select
        year,
        case when count(items_planned) = count(*) then sum(items_planned) end as all_planned,
        case when count(items_completed) = count(*) then sum(items_completed) end as all_completed
    from lists
    group by year
)

select
    l.year,
    l.tier,
    l.name_zh,
    l.name_en,
    l.items_planned,
    l.items_completed,
    100 * l.items_completed / nullif(l.items_planned, 0) as items_done_pct,
    w.all_planned,
    w.all_completed,
    100 * w.all_completed / nullif(w.all_planned, 0) as all_done_pct,
    l.note
from lists as l
inner join whole as w on l.year = w.year
order by l.year asc, l.position asc
