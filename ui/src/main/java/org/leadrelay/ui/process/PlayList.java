package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.leadrelay.board.Evidence;
import org.leadrelay.board.words.RateWords;
import org.leadrelay.opening.PlayResult;
import org.leadrelay.ui.component.DataTable;

/** List of the plays of the table that the reps' card reads: what each says, and how often reps said that it helped. */
final class PlayList extends Div {

    private static final long serialVersionUID = 1L;

    private final Locale locale;

    PlayList(List<PlayResult> plays, Locale locale) {
        this.locale = locale;
        addClassName("plays");
        Paragraph what = new Paragraph(getTranslation("process.plays.what"));
        what.addClassName("secondary");
        add(what);
        if (plays.isEmpty()) {
            add(new Paragraph(getTranslation("process.plays.none")));
            return;
        }
        String title = getTranslation("process.plays.title");
        DataTable table = new DataTable(
                        title,
                        List.of(
                                getTranslation("process.play"),
                                getTranslation("process.play.says"),
                                getTranslation("process.play.leave"),
                                getTranslation("process.play.helped")))
                .linesOnPhones();
        plays.forEach(
                each -> table.row(name(each), says(each), new Span(each.play().leave()), new Span(helped(each))));
        Details details = new Details(title, table);
        details.addClassName("agreed-table");
        add(details);
    }

    private static Component name(PlayResult result) {
        Span code = new Span(result.play().id());
        code.addClassName("secondary");
        return new Div(new Div(result.play().name()), code);
    }

    private static Component says(PlayResult result) {
        UnorderedList lines = new UnorderedList();
        result.play().lines().forEach(each -> lines.add(new ListItem(each)));
        return lines;
    }

    /** In words first; below the guard the bare counts. */
    private String helped(PlayResult result) {
        String now = result.votes() == 0 ? getTranslation("process.play.untried") : said(result);
        return result.earlierVotes() == 0
                ? now
                : now + " "
                        + getTranslation(
                                "process.play.earlier", number(result.earlierHelped()), number(result.earlierVotes()));
    }

    private String said(PlayResult result) {
        String counts = getTranslation("process.play.counts", number(result.helped()), number(result.votes()));
        if (!result.enough()) {
            return counts;
        }
        Evidence.Interval share = result.share();
        return getTranslation(
                "process.play.share",
                RateWords.of(share.low(), share.high(), locale),
                NumberFormat.getPercentInstance(locale).format(share.value()),
                counts);
    }

    private String number(long number) {
        return ProcessServices.number(number, locale);
    }
}
