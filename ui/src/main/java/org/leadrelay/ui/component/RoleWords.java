package org.leadrelay.ui.component;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.access.Roles;

/** Labels of roles. */
public final class RoleWords implements Serializable {

    private final Map<String, String> labels = new LinkedHashMap<>();

    public RoleWords(List<Roles.Role> roles, Locale locale) {
        roles.forEach(each -> labels.put(each.name(), each.label(locale)));
    }

    /** The names of all roles. */
    public List<String> names() {
        return List.copyOf(labels.keySet());
    }

    /** What people call a role; the name itself where there is no such role. */
    public String label(String role) {
        return labels.getOrDefault(role, role);
    }

    /** Several of them, in the order of the alphabet. */
    public String labels(Collection<String> roles) {
        return roles.stream().map(this::label).sorted().collect(Collectors.joining(", "));
    }
}
