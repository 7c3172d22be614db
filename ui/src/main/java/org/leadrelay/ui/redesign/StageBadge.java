package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Span;
import org.leadrelay.redesign.ReleaseStage;

/** Badge of a release's stage, in words. */
final class StageBadge extends Span {

    private static final long serialVersionUID = 1L;

    StageBadge(ReleaseStage stage) {
        setText(getTranslation("redesign.stage." + stage.code()));
        getElement().getThemeList().add("badge" + look(stage));
        addClassName("redesign-stage");
    }

    private static String look(ReleaseStage stage) {
        return switch (stage) {
            case IN_FORCE -> " success";
            case REJECTED -> " error";
            case PAST, WITHDRAWN -> " contrast";
            case DRAFT, SEALED, AWAITING_CHARTER, SCHEDULED -> "";
        };
    }
}
