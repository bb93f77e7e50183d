-- How each department routes; without a row, and where a column is null, by the defaults of RoutingRules.
create table department_routing (
    department_id    bigint      primary key references department (id),
    company_id       bigint      not null references company (id),
    -- longest-idle, least-loaded, round-robin, ring-all, manual
    strategy         varchar(20) not null,
    offer_seconds    integer,
    missed_offers    integer,
    -- after so long a wait the required skills, then the language, no longer count
    skills_seconds   integer,
    language_seconds integer,
    -- so long a returning visitor is kept for the agent of the last time
    last_agent_seconds integer,
    -- what its conversations require: name:level,name:level
    skills           varchar(2500),
    language         varchar(35)
);
create index department_routing_company on department_routing (company_id);

-- What a site's conversations require besides, and a single one.
alter table site add column routing_skills varchar(2500);
alter table conversation add column routing_skills varchar(2500);
-- null: the visitor's where the site speaks it, else the department's, else the site's first
alter table conversation add column language varchar(35);

-- An agent's skills by level 1 to 5. The languages are the account's.
create table agent_skill (
    account_id bigint      not null references account (id),
    name       varchar(40) not null,
    company_id bigint      not null references company (id),
    level      integer     not null,
    primary key (account_id, name)
);

-- Round robin: whose turn it was last. Written under the lock of the agent's presence; the number comes from the sequence, so that
-- no node's clock matters.
create sequence department_turn_seq;
create table department_turn (
    department_id bigint not null references department (id),
    account_id    bigint not null references account (id),
    company_id    bigint not null references company (id),
    turn          bigint not null,
    primary key (department_id, account_id)
);

-- A conversation is held out to one agent (ring_seat 0), or to many at once (ring_seat is the agent). Both are unique: two nodes can
-- neither hold it out to two agents by mistake nor to one agent twice. The column is made anew because its unique constraint has no
-- name that both databases know.
alter table offer drop column open_for;
alter table offer add column open_for bigint;
alter table offer add column ring_seat bigint default 0 not null;
update offer set open_for = conversation_id where ended_at is null;
alter table offer add constraint offer_held_once unique (open_for, ring_seat);
