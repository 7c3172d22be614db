package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sample of leads for the preview of a text: three that the person may see and of whom different things are known. */
@Component
class PreviewLeads {

    private static final int SAMPLE = 3;

    /** The newest, among which something differs. */
    private static final int LOOKED_AT = 200;

    private final LeadCards cards;
    private final JdbcClient jdbc;

    PreviewLeads(LeadCards cards, JdbcClient jdbc) {
        this.cards = cards;
        this.jdbc = jdbc;
    }

    /** The one with the most of these fields, one without the first of them, and the one with the least. */
    List<UUID> choose(Actor actor, List<MergeField> fields) {
        List<UUID> newest = cards.page(LeadQuery.first(LOOKED_AT), actor).items().stream()
                .map(LeadRow::id)
                .toList();
        Map<UUID, Set<String>> known = known(newest);
        List<UUID> chosen = new ArrayList<>();
        for (int i = 0; i < SAMPLE && chosen.size() < newest.size(); i++) {
            chosen.add(next(newest, chosen, known, fields));
        }
        return chosen;
    }

    /** First whoever has most, then each time whoever differs most from all that are chosen. */
    private static UUID next(
            List<UUID> newest, List<UUID> chosen, Map<UUID, Set<String>> known, List<MergeField> fields) {
        UUID best = newest.get(0);
        int bestScore = -1;
        for (UUID each : newest) {
            if (chosen.contains(each)) {
                continue;
            }
            Set<String> own = known.getOrDefault(each, Set.of());
            int score = chosen.isEmpty()
                    ? having(own, fields)
                    : chosen.stream()
                            .mapToInt(other -> difference(own, known.getOrDefault(other, Set.of()), fields))
                            .min()
                            .orElse(0);
            if (score > bestScore) {
                best = each;
                bestScore = score;
            }
        }
        return best;
    }

    private static int having(Set<String> own, List<MergeField> fields) {
        return (int) fields.stream().filter(each -> own.contains(each.code())).count();
    }

    private static int difference(Set<String> own, Set<String> other, List<MergeField> fields) {
        return (int) fields.stream()
                .filter(each -> own.contains(each.code()) != other.contains(each.code()))
                .count();
    }

    /** By lead the fields whose values are known; that of the rep is told by the owner. */
    private Map<UUID, Set<String>> known(List<UUID> leads) {
        Map<UUID, Set<String>> known = new HashMap<>();
        jdbc.sql("""
            select lead_id as id, name as field from lead_fact where lead_id = any(:leads) and name = any(:fields)
            union all
            select id, 'repName' from lead where id = any(:leads) and owner is not null
            """)
                .param("leads", leads.toArray(UUID[]::new))
                .param("fields", MergeField.codes().toArray(String[]::new))
                .query(row -> {
                    known.computeIfAbsent(row.getObject("id", UUID.class), any -> new HashSet<>())
                            .add(row.getString("field"));
                });
        return known;
    }
}
