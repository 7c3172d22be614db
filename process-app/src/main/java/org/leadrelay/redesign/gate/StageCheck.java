package org.leadrelay.redesign.gate;

import java.util.Set;
import java.util.TreeSet;

/** Check of what elements and flows mean to the boards: a known stage each, and none lost that the release should count. */
final class StageCheck implements Check {

    private static final String STAGE = "stage";

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        Set<String> stages = known.vocabulary().stages();
        Set<String> missing = new TreeSet<>(stages);
        for (ProcessModel model : models.processes()) {
            for (Node element : model.elements()) {
                String stage = element.property(STAGE);
                if (stage.isEmpty()) {
                    continue;
                }
                missing.remove(stage);
                if (!stages.contains(stage)) {
                    findings.add(
                            Rule.STAGE_UNKNOWN,
                            model.name(),
                            element.id(),
                            stage,
                            String.join(", ", new TreeSet<>(stages)));
                }
            }
        }
        models.processes().stream()
                .filter(model -> model.id().equals(known.vocabulary().journey()))
                .forEach(journey -> missing.forEach(
                        stage -> findings.add(Rule.STAGE_MISSING, journey.name(), journey.id(), stage)));
    }
}
