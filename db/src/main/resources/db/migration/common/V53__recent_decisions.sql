-- The portal shows a company's newest decisions, also those of one department.
create index routing_decision_company on routing_decision (company_id, at);
create index routing_decision_department on routing_decision (department_id, at);
