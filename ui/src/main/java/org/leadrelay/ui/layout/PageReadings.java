package org.leadrelay.ui.layout;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.Map;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.springframework.stereotype.Component;

/**
 * Access log of the pages that list leads: which list somebody opened, once for each page and each filter, before the
 * page leaves. The pages of one lead tell themselves.
 */
@Component
class PageReadings {

    private static final String LAST = PageReadings.class.getName();

    /** Addresses of the pages, each with what the log calls its list. */
    static final Map<String, String> LISTS = Map.of(
            "inbox", "tasks",
            "leads", "leads",
            "promises", "promises",
            "imports/duplicates", "duplicates",
            "imports/consents", "consent-cases",
            "team", "waiting",
            "audit", "lines");

    private final ReadingLog readings;

    PageReadings(ReadingLog readings) {
        this.readings = readings;
    }

    void opened(UI page, Location address) {
        String path = address.getFirstSegment().equals("inbox") ? "inbox" : address.getPath();
        String shown = path + "?" + address.getQueryParameters().getQueryString();
        if (LISTS.containsKey(path) && !shown.equals(ComponentUtil.getData(page, LAST))) {
            readings.list(LISTS.get(path), Way.PAGE, null);
        }
        ComponentUtil.setData(page, LAST, shown);
    }
}
