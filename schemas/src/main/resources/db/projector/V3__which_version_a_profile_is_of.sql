-- Names and members come by different topics: readers hold them together by the version. Null in
-- what was applied before.

alter table member_profile add column version int;
comment on column member_profile.version is 'Version of the member that it belongs to.';
