-- Append-only: every administrative change with who, when, from where, what, before and after. No secrets are ever in it.
create sequence audit_entry_seq start with 50 increment by 50;
create table audit_entry (
    id           bigint       primary key,
    public_id    varchar(32)  not null unique,
    company_id   bigint       not null references company (id),
    at           timestamp with time zone not null,
    -- public id and name of who changed it, as they were
    actor        varchar(32)  not null,
    actor_name   varchar(120) not null,
    address      varchar(64),
    kind         varchar(20)  not null,
    -- public id and name of what was changed, as it was afterwards
    subject      varchar(32)  not null,
    subject_name varchar(120) not null,
    -- JSON objects with the members that differ; null before it was there, and after it went
    before_json  varchar(200000),
    after_json   varchar(200000)
);
create index audit_entry_company on audit_entry (company_id, id);
create index audit_entry_actor on audit_entry (company_id, actor, id);
create index audit_entry_kind on audit_entry (company_id, kind, id);
