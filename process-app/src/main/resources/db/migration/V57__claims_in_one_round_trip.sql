-- What identifies a record and its phone number are claimed in one round trip, one after the other: two captures that share some of
-- them wait for each other in one order.

-- Gives the keys that are free to the candidate, in the order given, and says which of them were, counted from 1, and which leads have the
-- others, in that order; then waits for every other record with this phone number, if there is one, and says whether a lead has it. A candidate that is
-- no lead yet becomes one when all keys were free: its log is opened, and it is said when.
create function claim_identities(
    kinds text[], scopes text[], key_values text[], candidate uuid, is_new boolean, phone text,
    out taken integer[], out holders uuid[], out phone_known boolean, out chain_opened_at timestamptz)
    language plpgsql as $$
begin
    with given as (
        select g.kind, g.scope, g.value, g.number
        from unnest(kinds, scopes, key_values) with ordinality as g (kind, scope, value, number)
    ), added as (
        insert into lead_identity (kind, scope, value, lead_id)
        select given.kind, given.scope, given.value, candidate from given order by given.number
        on conflict do nothing
        returning lead_identity.kind, lead_identity.scope, lead_identity.value
    )
    select coalesce(array_agg(cast(given.number as integer) order by given.number), '{}') into taken
    from given join added using (kind, scope, value);
    select coalesce(array_agg(i.lead_id order by given.number), '{}') into holders
    from unnest(kinds, scopes, key_values) with ordinality as given (kind, scope, value, number)
    join lead_identity i using (kind, scope, value)
    where given.number <> all (taken);
    phone_known := phone is not null and lock_phone(phone);
    if is_new and cardinality(taken) = cardinality(kinds) then
        select head.locked_at into chain_opened_at from lock_journey_heads(array[candidate]) head where head.last_seq = 0;
    end if;
end $$;
