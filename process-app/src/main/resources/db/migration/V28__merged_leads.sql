-- What was written about a lead that was merged into another is read with the survivor: by every task that is opened.
create index lead_merged_into on lead (merged_into) where merged_into is not null;
