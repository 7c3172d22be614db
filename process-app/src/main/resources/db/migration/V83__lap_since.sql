-- Since when a lead goes its present lap, null in the first: whoever completed a task since then had a part in the case.
alter table journey add column lap_since timestamptz;
