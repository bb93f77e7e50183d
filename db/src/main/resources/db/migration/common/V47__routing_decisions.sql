-- Why this agent, why nobody: each decision with all that it went by, kept for PARLEY_DECISION_DAYS.
create sequence routing_decision_seq start with 50 increment by 50;
create table routing_decision (
    id              bigint primary key,
    company_id      bigint      not null references company (id),
    conversation_id bigint      not null references conversation (id) on delete cascade,
    department_id   bigint      not null references department (id),
    at              timestamp with time zone not null,
    -- since when it waited
    waiting_since   timestamp with time zone not null,
    policy          varchar(20) not null,
    -- why nobody was asked; null: somebody was
    reason          varchar(20),
    -- what was asked for at that moment, what has been relaxed left out
    skills          varchar(2500),
    language        varchar(35),
    -- JSON: the candidates with their figures, see DecisionDetail
    detail          varchar(24000) not null
);
create index routing_decision_conversation on routing_decision (conversation_id, at);
create index routing_decision_at on routing_decision (at);

-- The decision that made the offer; no reference, since decisions go sooner.
alter table offer add column decision_id bigint;
