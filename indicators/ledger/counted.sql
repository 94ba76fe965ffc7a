-- Counts live in memory, beside the ledger's file, which is opened for reading only, and what
-- queries ask of counts and orders.

create schema counted;

create table counted.order_counts (
    as_of date not null, -- the day of reference, at its end
    raised_year integer not null,
    tier varchar not null,
    sector varchar not null,
    town varchar not null,
    raised bigint not null,
    dispatched bigint not null,
    completed bigint not null,
    completed_with_due_date bigint not null,
    on_time bigint not null,
    overdue bigint not null,
    answers bigint not null, -- how many of the completed have a satisfaction
    satisfaction_total bigint not null, -- the sum of the answers, 1 to 5 each
    satisfied bigint not null -- answers of 4 or 5
);

-- Open at the end of a day, and due before it.
create macro is_overdue(completed_on, due_on, day) as
coalesce(completed_on > day, true) and due_on < day;

-- Whether orders raised in a year, of a sector, a tier and a town, are among the chosen ones.
create macro is_in_choice(
    raised_year, sector, tier, town, first_year, last_year, sectors, tiers, towns
) as
raised_year between first_year and last_year
and is_chosen(sector, sectors)
and is_chosen(tier, tiers)
and is_chosen(town, towns);

create macro orders_chosen(first_year, last_year, sectors, tiers, towns) as table
    select *
    from orders
    where is_in_choice(
        raised_year, sector, tier, town, first_year, last_year, sectors, tiers, towns
    );

-- The chosen orders as they stood at the end of a day, by one of their parts ('sector', 'tier',
-- 'town'; 'all' for one row), which is the row's code.
create macro order_counts_by(part, day, first_year, last_year, sectors, tiers, towns) as table
    with summed as (
        select
            case part when 'sector' then sector when 'tier' then tier when 'town' then town end
                as code,
            cast(sum(raised) as double) as raised,
            cast(sum(dispatched) as double) as dispatched,
            cast(sum(completed) as double) as completed,
            cast(sum(completed_with_due_date) as double) as completed_with_due_date,
            cast(sum(on_time) as double) as on_time,
            cast(sum(overdue) as double) as overdue,
            cast(sum(answers) as double) as answers,
            cast(sum(satisfaction_total) as double) as satisfaction_total,
            cast(sum(satisfied) as double) as satisfied
        from counted.order_counts
        where
            as_of = day
            and is_in_choice(
                raised_year, sector, tier, town, first_year, last_year, sectors, tiers, towns
            )
        group by code
    )

    select
        *,
        100 * completed / nullif(raised, 0) as closed_pct,
        100 * on_time / nullif(completed_with_due_date, 0) as on_time_pct,
        satisfaction_total / nullif(answers, 0) as satisfaction,
        100 * satisfied / nullif(answers, 0) as satisfied_pct
    from summed;

-- The chosen towns that the ledger names, also those without an order in a choice.
create macro towns_named(day, towns) as table
    select distinct town
    from counted.order_counts
    where as_of = day and is_chosen(town, towns);
