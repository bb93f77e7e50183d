-- Up to where a conversation's clocks were computed, and by what. One that is closed, or promised nothing, has no row.
create table target_seen (
    conversation_id bigint  primary key references conversation (id) on delete cascade,
    company_id      bigint  not null,
    seq             bigint  not null,
    epoch           bigint  not null,
    -- whether an agent has answered it once
    answered        boolean not null,
    priority        integer not null,
    -- of the department, its targets and the company's hours: another one means to compute anew
    mark            varchar(64) not null
);

-- Each clock that ran, or runs, in a conversation. What ended stays, so that promise and fact can be compared.
create table target_clock (
    conversation_id bigint      not null references conversation (id) on delete cascade,
    -- first-response, next-response, resolution
    measure         varchar(16) not null,
    begun_at        timestamp with time zone not null,
    company_id      bigint      not null references company (id),
    department_id   bigint      not null references department (id),
    priority        integer     not null,
    -- of business time; null, as the two below, where nothing is promised
    minutes         integer,
    due_at          timestamp with time zone,
    -- when a quarter of it is left
    warn_at         timestamp with time zone,
    -- null while it runs
    ended_at        timestamp with time zone,
    -- when it was noticed that the time is over
    missed_at       timestamp with time zone,
    primary key (conversation_id, measure, begun_at)
);
create index target_clock_due on target_clock (ended_at, due_at);
create index target_clock_department on target_clock (department_id, begun_at);
