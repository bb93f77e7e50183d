-- Where an agent's picture can be had, as an address on Parley's own origin; null where there is none.
alter table account add column portrait varchar(300);
