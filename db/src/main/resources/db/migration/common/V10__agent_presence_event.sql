-- Append-only: every change of an agent's presence with time, actor and reason. Reports of agents' time are computed from it.
create sequence agent_presence_event_seq start with 50 increment by 50;

create table agent_presence_event (
    id         bigint primary key,
    company_id bigint      not null references company (id),
    account_id bigint      not null references account (id),
    at         timestamp with time zone not null,
    status     varchar(10) not null,
    reason     varchar(120),
    -- the public id of who changed it, or 'system'
    actor      varchar(32) not null
);
create index agent_presence_event_account on agent_presence_event (account_id, id);

-- Leases are swept by age.
create index agent_lease_renewed on agent_lease (renewed_at);
-- Open offers are swept by age: ended_at is null while open.
create index offer_expiry on offer (ended_at, expires_at);
