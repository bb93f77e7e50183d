-- Links that are mailed to somebody and open one door once: a new password, an invitation.
create sequence one_time_link_seq start with 50 increment by 50;
create table one_time_link (
    id         bigint      primary key,
    company_id bigint      not null references company (id),
    account_id bigint      not null references account (id),
    -- reset, invitation
    purpose    varchar(12) not null,
    -- SHA-256: the token itself is in the mail only
    token_hash varchar(64) not null unique,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone,
    created_at timestamp with time zone not null
);
create index one_time_link_account on one_time_link (account_id, purpose);

-- Since when somebody is invited who has not come yet; null for everybody else.
alter table account add column invited_at timestamp with time zone;
