package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Alphabet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filter values of the leads that somebody may see. */
@Service
public class LeadChoices {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final CurrentPerson person;
    private final LeadLabels labels;

    LeadChoices(JdbcClient jdbc, Visibility visibility, CurrentPerson person, LeadLabels labels) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.person = person;
        this.labels = labels;
    }

    /** A step at which at least one journey waits, with its name in the language of the current request. */
    public record Step(String id, String name) {}

    /** The values that occur, in the order in which people look for them. */
    public record Choices(List<Step> steps, List<String> sources, List<String> owners) {}

    @Transactional(readOnly = true)
    public Choices all() {
        Actor actor = person.get();
        Set<String> owners = visibility.owners(actor);
        String mine = owners == null ? "" : String.join(",", owners);
        return new Choices(
                jdbc
                        .sql("""
                            select j.step as id, max(coalesce(j.step_name, j.step)) as name
                            from lead l join journey j on j.id = l.journey_id
                            where l.merged_into is null and j.step is not null
                              and (? or l.owner = any (string_to_array(?, ',')))
                            group by j.step order by max(coalesce(j.step_name, j.step)) collate people limit
                            """ + MOST)
                        .params(owners == null, mine)
                        .query((row, any) -> new Step(row.getString("id"), name(row)))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(Step::name, Alphabet.order()))
                        .toList(),
                distinct("source", owners == null, mine),
                distinct("owner", owners == null, mine));
    }

    private String name(ResultSet row) throws SQLException {
        String name = labels.step(row.getString("id"), row.getString("name"));
        return name == null ? row.getString("id") : name;
    }

    private List<String> distinct(String column, boolean all, String mine) {
        return jdbc.sql("""
            select %1$s from lead where merged_into is null and %1$s is not null
              and (? or owner = any (string_to_array(?, ',')))
            group by %1$s order by %1$s collate people limit %2$d
            """.formatted(column, MOST))
                .params(all, mine)
                .query(String.class)
                .list();
    }
}
