-- A pair keeps every record that waits for its decision, in the order in which they came; it kept the last one only.
update duplicate_case set capture = jsonb_build_array(capture) where capture is not null;
