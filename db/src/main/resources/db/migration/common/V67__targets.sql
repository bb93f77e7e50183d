-- In how much time of the business hours a department means to answer and to resolve, by priority. A priority without a row has what the
-- normal one has; a department without any promises nothing.
create table department_target (
    department_id       bigint  not null references department (id),
    -- -1 low, 0 normal, 1 high, 2 urgent
    priority            integer not null,
    company_id          bigint  not null references company (id),
    -- null: as the normal one; of the normal one: none
    first_response_minutes integer,
    next_response_minutes  integer,
    resolution_minutes     integer,
    primary key (department_id, priority)
);
create index department_target_company on department_target (company_id);
