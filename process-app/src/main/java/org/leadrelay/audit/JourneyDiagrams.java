package org.leadrelay.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Path of a lead's latest journey on the diagrams of the models it went through, read from the journey log.
 * Callers check who may see the lead.
 */
@Service
public class JourneyDiagrams {

    /** A journey begins with its first line; what its calls start belongs to it. */
    private static final String WALKED = """
        select definition_key, definition_version, element_id, element_name, kind, at
        from journey_log
        where lead_id = :lead and kind in ('entered', 'left', 'flow') and element_id is not null
            and seq >= coalesce((
                select max(began.seq) from journey_log began
                where began.lead_id = :lead and began.kind = 'started' and began.definition_key = (
                    select top.definition_key from journey_log top
                    where top.lead_id = :lead and top.kind = 'started' order by top.seq limit 1)), 0)
        order by seq
        """;

    /** How ids of gateways begin, which the models' rules hold. */
    private static final String GATEWAY = "Gateway_";

    private final JdbcClient jdbc;
    private final ModelSource models;
    private final ModelNames names;

    JourneyDiagrams(JdbcClient jdbc, ModelSource models, ModelNames names) {
        this.jdbc = jdbc;
        this.models = models;
        this.names = names;
    }

    /**
     * One model with the way through it.
     *
     * @param model the process id
     * @param name what people call the model, in the language of the current request
     * @param xml the picture, as BPMN XML with its names in the language of the current request
     * @param elements what was reached
     * @param flows what was taken
     * @param here where a token stands now
     * @param visits the steps and events in the order in which they were reached; gateways are passed, not visited
     */
    public record Walked(
            String model,
            int version,
            String name,
            String xml,
            Set<String> elements,
            Set<String> flows,
            Set<String> here,
            List<Visit> visits) {

        public Walked {
            elements = Set.copyOf(elements);
            flows = Set.copyOf(flows);
            here = Set.copyOf(here);
            visits = List.copyOf(visits);
        }
    }

    /**
     * One time that the lead came to a step or event.
     *
     * @param number in the order of visiting within its model, from 1
     * @param name as people read it, in the language of the current request; the id where nobody gave it a name
     */
    public record Visit(int number, String element, String name, Instant at) {}

    /** The models of the latest journey in the order in which it came to them. */
    @Transactional(readOnly = true)
    public List<Walked> of(UUID leadId) {
        Map<Model, TracePath> ways = new LinkedHashMap<>();
        jdbc.sql(WALKED).param("lead", leadId).query(row -> {
            ways.computeIfAbsent(
                            new Model(row.getString("definition_key"), row.getInt("definition_version")),
                            model -> new TracePath())
                    .add(
                            row.getString("kind"),
                            row.getString("element_id"),
                            row.getString("element_name"),
                            Sql.instant(row, "at"));
        });
        List<Walked> walked = new ArrayList<>();
        Locale language = Wording.language();
        ways.forEach((model, way) -> models.bpmn(model.key(), model.version(), language)
                .ifPresent(xml -> walked.add(walked(model, way, xml, language))));
        return walked;
    }

    private Walked walked(Model model, TracePath way, String xml, Locale language) {
        ModelNames.Names words = names.in(model.key(), model.version());
        return new Walked(
                model.key(),
                model.version(),
                words.step(model.key(), language),
                xml,
                way.elements(),
                way.flows,
                way.here(),
                way.visits.stream()
                        .map(each -> new Visit(
                                each.number(),
                                each.element(),
                                words.step(each.element(), each.name(), language),
                                each.at()))
                        .toList());
    }

    private record Model(String key, int version) {}

    private static final class TracePath {
        private final Map<String, Long> inside = new LinkedHashMap<>();
        private final Set<String> flows = new LinkedHashSet<>();
        private final List<Visit> visits = new ArrayList<>();

        void add(String kind, String element, @Nullable String name, Instant at) {
            switch (kind) {
                case "flow" -> flows.add(element);
                case "entered" -> {
                    inside.merge(element, 1L, Long::sum);
                    if (!element.startsWith(GATEWAY)) {
                        visits.add(new Visit(visits.size() + 1, element, name == null ? element : name, at));
                    }
                }
                default -> inside.merge(element, -1L, Long::sum);
            }
        }

        Set<String> elements() {
            return inside.keySet();
        }

        Set<String> here() {
            Set<String> here = new LinkedHashSet<>();
            inside.forEach((element, times) -> {
                if (times > 0) {
                    here.add(element);
                }
            });
            return here;
        }
    }
}
