package org.leadrelay.redesign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.ModelSource;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.EngineJobs.Group;
import org.leadrelay.redesign.RunningLeads.Standing;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Node;
import org.leadrelay.redesign.gate.SafeXmlParser;
import org.leadrelay.redesign.gate.UnreadableFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dashboard of the process as it runs: each model in force with the leads at its steps, what is late and what failed there,
 * and how many leads go on by older versions. A fixed number of grouped statements, however many leads there are.
 */
@Service
public class ProcessDashboard {

    private final Releases releases;
    private final RunningLeads running;
    private final LatePromises late;
    private final EngineJobs jobs;
    private final ModelSource models;
    private final ModelNames names;
    private final CurrentPerson person;

    ProcessDashboard(
            Releases releases,
            RunningLeads running,
            LatePromises late,
            EngineJobs jobs,
            ModelSource models,
            ModelNames names,
            CurrentPerson person) {
        this.releases = releases;
        this.running = running;
        this.late = late;
        this.jobs = jobs;
        this.models = models;
        this.names = names;
        this.person = person;
    }

    /** The models in force: those that journeys begin with first, then by name; in the language of the current request. */
    @Transactional(readOnly = true)
    public List<LiveModel> models() {
        person.get().mustHave(Permission.READ_PROCESS);
        InForce now = releases.current();
        OlderVersions older = new OlderVersions(now.deploymentId(), running.begun(), running.files());
        List<Drawing> drawings = drawings(now, older);
        Map<Place, Counts> counts = new HashMap<>();
        for (Standing each : running.standing()) {
            counts.computeIfAbsent(new Place(each.model(), each.element()), place -> new Counts())
                    .stands(each, older.differs(each.deployment(), each.model()));
        }
        late.byElement().forEach((element, count) -> {
            Place place = place(drawings, counts, null, element);
            if (place != null) {
                counts.computeIfAbsent(place, any -> new Counts()).late += count;
            }
        });
        for (Group each : jobs.groups()) {
            Place place = each.element() == null || each.givenUp() == 0
                    ? null
                    : place(drawings, counts, each.model(), each.element());
            if (place != null) {
                counts.computeIfAbsent(place, any -> new Counts()).failed += each.givenUp();
            }
        }
        Locale language = Wording.language();
        return drawings.stream()
                .map(each -> new LiveModel(
                        each.model(),
                        each.version(),
                        each.name(),
                        each.bpmn(),
                        steps(each, counts, language),
                        older.of(each.model())))
                .toList();
    }

    private List<Drawing> drawings(InForce now, OlderVersions older) {
        Locale language = Wording.language();
        List<Drawing> drawings = new ArrayList<>();
        now.definitions().keySet().forEach(model -> {
            int version = older.versionInForce(model);
            String name = names.in(model, version).step(model, language);
            drawings.add(Drawing.of(
                    model, version, name, models.bpmn(model, version, language).orElse("")));
        });
        drawings.sort(
                Comparator.comparing((Drawing each) -> called(each, drawings)).thenComparing(Drawing::name));
        return drawings;
    }

    private static boolean called(Drawing model, List<Drawing> all) {
        return all.stream().anyMatch(each -> each.calls().contains(model.model()));
    }

    /**
     * Where something that knows only its element is shown: in the model that it belongs to, or the first that draws the
     * element, or where a lead of an older version stands on it.
     */
    private static @Nullable Place place(
            List<Drawing> drawings, Map<Place, Counts> counts, @Nullable String model, String element) {
        return drawings.stream()
                .filter(each -> each.draws(element))
                .max(Comparator.comparing((Drawing each) -> each.model().equals(model)))
                .map(each -> new Place(each.model(), element))
                .or(() -> counts.keySet().stream()
                        .filter(each -> each.element().equals(element))
                        .findFirst())
                .orElse(model == null ? null : new Place(model, element));
    }

    private List<LiveStep> steps(Drawing drawing, Map<Place, Counts> counts, Locale language) {
        ModelNames.Names words = names.in(drawing.model(), drawing.version());
        List<LiveStep> steps = new ArrayList<>();
        counts.forEach((place, count) -> {
            if (place.model().equals(drawing.model())) {
                steps.add(new LiveStep(
                        place.element(),
                        words.step(place.element(), language),
                        drawing.draws(place.element()),
                        count.leads,
                        count.older,
                        count.late,
                        count.failed));
            }
        });
        steps.sort(Comparator.comparing(LiveStep::drawn)
                .reversed()
                .thenComparing(each -> drawing.position(each.element()))
                .thenComparing(LiveStep::element));
        return steps;
    }

    private record Place(String model, String element) {}

    private static final class Counts {
        private long leads;
        private long older;
        private long late;
        private long failed;

        void stands(Standing standing, boolean onOlder) {
            leads += standing.leads();
            older += onOlder ? standing.leads() : 0;
        }
    }

    /**
     * A model as it is drawn.
     *
     * @param elements ids in the order in which they stand in the file
     * @param calls ids of the processes that it calls
     */
    private record Drawing(
            String model, int version, String name, String bpmn, List<String> elements, List<String> calls) {

        static Drawing of(String model, int version, String name, String bpmn) {
            List<Node> nodes = nodes(model, bpmn);
            return new Drawing(model, version, name, bpmn, attributes(nodes, "id"), attributes(nodes, "calledElement"));
        }

        /** None of a file of long ago that would not be let in today: what stands there is told all the same. */
        private static List<Node> nodes(String model, String bpmn) {
            try {
                return SafeXmlParser.read(new ModelFile(
                                model,
                                FileKind.PROCESS,
                                model + FileKind.PROCESS.ending(),
                                bpmn.getBytes(StandardCharsets.UTF_8)))
                        .all()
                        .toList();
            } catch (UnreadableFile refused) {
                return List.of();
            }
        }

        private static List<String> attributes(List<Node> nodes, String name) {
            return nodes.stream()
                    .map(each -> each.attribute(name))
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        boolean draws(String element) {
            return position(element) >= 0;
        }

        int position(String element) {
            return elements.indexOf(element);
        }
    }
}
