-- What a new company is led through: which step was passed over. Whether one is done is a fact of the company and stands nowhere else.
create table first_step (
    company_id bigint      not null references company (id),
    -- or "all": the company is led no more
    step       varchar(20) not null,
    passed_at  timestamp with time zone not null,
    primary key (company_id, step)
);
