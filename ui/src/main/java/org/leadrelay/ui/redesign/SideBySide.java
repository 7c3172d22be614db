package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.Category;
import org.leadrelay.redesign.difference.Differences;
import org.leadrelay.redesign.difference.ModelChange;
import org.leadrelay.redesign.difference.TableDifference;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.ModelPair;
import org.leadrelay.ui.component.ZoomButtons;

/** Panel of two versions of a file: of a model two diagrams in step, of a table its rows laid over one another. */
final class SideBySide extends Div {

    private final Select<String> file = new Select<>();
    private final ModelPair pair = new ModelPair(getTranslation("difference.pair"));
    private final Div zoom = new Div();
    private final Div tables = new Div();
    private final Paragraph none = new Paragraph();
    private final Div legend = new Div();
    private transient List<ModelFile> before = List.of();
    private transient List<ModelFile> after = List.of();
    private transient List<ModelChange> changes = List.of();
    private SerializableConsumer<ModelChange> chosen = change -> {};
    private String drawn = "";

    SideBySide() {
        addClassNames("diagram-panel", "difference-panel");
        file.setAriaLabel(getTranslation("difference.file"));
        file.addValueChangeListener(event -> draw(event.getValue()));
        zoom.add(ZoomButtons.of(pair));
        Div bar = new Div(file, zoom);
        bar.addClassName("diagram-bar");
        Arrays.stream(ModelPair.Kind.values()).forEach(each -> legend.add(legend(each)));
        legend.addClassName("diagram-legend");
        tables.addClassName("difference-tables");
        pair.addElementChosenListener(event -> clicked(event.element(), event.isBefore()));
        add(bar, pair, tables, none, legend);
    }

    /** Called with the first change of an element that somebody clicks on. */
    void onChosen(SerializableConsumer<ModelChange> listener) {
        chosen = listener;
    }

    /** Compares two sets of files, and shows the first that changed. */
    void compare(List<ModelFile> then, List<ModelFile> now, List<ModelChange> between) {
        before = then;
        after = now;
        changes = between;
        drawn = "";
        List<String> names =
                between.stream().map(each -> modelOf(each.file())).distinct().toList();
        file.setItems(names);
        // without a change there is nothing to look at, and nothing to zoom
        boolean any = !names.isEmpty();
        Stream.of(file, zoom, pair, tables, legend).forEach(each -> each.setVisible(any));
        none.setVisible(false);
        if (any) {
            file.setValue(names.get(0));
        }
    }

    /** Shows where something changed. */
    void show(ModelChange change) {
        file.setValue(modelOf(change.file()));
        pair.goTo(place(change, before, true), place(change, after, false));
    }

    /** The element to look at on that side; of what is not drawn itself the first that uses it. */
    private @Nullable String place(ModelChange change, List<ModelFile> files, boolean then) {
        String element = element(change, then);
        ModelFile model = file(files, modelOf(change.file()));
        if (element == null || model == null || model.kind() != FileKind.PROCESS) {
            return element;
        }
        return Differences.users(model).getOrDefault(element, List.of(element)).stream()
                .findFirst()
                .orElse(element);
    }

    private void draw(@Nullable String name) {
        if (name == null || name.equals(drawn)) {
            return;
        }
        drawn = name;
        @Nullable ModelFile then = file(before, name);
        @Nullable ModelFile now = file(after, name);
        boolean model = kind(then, now) == FileKind.PROCESS;
        pair.setVisible(model);
        zoom.setVisible(model);
        tables.removeAll();
        none.setVisible(false);
        if (model) {
            pair.show(side(then, before, "difference.before", true), side(now, after, "difference.after", false));
        } else {
            tables(name);
        }
    }

    private void tables(String name) {
        List<TableDifference> found = Differences.tables(before, after).stream()
                .filter(each -> each.file().equals(name))
                .toList();
        found.forEach(each -> tables.add(new TableDifferenceView(each)));
        none.setVisible(found.isEmpty());
        none.setText(getTranslation("difference.noView", name));
    }

    private static @Nullable FileKind kind(@Nullable ModelFile then, @Nullable ModelFile now) {
        return Stream.of(now, then)
                .filter(Objects::nonNull)
                .map(ModelFile::kind)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ModelFile file(List<ModelFile> files, String name) {
        return files.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Of words, the model that they are about. */
    private String modelOf(String name) {
        return Stream.concat(after.stream(), before.stream())
                .filter(each -> each.name().equals(name) && each.kind() == FileKind.WORDS)
                .flatMap(words -> Stream.concat(after.stream(), before.stream())
                        .filter(each ->
                                each.kind() == FileKind.PROCESS && words.id().startsWith(each.id() + "_")))
                .map(ModelFile::name)
                .findFirst()
                .orElse(name);
    }

    private ModelPair.@Nullable Side side(
            @Nullable ModelFile model, List<ModelFile> files, String label, boolean then) {
        return model == null
                ? null
                : new ModelPair.Side(
                        new String(model.content(), StandardCharsets.UTF_8),
                        getTranslation(label),
                        Differences.names(files, model.id(), getLocale()),
                        marks(model, then));
    }

    private List<ModelPair.Mark> marks(ModelFile model, boolean then) {
        Map<String, List<String>> users = Differences.users(model);
        Map<String, List<ModelChange>> byElement = new LinkedHashMap<>();
        for (ModelChange each : changes) {
            String element = element(each, then);
            if (element != null
                    && each.category() != Category.LAYOUT
                    && modelOf(each.file()).equals(model.name())) {
                users.getOrDefault(element, List.of(element))
                        .forEach(one -> byElement
                                .computeIfAbsent(one, ignored -> new ArrayList<>())
                                .add(each));
            }
        }
        List<ModelPair.Mark> marks = new ArrayList<>();
        byElement.forEach((element, all) -> marks.add(new ModelPair.Mark(
                element,
                kind(all),
                all.stream().map(each -> each.sentence(getLocale())).collect(Collectors.joining("\n")))));
        return marks;
    }

    /** The element's id on that side; null when it is not there, or the file is meant. */
    private static @Nullable String element(ModelChange change, boolean then) {
        boolean whole = change.property().isEmpty();
        return switch (change.kind()) {
            case RENAMED -> then ? change.before() : change.after();
            case ADDED -> whole && then ? null : change.element();
            case REMOVED -> whole && !then ? null : change.element();
            case CHANGED -> change.element();
        };
    }

    /** Of an element that is new, what is told of it besides is new as well. */
    private static ModelPair.Kind kind(List<ModelChange> all) {
        for (ModelChange each : all) {
            if (each.property().isEmpty() && each.kind() == ModelChange.Kind.ADDED) {
                return ModelPair.Kind.ADDED;
            }
            if (each.property().isEmpty() && each.kind() == ModelChange.Kind.REMOVED) {
                return ModelPair.Kind.REMOVED;
            }
        }
        return ModelPair.Kind.CHANGED;
    }

    private void clicked(String element, boolean then) {
        changes.stream()
                .filter(each -> element.equals(element(each, then))
                        && modelOf(each.file()).equals(drawn))
                .findFirst()
                .ifPresent(each -> {
                    show(each);
                    chosen.accept(each);
                });
    }

    private Component legend(ModelPair.Kind kind) {
        String code = kind.name().toLowerCase(Locale.ROOT);
        Span sample = new Span(kind.sign());
        sample.addClassNames("difference-sign", "difference-" + code);
        return new Span(sample, new Span(getTranslation("difference.kind." + code)));
    }
}
