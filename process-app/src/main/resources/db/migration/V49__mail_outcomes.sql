-- What became of a mail is told by its touch, and what was said of a text stays with it.

-- Of every touch by mail, not of those alone that a tool carries out: of what has not left yet.
update touch set outbox_key = mail.key
from mail_outbox mail
where touch.outbox_key is null and touch.channel = 'MAIL' and touch.state = 'sent' and touch.lead_id = mail.lead_id
  and mail.tool is null and mail.state in ('waiting', 'failed')
  and mail.key = format('touch:%s:%s:%s:%s:%s', touch.lead_id, coalesce(touch.journey_id::text, 'null'), touch.lap, touch.track,
      touch.number);

-- Whether the last answer to it still stands: it was not put before another person since.
alter table nurture_text_version add column answer_stands boolean not null default true;
