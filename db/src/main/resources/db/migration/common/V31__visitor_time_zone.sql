-- As the browser names it ("Europe/Berlin"); null where it said nothing that is one.
alter table visitor add column time_zone varchar(60);
