package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.UUID;
import java.util.function.Consumer;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.DiagramPanel;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.worklist.TaskDetail;

/** Background of a task: the lead's story, comments, and the diagram. */
class TaskBackground extends Div {

    private static final long serialVersionUID = 1L;

    private final TabSheet sheet = new TabSheet();
    private final Tab comments = new Tab();
    private final StoryList story;
    private final CommentList said;

    TaskBackground(InboxServices desk, TaskDetail detail, Consumer<String> say) {
        addClassName("task-background");
        UUID lead = detail.task().leadId();
        story = new StoryList(
                desk.times(),
                (chapter, element, offset, limit) ->
                        desk.timeline().page(lead, chapter.kinds(), element, true, offset, limit, getLocale()));
        said = new CommentList(desk.times(), say);
        sheet.add(new Tab(getTranslation("task.story")), story);
        sheet.add(comments, said);
        Div picture = new Div();
        Tab diagram = sheet.add(new Tab(getTranslation("task.diagram")), picture);
        sheet.addSelectedChangeListener(event -> {
            if (event.getSelectedTab() == diagram && picture.getChildren().count() == 0) {
                picture.add(diagram(desk, detail, lead));
            }
        });
        sheet.setWidthFull();
        add(sheet);
        again(detail);
    }

    /** Reads story and comments anew; what is being written stays. */
    final void again(TaskDetail detail) {
        said.show(detail.comments(), detail.notes());
        comments.setLabel(getTranslation(
                "task.comments", detail.comments().size() + detail.notes().size()));
        story.again();
    }

    private Component diagram(InboxServices desk, TaskDetail detail, UUID lead) {
        String model = detail.task().definitionId().replaceFirst(":.*", "");
        try {
            return new DiagramPanel(desk.diagrams().of(lead), model, element -> {
                story.at(element, null);
                sheet.setSelectedIndex(0);
            });
        } catch (ProductException gone) {
            return new Div(gone.detail());
        }
    }
}
