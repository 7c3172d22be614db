package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.DiagramPanel;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.TaskDetail;

/**
 * Background of a task: the lead's story, comments, and the diagram. Each is read when it comes into view
 * (lazy loading), so that going from task to task costs none of them.
 */
class TaskBackground extends Div {

    private static final long serialVersionUID = 1L;

    /** How long a task stays open, in milliseconds, until what is in view below its form is read. */
    private static final int LINGERED = 300;

    private final InboxServices desk;
    private final UUID lead;
    private final TabSheet sheet = new TabSheet();
    private final Tab comments = new Tab();
    private final Div told = new Div();
    private final Div picture = new Div();
    private final CommentList said;
    private @Nullable StoryList story;
    private TaskDetail detail;

    TaskBackground(InboxServices desk, TaskDetail detail, Consumer<String> say) {
        this.desk = desk;
        this.detail = detail;
        lead = detail.task().leadId();
        addClassName("task-background");
        told.addClassName("told");
        said = new CommentList(desk.times(), say);
        sheet.add(new Tab(getTranslation("task.story")), told);
        sheet.add(comments, said);
        Tab diagram = sheet.add(new Tab(getTranslation("task.diagram")), picture);
        sheet.addSelectedChangeListener(event -> {
            if (event.getSelectedTab() == diagram
                    && picture.getChildren().findAny().isEmpty()) {
                picture.add(diagram());
            }
        });
        sheet.setWidthFull();
        add(sheet);
        again(detail);
        whenSeen();
    }

    /** Reads story and comments anew; what is being written stays. */
    final void again(TaskDetail now) {
        detail = now;
        said.show(now.comments(), now.notes());
        comments.setLabel(getTranslation(
                "task.comments", now.comments().size() + now.notes().size()));
        if (story != null) {
            story.again();
        }
    }

    /** To the field for a comment. */
    void writeComment() {
        sheet.setSelectedTab(comments);
        said.focus();
    }

    /** The lead's story; read now if it was not yet. */
    final StoryList story() {
        StoryList read = story;
        if (read == null) {
            read = new StoryList(
                    desk.times(),
                    (chapter, element, offset, limit) ->
                            desk.timeline().page(lead, chapter.kinds(), element, true, offset, limit, getLocale()));
            story = read;
            told.add(read);
        }
        return read;
    }

    private void whenSeen() {
        told.getElement().addEventListener("seen", event -> story());
        told.addAttachListener(event -> told.getElement().executeJs("""
            const told = this;
            const observer = new IntersectionObserver(seen => {
                if (seen.some(each => each.isIntersecting)) {
                    observer.disconnect();
                    setTimeout(() => told.isConnected && told.dispatchEvent(new CustomEvent('seen')), $0);
                }
            });
            observer.observe(told);
            """, LINGERED));
    }

    private Component diagram() {
        String model = detail.task().definitionId().replaceFirst(":.*", "");
        try {
            return new DiagramPanel(desk.diagrams().of(lead), model, desk.times(), element -> {
                        story().at(element, null);
                        sheet.setSelectedIndex(0);
                    })
                    .leadingTo(LeadNavigation.diagram(lead, model, detail.task().id()));
        } catch (ProductException gone) {
            return new Div(gone.detail());
        }
    }
}
