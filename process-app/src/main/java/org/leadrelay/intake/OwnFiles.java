package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leadrelay.export.LeadExports;
import org.leadrelay.platform.Wording;

/**
 * Recognition of a file that the product itself wrote, by its header; leaves out the columns that only the
 * product fills: line, field and reason of refused rows; step, owner and the like of the list of leads.
 */
final class OwnFiles {

    private static final Wording WORDING = Wording.of(OwnFiles.class);

    private static final List<String> OF_REFUSALS = List.of("line", "field", "reason");
    private static final List<String> TAKEN_OF_LEADS =
            List.of("name", "email", "phone", "company", "source", "campaign");

    private final List<String> header;
    private final List<Integer> taken;
    private final boolean leads;

    OwnFiles(List<String> header) {
        this.header = header;
        this.leads = header.equals(LeadExports.headings());
        boolean refusals = header.size() > 3 && header.subList(0, 3).equals(OF_REFUSALS);
        this.taken = IntStream.range(0, header.size())
                .filter(i -> !refusals || i >= OF_REFUSALS.size())
                .filter(i -> !leads || TAKEN_OF_LEADS.contains(header.get(i)))
                .boxed()
                .toList();
    }

    boolean isListOfLeads() {
        return leads;
    }

    /** The columns that are about the lead. */
    List<String> header() {
        return taken.stream().map(header::get).toList();
    }

    /** The row in those columns. */
    CsvRow of(CsvRow row) {
        if (taken.size() == header.size() || row.problem() != null) {
            return row;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (i >= header.size() || taken.contains(i)) {
                cells.add(row.cells().get(i));
            }
        }
        String problem = null;
        if (leads && row.cells().size() == header.size()) {
            Map<String, String> said =
                    IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, row.cells()::get));
            if (isStandIn(said)) {
                cells.set(0, "");
            }
            problem = said.getOrDefault("email", "").isBlank() ? WORDING.text("ownNoEmail") : null;
        }
        return new CsvRow(row.number(), row.line(), problem == null ? cells : row.cells(), problem);
    }

    /** In a list a lead without a name is called by its address, its company or its number. */
    private static boolean isStandIn(Map<String, String> said) {
        String name = said.getOrDefault("name", "");
        return name.startsWith("#") || name.equals(said.get("email")) || name.equals(said.get("company"));
    }
}
