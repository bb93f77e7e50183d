-- When a sign-in was last used: a page's ends after two idle hours.
alter table sign_in add column seen_at timestamp with time zone default current_timestamp not null;

-- Wrong guesses, by the SHA-256 of the e-mail tried and for known and unknown e-mails alike: who is counted here need not exist,
-- so neither the answer nor its time tells who does. It survives a restart and holds for every node.
create table sign_in_guard (
    email_hash   varchar(64) primary key,
    failures     integer     not null,
    last_at      timestamp with time zone not null,
    locked_until timestamp with time zone
);
create index sign_in_guard_last on sign_in_guard (last_at);
create index sign_in_expires on sign_in (expires_at);
alter table account alter column failed_attempts set default 0;
