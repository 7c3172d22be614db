package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.charter.SignOff;
import org.leadrelay.export.TaskExports;
import org.leadrelay.redesign.Approvers;
import org.leadrelay.ui.component.ColumnChoice;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.LiveInbox;
import org.leadrelay.ui.component.Splitter;
import org.leadrelay.ui.layout.PaletteAction;
import org.leadrelay.ui.layout.PaletteActions;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChange.What;
import org.leadrelay.worklist.InboxChanges;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxLayouts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.SavedViews;
import org.leadrelay.worklist.TaskRow;

/** View of the inbox: whose tasks, which of them, and the one that is open. The address says all three. */
@Route(value = InboxNavigation.ADDRESS + "/:task?")
@PermitAll
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, TaskPane.Around, PaletteActions {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final PersonSettings settings;
    private final ScopeList scopes;
    private final TaskList list;
    private final BulkBar bulk;
    private final ListPane middle;
    private final TaskPane pane;
    private final TaskFocus focus = new TaskFocus();
    private final InboxQuery start;
    private final OwnChanges own = new OwnChanges();
    private InboxState state = InboxState.START;
    private boolean listed;

    InboxView(
            InboxServices desk,
            SavedViews views,
            InboxChanges changes,
            TaskExports exports,
            PersonSettings settings,
            InboxLayouts layouts,
            SignOff signOff,
            Approvers approvers) {
        start = desk.start();
        this.desk = desk;
        this.settings = settings;
        SavedViewDialogs saving = new SavedViewDialogs(views, this, this::around);
        scopes = new ScopeList(desk, views, start, this::list, saving::delete);
        list = new TaskList(desk, row -> go(state.task(row.id())), this::list, this::ticked);
        bulk = new BulkBar(desk, this::clearSelection, this::bulkDone);
        middle = new ListPane(
                new SignatureLine(signOff),
                new ApprovalLine(approvers),
                new FilterBar(
                        this::list,
                        () -> saving.save(state.query()),
                        desk::sources,
                        columnChoice(),
                        new InboxDownload(exports, new TaskWords(this, getLocale(), desk), () -> state)),
                bulk,
                new EmptyInbox(desk, this::list),
                list);
        pane = new TaskPane(desk, this);

        addClassName("inbox");
        H1 title = new H1(getTranslation("inbox.title"));
        title.addClassName("visually-hidden");
        Splitter splitter = new Splitter(
                getTranslation("inbox.splitter"),
                InboxLayouts.NARROWEST_LIST,
                InboxLayouts.WIDEST_LIST,
                layouts.listShare(),
                layouts::keepListShare);
        add(
                title,
                scopes,
                middle,
                splitter,
                pane,
                focus,
                new InboxKeys(this, desk.undo(), pane, list, bulk).shortcuts());
        DueTime.speak(this, desk.due());
        LiveInbox.follow(this, changes, this::changed);
        addAttachListener(event -> focus.begin());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InboxState before = state;
        state = InboxState.of(
                event.getRouteParameters().get("task").orElse(null),
                event.getLocation().getQueryParameters(),
                start);
        boolean another = !listed || !state.query().equals(before.query());
        listed = true;
        list.show(state);
        String task = state.task();
        setClassName("task-open", task != null);
        if (task == null) {
            pane.nothing();
        } else if (!pane.shows(task) || !task.equals(before.task())) {
            pane.open(task);
        }
        if (another) {
            around();
        }
    }

    @Override
    public String getPageTitle() {
        return pane.title(settings.mine().namesInTitles()).orElseGet(() -> getTranslation("inbox.title"));
    }

    /** The open task, if one is. */
    Optional<String> opened() {
        return Optional.ofNullable(state.task());
    }

    @Override
    public void completed(String taskId) {
        own.expect(What.ANSWERED, taskId, desk.me());
        Optional<TaskRow> next = list.afterCompleted(taskId);
        go(state.task(next.map(TaskRow::id).orElse(null)));
        around();
        focus.row();
    }

    @Override
    public void claimed(String taskId) {
        own.expect(What.ASSIGNED, taskId, desk.me());
        changed();
    }

    @Override
    public void changed() {
        list.again();
        around();
    }

    @Override
    public void acted() {
        String open = state.task();
        if (open == null || list.lists(open)) {
            list.again();
            pane.look();
        } else {
            go(state.task(list.inPlaceOf(open).map(TaskRow::id).orElse(null)));
        }
        around();
        focus.row();
    }

    @Override
    public void back() {
        go(state.task(null));
        focus.row();
    }

    @Override
    public TaskFocus focus() {
        return focus;
    }

    /** Shows a task again whose answer was taken back, in the list as it is. */
    void reopen(String taskId) {
        list.again();
        if (taskId.equals(state.task())) {
            pane.open(taskId);
        } else {
            go(state.task(taskId));
        }
        around();
        focus.row();
    }

    /** Something happened in somebody's inbox. */
    void changed(List<InboxChange> all) {
        List<InboxChange> changes =
                own.others(all).stream().filter(desk::mayConcern).toList();
        if (changes.isEmpty()) {
            return;
        }
        list.changed(changes);
        if (changes.stream().anyMatch(each -> each.concernsTask(state.task()))) {
            pane.look();
        }
        around();
    }

    private void list(InboxQuery query) {
        go(state.query(query));
    }

    private void go(InboxState next) {
        RouteParameters parameters =
                next.task() == null ? RouteParameters.empty() : new RouteParameters("task", next.task());
        getUI().orElseGet(UI::getCurrent).navigate(InboxView.class, parameters, next.address(start));
    }

    /** Counts, saved views, filters, and why the list is empty when it is. */
    private void around() {
        InboxCounts counts = desk.worklist().counts(state.query());
        scopes.show(counts, state.query());
        middle.show(state, counts, desk.steps(counts));
    }

    private void ticked(Set<TaskRow> rows) {
        bulk.show(rows);
    }

    /** The list's rows are no longer ticked, and the open one has the focus. */
    void clearSelection() {
        list.clearSelection();
        focus.row();
    }

    private void bulkDone() {
        list.clearSelection();
        acted();
    }

    private ColumnChoice<InboxColumn> columnChoice() {
        return new ColumnChoice<>(
                InboxColumn.all(),
                InboxColumn.byDefault(),
                each -> getTranslation("inbox.column." + each.key()),
                () -> state.columns(),
                these -> go(state.columns(these)));
    }

    @Override
    public List<PaletteAction> paletteActions() {
        return Stream.concat(pane.actions().offered().stream(), scopes.offered().stream())
                .toList();
    }

    /** Opens the task so many rows further, or the first where none is open. */
    void move(int steps) {
        list.beside(state.task(), state.task() == null ? 0 : steps).ifPresent(row -> {
            list.scrollTo(row.id());
            go(state.task(row.id()));
            focus.row();
        });
    }
}
