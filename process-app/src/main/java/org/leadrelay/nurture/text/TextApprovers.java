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

    /** The logins of those who may approve what these wrote, in order; empty where nobody may. */
    List<String> of(Collection<String> authors) {
        return now().of(authors);
    }

    /** Those who may now, read once for several texts. */
    Approvers now() {
        return new Approvers(
                people.loginsWhoMay(Permission.APPROVE_TEXTS), people.loginsWhoMay(Permission.ADMINISTER_ROLES));
    }

    /**
     * Everybody who may approve some text.
     *
     * @param standIns who may where no colleague can
     */
    record Approvers(List<String> colleagues, List<String> standIns) {

        List<String> of(Collection<String> authors) {
            List<String> others = without(colleagues, authors);
            return others.isEmpty() ? without(standIns, authors) : others;
        }

        private static List<String> without(List<String> logins, Collection<String> authors) {
            return logins.stream().filter(each -> !authors.contains(each)).toList();
        }
    }
}
