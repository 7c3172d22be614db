package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.redesign.ProductUpgrade.ProductFile;
import org.leadrelay.redesign.difference.Upgrade.Side;

/** Badge of a file at an upgrade of the product: who changed it, and where both did not agree. */
final class ProductMark extends Div {

    ProductMark(ProductFile file) {
        Span badge = new Span(getTranslation(key(file)));
        badge.getElement().getThemeList().add(isToTake(file) ? "badge warning" : "badge");
        add(badge);
        if (!file.conflicts().isEmpty()) {
            Span elements = new Span(getTranslation("redesign.product.conflicts", String.join(", ", file.conflicts())));
            elements.addClassName("second-line");
            add(elements);
        }
    }

    /** Whether the product brings another version than the release has, which somebody has to look at. */
    static boolean isToTake(ProductFile file) {
        return file.side() != Side.OWN && !file.isTaken();
    }

    private static String key(ProductFile file) {
        return switch (file.side()) {
            case SHIPPED ->
                file.isNew()
                        ? "redesign.product.new"
                        : file.isTaken() ? "redesign.product.taken" : "redesign.product.newer";
            case OWN -> "redesign.product.own";
            case BOTH -> "redesign.product.both";
        };
    }
}
