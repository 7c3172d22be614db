package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.Origin;
import org.leadrelay.redesign.ProductUpgrade.ProductFile;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseFile;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.Toasts;

/** Panel of a release's files: where each came from, and for a candidate how to replace it or take it back. */
final class FilesPanel extends Div {

    private final ReleasePresenter desk;
    private final ReleaseContent content;
    private final Release release;
    private final transient Map<String, ProductFile> upgrade;
    private final ReleasePresenter.Shown shown;

    /**
     * @param upgrade the files of an upgrade of the product that waits for a decision, by their ids
     */
    FilesPanel(
            ReleasePresenter desk,
            ReleaseContent content,
            Map<String, ProductFile> upgrade,
            ReleasePresenter.Shown shown) {
        this.desk = desk;
        this.content = content;
        this.release = content.release();
        this.upgrade = upgrade;
        this.shown = shown;
        addClassName("redesign-files");
        if (release.stage() == ReleaseStage.DRAFT) {
            add(new BaseMovedBanner(desk, release, shown), editing());
        }
        if (!upgrade.isEmpty()) {
            Paragraph product = new Paragraph(getTranslation("redesign.product.what"));
            product.addClassName("redesign-next");
            add(product);
        }
        add(bar(), table());
    }

    /** How to change it, or why one may not. */
    private Component editing() {
        if (!desk.mayRedesign()) {
            return new Paragraph(getTranslation("redesign.files.who"));
        }
        Paragraph what = new Paragraph(getTranslation("redesign.files.what"));
        what.addClassName("secondary");
        return new Div(what, new ModelUpload(this::take));
    }

    private void take(List<UploadedFile> files) {
        try {
            Upload upload = desk.candidates().upload(files, Origin.BROWSER, release.edition());
            shown.accept(upload.release());
            tell(upload);
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }

    private void tell(Upload upload) {
        if (upload.changed().isEmpty()) {
            Toasts.done(getTranslation("redesign.upload.same"));
        } else {
            long refusals = upload.findings().stream()
                    .filter(each -> each.severity() == Severity.REFUSAL)
                    .count();
            String names = String.join(", ", upload.changed());
            if (refusals == 0) {
                Toasts.done(getTranslation("redesign.upload.done", names));
            } else {
                Toasts.failed(getTranslation("redesign.upload.refusals", names, refusals));
            }
        }
        desk.tellOthers(upload, this);
    }

    private Component bar() {
        Div bar =
                new Div(ModelDownload.all(desk.releases(), release.number(), getTranslation("redesign.download.all")));
        bar.addClassName("redesign-bar");
        return bar;
    }

    private DataTable table() {
        DataTable table = new DataTable(
                        getTranslation("redesign.tab.files"),
                        Stream.of("name", "kind", "origin", "who", "changes", "deeds")
                                .map(each -> getTranslation("redesign.file." + each))
                                .toList())
                .linesOnPhones();
        content.files().forEach(each -> table.row(cells(each)));
        upgrade.values().stream().filter(this::isMissing).forEach(each -> table.row(cells(each)));
        return table;
    }

    /** Whether the release lacks what the product brings: it was taken back, or the candidate began anew. */
    private boolean isMissing(ProductFile product) {
        return content.files().stream()
                .noneMatch(each -> each.file().id().equals(product.file().id()));
    }

    private List<Component> cells(ProductFile missing) {
        Div deeds = new Div(download(missing));
        deeds.addClassName("redesign-deeds");
        return List.of(
                new Span(missing.file().name()),
                new Span(getTranslation("redesign.kind." + missing.file().kind().code())),
                new Div(new Span(getTranslation("redesign.product.missing")), new ProductMark(missing)),
                new Span("–"),
                new Span("–"),
                deeds);
    }

    private List<Component> cells(ReleaseFile file) {
        String name = file.file().name();
        return List.of(
                new Span(name),
                new Span(getTranslation("redesign.kind." + file.file().kind().code())),
                from(file),
                who(file),
                changes(file),
                deeds(file));
    }

    private Component from(ReleaseFile file) {
        ProductFile product = upgrade.get(file.file().id());
        Span origin = new Span(origin(file));
        return product == null ? origin : new Div(origin, new ProductMark(product));
    }

    private String origin(ReleaseFile file) {
        if (file.origin() == Origin.CARRIED) {
            return release.base() == 0
                    ? getTranslation("redesign.origin.first")
                    : getTranslation(
                            "redesign.origin.carried",
                            release.rollsBackTo() == null ? release.base() : release.rollsBackTo());
        }
        return getTranslation("redesign.origin." + file.origin().name().toLowerCase(Locale.ROOT));
    }

    private Component who(ReleaseFile file) {
        Span at = new Span(desk.times().text(file.at(), getLocale()));
        at.setTitle(desk.times().exact(file.at(), getLocale()));
        at.addClassNames("second-line", "figures");
        Div both = new Div(new Span(desk.name(file.person())), at);
        both.addClassName("redesign-name");
        return both;
    }

    /** How much it says differently, as a link to that. */
    private Component changes(ReleaseFile file) {
        String name = file.file().name();
        long count = content.changes().stream()
                .filter(each -> each.file().equals(name))
                .count();
        if (count == 0) {
            return new Span("–");
        }
        Anchor link = new Anchor(
                ReleaseView.address(release, ReleaseTab.DIFFERENCE, name, null),
                getTranslation("redesign.file.changed", count));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Component deeds(ReleaseFile file) {
        ModelDownload download =
                ModelDownload.of(desk.releases(), release.number(), file.file(), getTranslation("redesign.download"));
        download.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("redesign.download.one", file.file().name()));
        Div deeds = new Div(download);
        if (file.file().kind() == FileKind.DECISION) {
            Anchor open = new Anchor(
                    ReleaseView.address(release, ReleaseTab.TABLES, file.file().name(), null),
                    getTranslation("redesign.table.open"));
            open.getElement().setAttribute("router-link", true);
            open.getElement()
                    .setAttribute(
                            "aria-label",
                            getTranslation("redesign.table.open") + ": "
                                    + file.file().name());
            deeds.add(open);
        }
        deeds.addClassName("redesign-deeds");
        ProductFile product = upgrade.get(file.file().id());
        if (product != null && ProductMark.isToTake(product)) {
            deeds.add(download(product));
        }
        if (release.stage() == ReleaseStage.DRAFT && desk.mayRedesign() && isReplaced(file)) {
            Button revert = new Button(getTranslation("redesign.revert"), click -> revert(file));
            revert.setAriaLabel(
                    getTranslation("redesign.revert.one", file.file().name()));
            revert.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            deeds.add(revert);
        }
        return deeds;
    }

    private ModelDownload download(ProductFile product) {
        ModelDownload theirs = ModelDownload.ofProduct(
                desk.releases(), release.number(), product.file(), getTranslation("redesign.product.download"));
        theirs.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "redesign.product.download.one", product.file().name()));
        return theirs;
    }

    private static boolean isReplaced(ReleaseFile file) {
        return file.origin() != Origin.CARRIED;
    }

    private boolean isNew(ReleaseFile file) {
        return content.before().stream()
                .noneMatch(each -> each.id().equals(file.file().id()));
    }

    private void revert(ReleaseFile file) {
        ConfirmDialogs.before(
                getTranslation("redesign.revert.ask", file.file().name()),
                getTranslation(isNew(file) ? "redesign.revert.new" : "redesign.revert.consequence", release.base()),
                getTranslation("redesign.revert"),
                () -> {
                    shown.accept(desk.candidates()
                            .revert(release.edition(), file.file().id()));
                    Toasts.done(
                            getTranslation("redesign.revert.done", file.file().name()));
                });
    }
}
