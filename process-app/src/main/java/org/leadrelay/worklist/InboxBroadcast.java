package org.leadrelay.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.worklist.InboxChange.What;
import org.springframework.stereotype.Component;

/** Serialization of inbox changes between nodes: a line each, as many as fit a message. */
@Component
class InboxBroadcast {

    private static final String TOPIC = "inbox";

    private final NodeBroadcast nodes;

    InboxBroadcast(NodeBroadcast nodes) {
        this.nodes = nodes;
    }

    void tell(List<InboxChange> batch) {
        StringBuilder message = new StringBuilder();
        for (InboxChange change : batch) {
            String line = line(change);
            if (message.length() + line.length() > NodeBroadcast.LONGEST) {
                nodes.tell(TOPIC, message.toString());
                message = new StringBuilder();
            }
            message.append(line);
        }
        nodes.tell(TOPIC, message.toString());
    }

    Runnable listen(Consumer<List<InboxChange>> deliver) {
        return nodes.listen(
                TOPIC, message -> deliver.accept(changes(message)), () -> deliver.accept(List.of(InboxChange.MUCH)));
    }

    private static String line(InboxChange change) {
        return String.join(
                        "\t",
                        change.what().name(),
                        text(change.taskId()),
                        text(change.leadId()),
                        text(change.role()),
                        text(change.assignee()))
                + "\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<InboxChange> changes(String message) {
        ArrayList<InboxChange> changes = new ArrayList<>();
        for (String line : message.lines().toList()) {
            String[] cells = line.split("\t", -1);
            String lead = value(cells[2]);
            changes.add(new InboxChange(
                    What.valueOf(cells[0]),
                    value(cells[1]),
                    lead == null ? null : UUID.fromString(lead),
                    value(cells[3]),
                    value(cells[4])));
        }
        return changes;
    }

    private static @Nullable String value(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
