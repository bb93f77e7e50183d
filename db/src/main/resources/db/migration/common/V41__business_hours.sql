-- When the desk is open: what a company says for all of itself, and where a site, a department or a channel differs.
create sequence business_hours_seq start with 50 increment by 50;
create table business_hours (
    id            bigint primary key,
    company_id    bigint       not null references company (id),
    site_id       bigint references site (id),
    department_id bigint references department (id),
    -- chat, voice
    channel       varchar(10),
    -- the three above in one word: a unique index takes two nulls for different
    level_key     varchar(60)  not null,
    -- null: as the more general level says it
    time_zone     varchar(60),
    -- null: as the more general level says it; a line for each day that is open, "1 09:00-12:00 22:00-02:00", Monday is 1
    week          varchar(3000),
    own_holidays  boolean      not null,
    -- grows with each change; whoever changes it says which one was read
    version       bigint       not null,
    changed_at    timestamp with time zone not null,
    unique (company_id, level_key)
);

create sequence holiday_seq start with 50 increment by 50;
create table holiday (
    id         bigint primary key,
    company_id bigint       not null references company (id),
    hours_id   bigint       not null references business_hours (id),
    position   integer      not null,
    -- the event's in an iCalendar file, or ours
    uid        varchar(255) not null,
    name       varchar(120) not null,
    first_day  date         not null,
    last_day   date         not null,
    yearly     boolean      not null,
    -- closed, open
    kind       varchar(10)  not null,
    -- "10:00-12:00 22:00-02:00"; empty: the whole day
    spans      varchar(300) not null,
    unique (hours_id, uid)
);
create index holiday_company on holiday (company_id);
