alter table source add column contact_hashes text[] not null default '{}';
comment on column source.contact_hashes is 'Attendees and organizer, hashed as the API hashes the addresses of contacts; empty without a key.';

alter table block add column contact_hashes text[] not null default '{}';
comment on column block.contact_hashes is 'Those of the source that is shown.';
