package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.leadrelay.forecast.IncomingLeads;
import org.leadrelay.ui.component.InfoDialog;
import org.leadrelay.ui.component.Times;

/** Dialog of a rep's forecast: by how far leads are, how ready, and for when. */
class IncomingDialog extends InfoDialog {

    private static final long serialVersionUID = 1L;

    IncomingDialog(IncomingLeads incoming) {
        super("34em");
        setHeaderTitle(getTranslation("incoming.title"));
        add(share(incoming));
        incoming.stages().forEach(each -> add(stage(each)));
        String at = Times.text(incoming.asOf(), ZoneId.of(incoming.zone()), getLocale());
        Paragraph asOf = new Paragraph(getTranslation("incoming.asOf", at, incoming.zone()));
        asOf.addClassName("secondary");
        add(asOf);
    }

    private Component share(IncomingLeads incoming) {
        Div share = new Div();
        share.addClassName("incoming-share");
        IncomingLeads.Estimate estimate = incoming.estimate();
        if (estimate == null) {
            share.add(new Paragraph(getTranslation("incoming.noEstimate." + incoming.noEstimate())));
            return share;
        }
        Paragraph about = new Paragraph(getTranslation("incoming.estimate", estimate.leads()));
        about.addClassName("incoming-estimate");
        Paragraph why = new Paragraph(getTranslation(
                "incoming.estimate.why",
                estimate.free(),
                estimate.freeOfAll(),
                estimate.handedOver(),
                estimate.answered(),
                estimate.days()));
        why.addClassName("secondary");
        share.add(about, why);
        return share;
    }

    private Component stage(IncomingLeads.Stage stage) {
        Div block = new Div();
        block.addClassName("incoming-stage");
        Span count = new Span(String.format(getLocale(), "%,d", stage.leads()));
        count.addClassNames("count", "figures");
        H3 title = new H3(new Span(getTranslation("incoming." + stage.stage())), count);
        block.add(title, line(getTranslation("incoming." + stage.stage() + ".what")));
        if (!stage.readiness().isEmpty()) {
            block.add(line(getTranslation(
                    "incoming.readiness",
                    stage.readiness().stream().map(this::readiness).collect(Collectors.joining(", ")))));
        }
        if (!stage.days().isEmpty()) {
            block.add(line(getTranslation(
                    "incoming.days", stage.days().stream().map(this::day).collect(Collectors.joining(", ")))));
        }
        if (stage.late() > 0) {
            block.add(line(getTranslation("incoming.late", stage.late())));
        }
        return block;
    }

    private String readiness(IncomingLeads.Readiness each) {
        String priority = getTranslation("lead.priority." + each.priority());
        Integer maturity = each.maturity();
        String fit = each.fit();
        return each.leads() + " × " + (fit == null || maturity == null ? priority : fit + maturity + " " + priority);
    }

    private String day(IncomingLeads.Day each) {
        return getTranslation("incoming.day", each.leads(), Times.day(each.day(), getLocale()));
    }

    private static Paragraph line(String text) {
        return new Paragraph(text);
    }
}
