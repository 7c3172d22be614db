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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.charter.SignOff;
import org.leadrelay.export.TaskExports;
import org.leadrelay.ui.component.ColumnChoice;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.LiveInbox;
import org.leadrelay.ui.component.Splitter;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.PaletteAction;
import org.leadrelay.ui.layout.PaletteActions;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxLayouts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.SavedViews;
import org.leadrelay.worklist.SavedViews.SavedView;
import org.leadrelay.worklist.TaskRow;

/** View of the inbox: whose tasks, which of them, and the one that is open. The address says all three. */
@Route(value = InboxNavigation.ADDRESS + "/:task?")
@PermitAll
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, TaskPane.Around, PaletteActions {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final PersonSettings settings;
    private final SavedViews views;
    private final ScopeList scopes;
    private final FilterBar filters;
    private final TaskList list;
    private final BulkBar bulk;
    private final EmptyInbox empty;
    private final TaskPane pane;
    private final TaskFocus focus = new TaskFocus();
    private final @Nullable IncomingLine incoming;
    private final InboxQuery start;
    private final SignatureLine signature;
    private InboxState state = InboxState.START;
    private boolean listed;

    InboxView(
            InboxServices desk,
            SavedViews views,
            InboxChanges changes,
            TaskExports exports,
            PersonSettings settings,
            InboxLayouts layouts,
            SignOff signOff) {
        start = desk.start();
        this.desk = desk;
        this.settings = settings;
        this.views = views;
        scopes = new ScopeList(start, this::list, this::deleteView);
        filters = new FilterBar(
                this::list,
                this::saveView,
                desk::sources,
                columnChoice(),
                new InboxDownload(exports, new TaskWords(this, getLocale(), desk), () -> state));
        list = new TaskList(desk, row -> go(state.task(row.id())), this::list, this::selected);
        bulk = new BulkBar(desk, list::clearSelection, this::bulkDone);
        empty = new EmptyInbox(desk, this::list);
        pane = new TaskPane(desk, this);

        incoming = desk.seesIncoming() ? new IncomingLine(desk.incoming(), desk.clock()) : null;
        if (incoming != null) {
            scopes.also(incoming);
        }

        addClassName("inbox");
        signature = new SignatureLine(signOff);
        Div middle = new Div(signature, filters, bulk, empty, list);
        middle.addClassName("middle");
        H1 title = new H1(getTranslation("inbox.title"));
        title.addClassName("visually-hidden");
        Splitter splitter = new Splitter(
                getTranslation("inbox.splitter"),
                InboxLayouts.NARROWEST_LIST,
                InboxLayouts.WIDEST_LIST,
                layouts.listShare(),
                layouts::keepListShare);
        add(title, scopes, middle, splitter, pane, focus, keys());
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

    @Override
    public void completed(String taskId) {
        Optional<TaskRow> next = list.inPlaceOf(taskId);
        go(state.task(next.map(TaskRow::id).orElse(null)));
        around();
        focus.row();
    }

    @Override
    public void changed(String taskId) {
        list.again();
        around();
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

    /** Takes the last answer back that can be; the key {@code u}. */
    void undoLast() {
        UndoStack.takeBackLast(desk.undo());
    }

    /** Shows a task again whose answer was taken back, in the list as it is. */
    void reopen(String taskId) {
        list.again();
        if (taskId.equals(state.task())) {
            pane.open(taskId);
            around();
        } else {
            go(state.task(taskId));
        }
        focus.row();
    }

    /** Something happened in somebody's inbox. */
    void changed(List<InboxChange> changes) {
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
        signature.look();
        InboxCounts counts = desk.worklist().counts(state.query());
        scopes.show(
                counts,
                views.mine(),
                state.query(),
                desk.seesTeam(),
                desk.breaches().unexplained());
        filters.show(state.query(), desk.steps(counts));
        if (incoming != null) {
            incoming.look();
        }
        boolean nothing = counts.of(state.query()) == 0;
        empty.setVisible(nothing);
        list.setVisible(!nothing);
        if (nothing) {
            empty.show(state, counts);
        }
    }

    private void selected(java.util.Set<TaskRow> rows) {
        bulk.show(rows);
    }

    private void bulkDone() {
        list.clearSelection();
        list.again();
        pane.look();
        around();
        focus.row();
    }

    private void saveView() {
        new SaveViewDialog(name -> {
                    views.save(name, state.query());
                    Toasts.done(getTranslation("inbox.save.done", name.strip()));
                    around();
                })
                .open();
    }

    private void deleteView(SavedView view) {
        ConfirmDialogs.before(
                getTranslation("inbox.saved.delete", view.name()),
                getTranslation("inbox.saved.delete.why"),
                getTranslation("inbox.saved.delete.do"),
                () -> {
                    views.delete(view.id());
                    around();
                });
    }

    private ColumnChoice<InboxColumn> columnChoice() {
        return new ColumnChoice<>(
                InboxColumn.all(),
                InboxColumn.byDefault(),
                each -> getTranslation("inbox.column." + each.key()),
                () -> state.columns(),
                these -> go(state.columns(these)));
    }

    private KeyboardShortcuts keys() {
        return new KeyboardShortcuts()
                .onRepeated("j", getTranslation("inbox.keys.next"), () -> move(1))
                .onRepeated("k", getTranslation("inbox.keys.previous"), () -> move(-1))
                .on("Enter", getTranslation("inbox.keys.open"), this::enter)
                .also("Tab", getTranslation("inbox.keys.form"))
                .onDigits(getTranslation("inbox.keys.outcome"), pane::chosen, pane::complete)
                .on("Ctrl+Enter", getTranslation("inbox.keys.complete"), pane::complete)
                .on("c", getTranslation("inbox.keys.claim"), () -> either(bulk::claim, pane.actions()::claim))
                .on("r", getTranslation("inbox.keys.release"), pane.actions()::release)
                .on("a", getTranslation("inbox.keys.assign"), () -> either(bulk::assign, pane.actions()::assign))
                .on("q", getTranslation("inbox.keys.ask"), pane.actions()::ask)
                .on("e", getTranslation("inbox.keys.fact"), pane.actions()::editFact)
                .on("u", getTranslation("inbox.keys.undo"), this::undoLast)
                .on("x", getTranslation("inbox.keys.select"), () -> list.select(state.task()))
                .on("Escape", getTranslation("inbox.keys.clear"), this::clear)
                .on("d", getTranslation("inbox.keys.diagram"), pane.actions()::diagram)
                .opens("f", getTranslation("inbox.keys.search"), ".inbox .first-filters vaadin-text-field");
    }

    @Override
    public List<PaletteAction> paletteActions() {
        return Stream.concat(pane.actions().offered().stream(), scopes.offered().stream())
                .toList();
    }

    private void clear() {
        list.clearSelection();
        focus.row();
    }

    private void either(Runnable several, Runnable one) {
        if (bulk.active()) {
            several.run();
        } else {
            one.run();
        }
    }

    private void move(int steps) {
        list.beside(state.task(), state.task() == null ? 0 : steps).ifPresent(row -> {
            list.scrollTo(row.id());
            go(state.task(row.id()));
            focus.row();
        });
    }

    private void enter() {
        if (state.task() == null) {
            move(0);
        } else {
            pane.focusForm();
        }
    }
}
