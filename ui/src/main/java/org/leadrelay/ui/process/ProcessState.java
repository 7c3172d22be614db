package org.leadrelay.ui.process;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * URL state of the page: the address can be sent to a colleague.
 *
 * @param model the model that is shown; null for the first
 * @param step the element whose leads are shown; null for none
 */
record ProcessState(
        Part part, @Nullable String model, @Nullable String step) {

    static final String MODEL = "model";
    static final String STEP = "step";
    private static final String SHOW = "show";

    /** Part of the page. */
    enum Part {
        RUNNING,
        TABLES,
        FAILED,
        RELEASES;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(RUNNING);
        }
    }

    static ProcessState of(QueryParameters address) {
        return new ProcessState(Part.of(value(address, SHOW)), value(address, MODEL), value(address, STEP));
    }

    private static @Nullable String value(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(each -> !each.isBlank()).orElse(null);
    }

    QueryParameters address() {
        Map<String, String> all = new LinkedHashMap<>();
        if (part != Part.RUNNING) {
            all.put(SHOW, part.code());
        }
        if (model != null) {
            all.put(MODEL, model);
        }
        if (step != null) {
            all.put(STEP, step);
        }
        return QueryParameters.simple(all);
    }

    ProcessState showing(Part other) {
        return new ProcessState(other, model, null);
    }

    ProcessState at(@Nullable String otherModel, @Nullable String otherStep) {
        return new ProcessState(Part.RUNNING, otherModel, otherStep);
    }
}
