-- What data/ must satisfy. The gate reports every offending cell first, in words; these
-- constraints are the second lock, so that nothing else can be loaded by another way.
-- Terms follow SDMX: ref_area, time_period, obs_value, obs_status.
-- `file` and `line` say where a row stands in data/, so that every figure can be traced.

create table sectors (
    sector varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    position integer not null unique,
    file varchar not null,
    line integer not null
);

create table areas (
    ref_area varchar primary key, -- GB/T 2260, with a suffix for zones that have no code
    name_zh varchar not null,
    name_en varchar not null,
    level varchar not null check (level in ('country', 'province', 'city', 'county', 'zone')),
    parent varchar,
    is_home boolean not null,
    tile_row integer, -- place in the tile map; only counties have one
    tile_column integer,
    file varchar not null,
    line integer not null
);

create table sources (
    source varchar primary key,
    title varchar not null,
    publisher varchar not null,
    publisher_en varchar, -- missing: it has no English name that is known
    published_on varchar, -- 2025-04-15, 2025-04 or 2025: as exact as the source is
    url varchar,
    kind varchar not null check (kind in ('official', 'newspaper', 'encyclopaedia', 'other')),
    file varchar not null,
    line integer not null
);

create table indicators (
    indicator varchar primary key,
    sector varchar not null references sectors (sector),
    name_zh varchar not null,
    name_en varchar not null,
    -- How a sentence says it: with a verb, and {v} for the figure with its unit or {n} for the
    -- figure alone. Of a growth {v} is the verb too. Missing: no sentence is made of it.
    said_zh varchar,
    said_en varchar,
    unit_zh varchar not null,
    unit_en varchar not null,
    decimals integer not null check (decimals between 0 and 6),
    better varchar not null check (better in ('higher', 'lower', 'neither')),
    kind varchar not null check (kind in ('flow', 'stock', 'rate', 'growth', 'rank')),
    growth_of varchar, -- the level whose published growth this is
    part_of varchar, -- the whole whose parts add up to it, in the same unit
    headline integer unique, -- place among the overview's cards; missing: no card
    definition_zh varchar not null,
    definition_en varchar not null,
    file varchar not null,
    line integer not null
);

create table breakdowns (
    breakdown varchar primary key,
    dimension varchar not null,
    part_of varchar, -- the subtotal that it is part of
    name_zh varchar not null,
    name_en varchar not null,
    file varchar not null,
    line integer not null
);

create table observations (
    indicator varchar not null references indicators (indicator),
    ref_area varchar not null references areas (ref_area),
    time_period varchar not null, -- 2021, 2021-11, 2021-Q3 or 2020-11-01
    coverage varchar not null
    check (coverage in ('year', 'quarter', 'year_to_date', 'month', 'point')),
    breakdown varchar references breakdowns (breakdown),
    obs_value double check (isfinite(obs_value)), -- missing: announced, but without a value
    obs_status varchar not null check (obs_status in ('A', 'P', 'E')), -- normal, provisional…
    scope varchar check (scope in ('whole_jurisdiction', 'excluding_zones', 'unstated')),
    source varchar not null references sources (source),
    note varchar,
    file varchar not null,
    line integer not null,
    -- What follows from all rows together, see standing.sql.
    is_in_force boolean not null default true, -- the publication that is believed
    value_before double default null, -- of the last publication before it, as trusted
    counts boolean not null default true, -- the one in force that tells its year or period
    era integer not null default 0, -- how many breaks of its series lie before it
    is_secondary boolean not null default false -- its document is a copy of others
);

create table targets (
    indicator varchar not null references indicators (indicator),
    ref_area varchar not null references areas (ref_area),
    time_period varchar not null,
    target_value double not null check (isfinite(target_value)),
    qualifier varchar check (qualifier in ('plan', 'about', 'at_least')), -- missing: a target
    source varchar not null references sources (source),
    note varchar,
    file varchar not null,
    line integer not null,
    primary key (indicator, ref_area, time_period)
);

create table breaks (
    indicator varchar not null references indicators (indicator),
    ref_area varchar not null references areas (ref_area),
    time_period varchar not null, -- the first period that cannot be compared with earlier ones
    kind varchar check (kind in ('revision', 'definition', 'coverage', 'source')),
    reason_zh varchar not null,
    reason_en varchar not null,
    file varchar not null,
    line integer not null,
    primary key (indicator, ref_area, time_period)
);

-- One row a year in which a series breaks, made of `breaks` by standing.sql.
create table year_breaks (
    indicator varchar not null,
    ref_area varchar not null,
    year integer not null,
    kind varchar,
    reason_zh varchar not null,
    reason_en varchar not null,
    is_within boolean not null, -- in the course of the year, of which nothing is derived then
    primary key (indicator, ref_area, year)
);

create table projects (
    project varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    sector varchar not null references sectors (sector),
    ref_area varchar not null references areas (ref_area),
    status varchar not null check (status in ('planned', 'under_construction', 'completed')),
    started_on varchar,
    capacity_zh varchar,
    source varchar not null references sources (source),
    note varchar,
    file varchar not null,
    line integer not null
);

create table red_sites (
    site varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    source varchar not null references sources (source),
    note varchar,
    file varchar not null,
    line integer not null
);

-- Items of the livelihood ledger, data/orders/*.csv. A ledger can have millions of items, so it
-- is kept in a file of its own (see ledger/) and checked there, without constraints here.
create table orders (
    order_id varchar,
    tier varchar,
    sector varchar,
    town varchar,
    title varchar,
    raised_on date,
    dispatched_on date, -- missing: not yet
    due_on date, -- missing: without a date
    completed_on date, -- missing: open
    satisfaction integer, -- 1 to 5; missing: no answer
    raised_year integer,
    completed_month varchar, -- 2021-03
    days_to_close integer, -- from raising to closing; 0 on the same day
    known_until date, -- the latest of its days that is not in the future; missing: no such day
    file varchar,
    line integer -- missing where the items stand line by line below the header
);
