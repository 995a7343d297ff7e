create table contact (
  id text not null,
  workspace_id text not null,
  email_hashes text[] not null,
  deal_id text,
  project_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
comment on table contact is 'Contacts of the customer''s CRM, by hashes of their e-mail addresses.';
comment on column contact.email_hashes is 'HMAC-SHA256 of the workspace and each address; empty once deleted.';
comment on column contact.deal_id is 'The deal that meetings with the contact propose; null for none.';
