-- What a replay of a past day needs and nothing kept until now: how each department routed, and what agents could be given, over time.
-- Append-only, each row in the transaction of the change. What held before the first one was kept stands at the beginning of time.
create sequence agent_reach_event_seq;
create table agent_reach_event (
    id         bigint primary key,
    company_id bigint      not null references company (id),
    account_id bigint      not null references account (id),
    at         timestamp with time zone not null,
    -- connected, disconnected, lost (and what was in hand is given back), capacity
    kind       varchar(12) not null,
    -- of kind capacity, else null
    capacity   integer
);
create index agent_reach_event_account on agent_reach_event (account_id, at);
create index agent_reach_event_company on agent_reach_event (company_id, at);
insert into agent_reach_event (id, company_id, account_id, at, kind, capacity)
    select nextval('agent_reach_event_seq'), company_id, account_id, timestamp with time zone '1970-01-01 00:00:00+00', 'capacity', capacity
      from agent_presence;

-- As in department_routing; what its conversations require is not in here.
create sequence department_routing_event_seq;
create table department_routing_event (
    id                 bigint primary key,
    company_id         bigint      not null references company (id),
    department_id      bigint      not null references department (id),
    at                 timestamp with time zone not null,
    strategy           varchar(20) not null,
    offer_seconds      integer,
    missed_offers      integer,
    skills_seconds     integer,
    language_seconds   integer,
    last_agent_seconds integer
);
create index department_routing_event_company on department_routing_event (company_id, at);
insert into department_routing_event (id, company_id, department_id, at, strategy, offer_seconds, missed_offers, skills_seconds,
                                      language_seconds, last_agent_seconds)
    select nextval('department_routing_event_seq'), company_id, department_id, timestamp with time zone '1970-01-01 00:00:00+00', strategy,
           offer_seconds, missed_offers, skills_seconds, language_seconds, last_agent_seconds
      from department_routing;

-- A day is read by time: presence and what befell conversations, of a company.
create index agent_presence_event_company on agent_presence_event (company_id, at);
create index conversation_event_company on conversation_event (company_id, at);
