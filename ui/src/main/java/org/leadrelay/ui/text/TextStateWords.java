package org.leadrelay.ui.text;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.leadrelay.access.Permission;
import org.leadrelay.nurture.text.NurtureText;
import org.leadrelay.nurture.text.TextVersion;
import org.leadrelay.nurture.text.TextVersion.Decision;

/** Where a text stands, in sentences: what is in force, who writes, and who may approve it. */
record TextStateWords(Component screen, TextServices services) {

    String of(NurtureText text) {
        return inForce(text) + " " + draft(text);
    }

    private String inForce(NurtureText text) {
        TextVersion force = text.inForce();
        if (force == null) {
            return say("force.none");
        }
        Decision decision = force.decision();
        return force.isShipped() || decision == null
                ? say("force.shipped")
                : say("force", force.version(), names(force.authors()), names(List.of(decision.by())));
    }

    private String draft(NurtureText text) {
        TextVersion draft = text.draft();
        if (draft == null) {
            return "";
        }
        String author = names(draft.authors());
        Decision decision = draft.decision();
        if (draft.isAwaiting()) {
            return say("awaits", draft.version(), author) + " " + approvers(text);
        }
        if (decision != null && draft.isReturned()) {
            return say("returned", draft.version(), author, names(List.of(decision.by())), decision.words());
        }
        return say("draft", draft.version(), author) + " " + approvers(text);
    }

    /** Whoever is the only one of marketing must know it before they write. */
    private String approvers(NurtureText text) {
        if (text.approvers().isEmpty()) {
            return say("approvers.none");
        }
        boolean colleagues =
                services.people().loginsWhoMay(Permission.APPROVE_TEXTS).containsAll(text.approvers());
        return say(colleagues ? "approvers" : "approvers.standIn", names(text.approvers()));
    }

    private String names(List<String> logins) {
        return services.names(logins);
    }

    private String say(String key, Object... of) {
        return screen.getTranslation("texts.says." + key, of);
    }
}
