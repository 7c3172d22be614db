package org.leadrelay.ui.text;

import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.nurture.text.NurtureTexts;
import org.leadrelay.nurture.text.TestMails;
import org.leadrelay.nurture.text.TextEditing;
import org.leadrelay.nurture.text.TextPreviews;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** What the views of texts ask. */
@Component
record TextServices(
        NurtureTexts texts,
        TextEditing editing,
        TextPreviews previews,
        TestMails tests,
        CurrentPerson person,
        People people,
        Times times) {

    String names(List<String> logins) {
        return logins.stream().map(people::displayName).collect(Collectors.joining(", "));
    }

    boolean mayTry() {
        return person.get().mayAny(Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS);
    }
}
