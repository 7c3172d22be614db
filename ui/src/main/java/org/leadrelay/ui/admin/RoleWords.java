package org.leadrelay.ui.admin;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.access.Roles;

/** The roles under the names that people read. */
final class RoleWords implements Serializable {

    private final Map<String, String> labels = new LinkedHashMap<>();

    RoleWords(List<Roles.Role> roles, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        roles.forEach(each -> labels.put(each.name(), german ? each.labelDe() : each.label()));
    }

    List<String> names() {
        return List.copyOf(labels.keySet());
    }

    String label(String role) {
        return labels.getOrDefault(role, role);
    }

    String labels(Collection<String> roles) {
        return roles.stream().map(this::label).sorted().collect(Collectors.joining(", "));
    }
}
