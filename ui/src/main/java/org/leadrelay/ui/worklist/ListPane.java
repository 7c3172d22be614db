package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.leadrelay.worklist.InboxCounts;

/** Middle pane of the inbox: what awaits a signature or an approval, the filters, and the list or why it is empty. */
class ListPane extends Div {

    private static final long serialVersionUID = 1L;

    private final SignatureLine signature;
    private final ApprovalLine approval;
    private final FilterBar filters;
    private final EmptyInbox empty;
    private final TaskList list;

    ListPane(
            SignatureLine signature,
            ApprovalLine approval,
            FilterBar filters,
            BulkBar bulk,
            EmptyInbox empty,
            TaskList list) {
        this.signature = signature;
        this.approval = approval;
        this.filters = filters;
        this.empty = empty;
        this.list = list;
        addClassName("middle");
        add(signature, approval, filters, bulk, empty, list);
    }

    /**
     * Shows what stands around the list.
     *
     * @param steps the steps at which something waits with how much, by id
     */
    void show(InboxState state, InboxCounts counts, Map<String, String> steps) {
        signature.look();
        approval.look();
        filters.show(state.query(), steps);
        long listed = counts.of(state.query());
        list.counted(listed);
        boolean nothing = listed == 0;
        empty.setVisible(nothing);
        list.setVisible(!nothing);
        if (nothing) {
            empty.show(state, counts);
        }
    }
}
