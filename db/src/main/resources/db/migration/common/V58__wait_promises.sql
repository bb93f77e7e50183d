-- What somebody was told who came into a queue, kept so that promise and fact can be compared; the fact is in conversation_event.
create table wait_promise (
    conversation_id bigint  primary key references conversation (id) on delete cascade,
    company_id      bigint  not null references company (id),
    department_id   bigint  not null references department (id),
    -- since when it waited
    at              timestamp with time zone not null,
    -- at arrival; 1 is next
    place           integer not null,
    -- whether an agent had room for it
    free            boolean not null,
    -- null: too little was known to say anything
    low_millis      bigint,
    high_millis     bigint
);
create index wait_promise_department on wait_promise (department_id, at);
