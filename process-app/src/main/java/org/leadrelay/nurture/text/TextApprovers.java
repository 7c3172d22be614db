package org.leadrelay.nurture.text;

import java.util.Collection;
import java.util.List;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.springframework.stereotype.Component;

/**
 * Query of who may approve a text: whoever has the permission and wrote nothing of it (four-eyes principle). Where nobody
 * else has it, an administrator of roles may, so that a firm with one marketer is not stuck.
 */
@Component
class TextApprovers {

    private final People people;

    TextApprovers(People people) {
        this.people = people;
    }

    /** The logins of those who may, in order; empty where nobody may. */
    List<String> of(Collection<String> authors) {
        List<String> colleagues = others(Permission.APPROVE_TEXTS, authors);
        return colleagues.isEmpty() ? others(Permission.ADMINISTER_ROLES, authors) : colleagues;
    }

    private List<String> others(Permission permission, Collection<String> authors) {
        return people.loginsWhoMay(permission).stream()
                .filter(each -> !authors.contains(each))
                .toList();
    }
}
