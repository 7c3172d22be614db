package org.leadrelay.board;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cache of {@link ModelStages}: what is deployed never changes. */
@Component
class StageLookup {

    private record Version(String model, int number) {}

    private final ModelStages models;
    private final Map<Version, Map<String, Stage>> byElement = new ConcurrentHashMap<>();
    private final Map<Version, Set<Stage>> lacking = new ConcurrentHashMap<>();

    StageLookup(ModelStages models) {
        this.models = models;
    }

    /** The id of the process that is a lead's journey. */
    String journeyModel() {
        return models.journeyModel();
    }

    @Nullable
    Stage of(@Nullable String model, @Nullable Integer version, @Nullable String element) {
        return model == null || version == null || element == null
                ? null
                : byElement
                        .computeIfAbsent(new Version(model, version), each -> models.of(each.model(), each.number()))
                        .get(element);
    }

    /** The stages that neither this version names nor any model that was deployed with it. */
    Set<Stage> lacking(String model, int version) {
        return lacking.computeIfAbsent(new Version(model, version), each -> {
            Set<Stage> all = EnumSet.allOf(Stage.class);
            all.removeAll(models.allWith(each.model(), each.number()));
            return all;
        });
    }
}
