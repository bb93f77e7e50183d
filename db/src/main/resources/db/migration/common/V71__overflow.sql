-- When what waits in a department goes on to another. A department without a row keeps all of it.
create table department_overflow (
    department_id    bigint  primary key references department (id),
    company_id       bigint  not null references company (id),
    -- once archived, its successor takes its place
    to_department_id bigint  not null references department (id),
    -- so many wait before it, and nobody is asked about them; null, as the two below: does not matter
    queue_length     integer,
    -- the upper end of what it would be told
    expected_minutes integer,
    -- so long it has waited in this department
    waited_seconds   integer,
    -- the department is closed or nobody is there
    when_unattended  boolean not null
);
create index department_overflow_company on department_overflow (company_id);

-- Each time that a conversation went on so. Written in the transaction that moves it; two nodes can not write the same step.
create table conversation_overflow (
    conversation_id    bigint      not null references conversation (id) on delete cascade,
    step               integer     not null,
    company_id         bigint      not null references company (id),
    from_department_id bigint      not null references department (id),
    to_department_id   bigint      not null references department (id),
    -- of the chain; departments that could not help are passed by
    links              integer     not null,
    -- a code of OverflowReason
    reason             varchar(20) not null,
    at                 timestamp with time zone not null,
    primary key (conversation_id, step)
);
create index conversation_overflow_company on conversation_overflow (company_id, at);

-- Where it went on to by this decision; null for every other decision.
alter table routing_decision add column overflow_to bigint references department (id);
