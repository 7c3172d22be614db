package org.leadrelay.ui.component;

import com.vaadin.flow.component.HasValidation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;

/** Error display: each violation beside its field, the rest in a message. */
public final class FieldErrors {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** The name that the service uses for what this field holds. */
    public FieldErrors field(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /**
     * Does something, and shows why when it is refused.
     *
     * @return whether it was done
     */
    public boolean tried(Runnable work) {
        clear();
        try {
            work.run();
            return true;
        } catch (ProductException refusal) {
            show(refusal);
            return false;
        }
    }

    private void clear() {
        fields.values().forEach(field -> {
            field.setErrorMessage(null);
            field.setInvalid(false);
        });
    }

    private void show(ProductException refusal) {
        if (!(refusal instanceof Invalid invalid)) {
            Toasts.refused(refusal);
            return;
        }
        invalid.violations().forEach(each -> {
            HasValidation field = fields.get(each.field());
            if (field != null) {
                mark(field, each.message());
            }
        });
        String rest = invalid.violations().stream()
                .filter(each -> !fields.containsKey(each.field()))
                .map(Invalid.Violation::message)
                .collect(Collectors.joining(" "));
        if (!rest.isEmpty()) {
            Toasts.failed(rest);
        }
    }

    private static void mark(HasValidation field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
