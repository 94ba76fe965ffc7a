-- Counts live in memory, beside the ledger's file, which is opened for reading only.

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
