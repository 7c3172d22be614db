-- Lines of one chain as rows, not as an array for each column: sixteen arrays were taken apart one by one for each statement. The numbers
-- and the previous hashes are made here, so that lines can follow the head in one way only. append_unless_moved stays for nodes of the
-- release before. Of the same name as the function for several chains, because set_privileges grants it by name.

create type journey_log_line as (
    at timestamptz, kind text, person text, person_ref uuid, api_key_name text, definition_key text, definition_version integer,
    element_id text, element_name text, instance text, subject text, details text, hash bytea);

-- Appends lines behind the head that the caller has read, unless it has moved since, or was so long waited for that their recording time
-- is no longer true: then nothing is done, and it says no. Refused are, with everything else in the transaction,
--   LR001  no lines, or an array that is not counted from one
--   LR002  a hash that is no SHA-256
--   LR003  no recording time, or one more than a minute ahead of the database's clock
create function append_journey_lines(
    line_format smallint, recorded timestamptz, line_node text,
    chain uuid, after_seq bigint, after_hash bytea, lines journey_log_line[])
    returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    n integer := cardinality(lines);
    appended bigint;
begin
    if recorded is null or recorded > clock_timestamp() + interval '1 minute' then
        raise exception 'the recording time of a journey-log line is not the time of the database' using errcode = 'LR003';
    end if;
    if n is null or array_dims(lines) is distinct from '[1:' || n || ']' then
        raise exception 'a journey-log line does not have the next number of its chain' using errcode = 'LR001';
    end if;
    if octet_length((lines[n]).hash) is distinct from 32 then
        raise exception 'a journey-log line does not follow the last line of its chain' using errcode = 'LR002';
    end if;
    update public.journey_chain head set last_seq = after_seq + n, last_hash = (lines[n]).hash
    where head.lead_id = chain and head.last_seq = after_seq and head.last_hash = after_hash;
    if not found then
        return false;
    end if;
    if clock_timestamp() - recorded > interval '10 seconds' then
        update public.journey_chain head set last_seq = after_seq, last_hash = after_hash where head.lead_id = chain;
        return false;
    end if;
    insert into public.journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref, api_key_name,
        definition_key, definition_version, element_id, element_name, instance, subject, details, previous_hash, hash)
    select line_format, recorded, line_node, chain, after_seq + line.place, line.at, line.kind, line.person, line.person_ref,
        line.api_key_name, line.definition_key, line.definition_version, line.element_id, line.element_name, line.instance,
        line.subject, line.details, lag(line.hash, 1, after_hash) over (order by line.place), line.hash
    from unnest(lines) with ordinality as line (at, kind, person, person_ref, api_key_name, definition_key, definition_version,
        element_id, element_name, instance, subject, details, hash, place)
    where octet_length(line.hash) = 32;
    get diagnostics appended = row_count;
    if appended < n then
        raise exception 'a journey-log line does not follow the last line of its chain' using errcode = 'LR002';
    end if;
    return true;
end $$;
revoke execute on function append_journey_lines(smallint, timestamptz, text, uuid, bigint, bytea, journey_log_line[]) from public;
