package org.leadrelay.charter;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.leadrelay.access.Mandate;

/** Validation of the target figures, and of who answers for them. */
record FigureCheck(List<String> logins) {

    private static final BigDecimal MOST = new BigDecimal("1e12");
    private static final BigDecimal MATUREST = BigDecimal.valueOf(4);

    void check(CharterContent draft, DraftViolations wrong) {
        currency(draft.currency(), wrong);
        for (Metric metric : Metric.values()) {
            List<Figure> figures = draft.figures().stream()
                    .filter(each -> each.metric() == metric)
                    .toList();
            boolean leftOut = figures.isEmpty() && metric.isOptional();
            if (figures.size() != 1 && !leftOut) {
                wrong.add("figures." + metric.code(), figures.isEmpty() ? "noFigure" : "twice", metric.code());
            }
        }
        for (Figure figure : draft.figures()) {
            if (figure.metric() == null) {
                wrong.add("figures.metric", "missing");
            } else {
                one(figure, wrong);
            }
        }
    }

    private static void currency(String currency, DraftViolations wrong) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(currency))) {
            wrong.add("currency", "currency", currency);
        }
    }

    private void one(Figure figure, DraftViolations wrong) {
        String field = "figures." + figure.metric().code();
        if (figure.metric() == Metric.MATURE_FROM) {
            if (figure.value().scale() > 0
                    || figure.value().signum() <= 0
                    || figure.value().compareTo(MATUREST) > 0) {
                wrong.add(field + ".value", "maturity");
            }
        } else if (figure.metric().isShare()) {
            if (figure.value().signum() <= 0 || figure.value().compareTo(BigDecimal.ONE) > 0) {
                wrong.add(field + ".value", "rate");
            }
        } else if (figure.value().signum() <= 0 || figure.value().compareTo(MOST) > 0) {
            wrong.add(field + ".value", "amount");
        }
        if (figure.metric() == Metric.VOLUME_GOAL && figure.value().scale() > 0) {
            wrong.add(field + ".value", "whole");
        }
        boolean mandate =
                Arrays.stream(Mandate.values()).anyMatch(each -> each.code().equals(figure.owner()));
        if (!mandate && !logins.contains(figure.owner())) {
            wrong.add(field + ".owner", "owner", figure.owner());
        }
        if (figure.review() == null) {
            wrong.add(field + ".review", "review");
        }
    }
}
