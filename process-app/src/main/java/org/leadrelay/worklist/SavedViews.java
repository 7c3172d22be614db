package org.leadrelay.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Saved queries of people, each with a name. Everyone has their own. */
@Service
@Transactional
public class SavedViews {

    private static final Wording WORDING = Wording.of(SavedViews.class);

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private final SavedViewRepository views;
    private final CurrentPerson current;
    private final ObjectMapper json;
    private final Clock clock;

    SavedViews(SavedViewRepository views, CurrentPerson current, ObjectMapper json, Clock clock) {
        this.views = views;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    /** The current person's, by name. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<SavedView> mine() {
        return views.of(current.get().login()).stream()
                .map(view -> new SavedView(view.getId(), view.name(), read(view.query())))
                .toList();
    }

    /**
     * Saves under a name; the same name again replaces what it meant.
     *
     * @throws Invalid when the name is empty or too long, or there are too many
     */
    public SavedView save(String name, InboxQuery query) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.indexOf('\0') >= 0) {
            throw Invalid.field("name", WORDING.text("viewName", LONGEST_NAME));
        }
        String person = current.get().login();
        SavedViewEntity view =
                views.findByPersonAndName(person, called).orElseGet(() -> new SavedViewEntity(person, called));
        if (view.isNew() && views.countByPerson(person) >= MOST) {
            throw Invalid.field("name", WORDING.text("tooManyViews", MOST));
        }
        view.mean(write(query), clock.instant());
        views.saveAndFlush(view);
        return new SavedView(view.getId(), called, query);
    }

    /**
     * @throws NotFound when this person has no such view
     */
    public void delete(UUID id) {
        views.delete(views.findByIdAndPerson(id, current.get().login())
                .orElseThrow(() -> new NotFound(WORDING.text("noView"))));
    }

    private InboxQuery read(String query) {
        try {
            return json.readValue(query, InboxQuery.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a saved view cannot be read", e);
        }
    }

    private String write(InboxQuery query) {
        try {
            return json.writeValueAsString(query).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be saved", e);
        }
    }

    /** A query by its name. */
    public record SavedView(UUID id, String name, InboxQuery query) {}
}
