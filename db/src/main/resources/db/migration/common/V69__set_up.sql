-- The one row of a new installation: the code by which its first owner comes. Whoever makes the first owner holds this row, so that one wins.
create table set_up (
    id         integer     primary key,
    -- from it and PARLEY_SECRET every node makes the same code
    salt       varchar(32),
    -- SHA-256: the code itself is in the log only
    code_hash  varchar(64),
    issued_at  timestamp with time zone,
    expires_at timestamp with time zone
);
insert into set_up (id) values (1);
