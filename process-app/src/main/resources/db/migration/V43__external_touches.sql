-- Touches that a marketing tool carries out: handed to it through the outbox, and what it reports back.

-- The tool that a mail is handed to, by its name in the settings; null for what the mail server sends.
alter table mail_outbox add column tool text check (tool is null or lead_id is not null);

-- When an administrator last sent it again: it is then tried as long as a new one.
alter table mail_outbox add column again_at timestamptz;

-- A tool that is down holds up neither the mail server nor another tool.
drop index mail_outbox_due;
create index mail_outbox_due on mail_outbox (tool, next_try, id) where state = 'waiting';

-- What became of what a tool was handed, for its notice and the health check.
create index mail_outbox_of_tool on mail_outbox (tool, done_at desc) where state = 'failed' and tool is not null;

-- The mail of the outbox by which a tool is told of the touch.
alter table touch add column outbox_key text;
create index touch_of_outbox on touch (outbox_key) where outbox_key is not null;

alter table mail_event drop constraint mail_event_kind_check;
alter table mail_event add constraint mail_event_kind_check check (kind in ('bounced', 'softBounced', 'delayed', 'complained',
    'unsubscribed', 'wished', 'fetched', 'clicked', 'delivered'));
alter table mail_event drop constraint mail_event_mark_check;
alter table mail_event add constraint mail_event_mark_check check (mark in ('', 'head', 'hidden', 'atOnce', 'allLinks', 'unseen',
    'unconfirmed'));
