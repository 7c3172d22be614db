-- Why a mail did not leave the last time: the kind of failure, never the server's words, which may quote an address.
alter table mail_outbox add column error text;

-- The administrator who dropped it.
alter table mail_outbox add column done_by text;
