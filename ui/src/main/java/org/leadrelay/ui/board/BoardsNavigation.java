package org.leadrelay.ui.board;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the boards. */
@Component
public class BoardsNavigation implements NavigationItem {

    static final String BOARDS = "boards";
    static final String MAIL = BOARDS + "/mail";
    static final String COSTS = BOARDS + "/costs";

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String labelKey() {
        return "boards.title";
    }

    @Override
    public String key() {
        return "b";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.BAR_CHART_H;
    }

    @Override
    public String path() {
        return BOARDS;
    }

    @Override
    public Class<?> view() {
        return BoardsView.class;
    }
}
