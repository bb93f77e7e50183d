-- What becomes of a conversation in which the visitor does not answer. A department without a row does nothing.
create table department_inactivity (
    department_id  bigint  primary key references department (id),
    company_id     bigint  not null references company (id),
    -- of silence after an agent's words; null: nobody is reminded
    remind_minutes integer,
    -- of silence after that, or after the words; null: it is never closed by itself
    close_minutes  integer,
    -- JSON, the company's own words: {"en": {"reminder": "…", "closing": "…"}}; in it a quotation mark takes two characters
    texts          varchar(24000) not null
);
create index department_inactivity_company on department_inactivity (company_id);

-- That the visitor was reminded of the row with this seq; of a later one it is reminded anew.
create table inactivity_reminder (
    conversation_id bigint primary key references conversation (id) on delete cascade,
    company_id      bigint not null,
    seq             bigint not null,
    at              timestamp with time zone not null
);
