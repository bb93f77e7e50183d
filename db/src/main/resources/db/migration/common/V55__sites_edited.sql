-- What administrators edit of a site in the portal. The version tells two of them who edit the same site apart.
alter table site add column version bigint default 0 not null;
-- since then no page shows the widget; conversations stay
alter table site add column archived_at timestamp with time zone;
-- how the widget looks beyond its colour: a JSON object, see SiteLook
alter table site add column look varchar(4000) default '{}' not null;
