package org.leadrelay.lead;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Query of a lead's colleagues: other leads with the same company, or with an address of the same domain where that is
 * no provider of private mailboxes. A company called {@code N/A} is none.
 */
@Component
class CompanyLeads {

    /** More would be a list of its own; the search finds them all. */
    private static final int MOST = 12;

    private final JdbcClient jdbc;
    private final LeadLabels labels;

    CompanyLeads(JdbcClient jdbc, LeadLabels labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /**
     * Those that run first, the newest of them first.
     *
     * @param owners whose leads may be seen, or null for everybody's
     */
    List<CompanyLead> of(UUID leadId, @Nullable String company, @Nullable String email, @Nullable Set<String> owners) {
        return jdbc.sql("""
            select o.*, p.display_name, j.step, j.step_name, j.end_kind
            from lead l
            join lead o on o.id <> l.id and (:named and o.company_key = l.company_key
                or :business and o.mail_domain = l.mail_domain)
            join journey j on j.id = o.journey_id
            left join person p on p.login = o.owner
            where l.id = :lead and o.merged_into is null and o.undone_at is null
                and (:everybody or o.owner = any(:owners))
            order by j.ended_at is not null, o.captured_at desc, o.id limit :most
            """)
                .param("lead", leadId)
                .param("named", company != null && !Placeholders.isNoId(company))
                .param("business", email != null && Emails.isBusiness(email))
                .param("everybody", owners == null)
                .param("owners", owners == null ? new String[0] : owners.toArray(String[]::new))
                .param("most", MOST)
                .query((row, any) -> new CompanyLead(
                        Sql.uuid(row, "id"),
                        LeadCards.name(row),
                        row.getString("owner"),
                        row.getString("display_name"),
                        row.getString("step"),
                        labels.step(row.getString("step"), row.getString("step_name")),
                        row.getString("end_kind")))
                .list();
    }
}
