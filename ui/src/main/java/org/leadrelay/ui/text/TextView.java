package org.leadrelay.ui.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.nurture.text.NurtureText;
import org.leadrelay.nurture.text.NurtureTexts;
import org.leadrelay.nurture.text.TextContent;
import org.leadrelay.nurture.text.TextKey;
import org.leadrelay.nurture.text.TextVersion;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.PageTabs;
import org.leadrelay.ui.layout.Allowed;

/** View of one text in one language: written beside its preview, put forward, approved or returned. */
@Route(TextsNavigation.TEXTS + "/:track/:step/:language")
@Allowed({Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS, Permission.READ_PROCESS})
class TextView extends VerticalLayout implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final TextContent NOTHING = new TextContent("", "", null, java.util.Map.of());

    private final transient TextServices services;
    private final TextEditor editor = new TextEditor(this::typed);
    private final UnsavedText unsaved;
    private final ComparisonPanel comparison = new ComparisonPanel();
    private final VersionsPanel versions;
    private final TextActions actions;
    private final Span state = new Span();
    private final Div place = new Div();
    private transient TextKey key = TextKey.GENERAL;
    private Language language = Language.ENGLISH;
    private transient @Nullable NurtureText shown;
    private transient @Nullable PreviewPanel preview;

    TextView(TextServices services) {
        this.services = services;
        unsaved = new UnsavedText(services.person().get().login(), this::typedBefore);
        versions = new VersionsPanel(services);
        actions = new TextActions(services, editor, this::draw);
        addClassNames("text-view", "scrolled");
        state.addClassName("text-state");
        place.addClassName("text-place");
        add(place);
        ShortcutRegistration saves = Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL);
        saves.setBrowserDefaultAllowed(false);
        saves.setResetFocusOnActiveElement(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation().getPath();
        try {
            key = TextKey.of(parameter(event, "track"), parameter(event, "step"));
            language = TextKey.language(parameter(event, "language"));
            NurtureText text = services.texts().text(key, language);
            build();
            draw(text);
            unsaved.watch(text.path());
        } catch (NotFound | Invalid unknown) {
            event.rerouteToError(NotFoundException.class, asked);
        }
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).orElse("");
    }

    private void build() {
        PageLink back = new PageLink(TextsNavigation.TEXTS, getTranslation("texts.title"));
        back.addClassName("back");
        Div head = new Div(new H1(called()), actions);
        head.addClassName("view-head");
        PageTabs tabs = new PageTabs(getTranslation("texts.languages"));
        for (Language each : Language.values()) {
            tabs.tab(
                    TextsNavigation.path(key.track(), key.step(), each.code()),
                    each.locale().getDisplayLanguage(getLocale()),
                    each == language);
        }
        Div beside = new Div(editor);
        beside.addClassName("text-beside");
        if (services.mayTry()) {
            preview = new PreviewPanel(services, key, language);
            beside.add(preview);
        }
        place.removeAll();
        place.add(back, head, tabs, state, unsaved, beside, comparison, versions);
    }

    /** Shows a text as it stands now; what was typed and is not saved is gone then. */
    private void draw(NurtureText text) {
        shown = text;
        TextVersion draft = text.draft();
        unsaved.forget();
        editor.fill(draft == null ? inForce(text) : draft.content(), text.mayWrite());
        state.setText(new TextStateWords(this, services).of(text));
        boolean restorable = text.mayWrite() && draft == null;
        versions.show(services.texts().versions(key, language), restorable, this::restore);
        refresh();
    }

    private static TextContent inForce(NurtureText text) {
        TextVersion force = text.inForce();
        return force == null ? NOTHING : force.content();
    }

    private void typed() {
        NurtureText text = shown;
        if (text != null) {
            unsaved.keep(editor.content(), text.edition());
            refresh();
        }
    }

    /** What was typed in this browser and not saved comes back, and can be given up; where somebody wrote since, only when asked. */
    private void typedBefore(TextContent kept, int edition) {
        NurtureText text = shown;
        if (text == null || !text.mayWrite() || kept.equals(editor.content())) {
            unsaved.forget();
        } else if (edition == text.edition()) {
            putIn(kept);
        } else {
            unsaved.offer(() -> putIn(kept), this::giveUp);
        }
    }

    private void putIn(TextContent kept) {
        editor.fill(kept, true);
        unsaved.say(this::giveUp);
        typed();
    }

    private void giveUp() {
        draw(services.texts().text(key, language));
    }

    private void refresh() {
        NurtureText text = shown;
        if (text == null) {
            return;
        }
        TextContent now = editor.content();
        actions.show(text, isChanged());
        TextVersion force = text.inForce();
        comparison.setVisible(force != null && (text.draft() != null || isChanged()));
        if (force != null) {
            comparison.show(force.content(), now);
        }
        if (preview != null) {
            preview.show(now);
        }
    }

    private boolean isChanged() {
        NurtureText text = shown;
        if (text == null || !text.mayWrite()) {
            return false;
        }
        TextVersion draft = text.draft();
        return !editor.content().equals(draft == null ? inForce(text) : draft.content());
    }

    private void save() {
        if (isChanged()) {
            actions.save();
        }
    }

    private void restore(int version) {
        NurtureText text = shown;
        if (text != null) {
            actions.tried(() -> draw(services.editing().restore(key, language, version, text.edition())));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        unsaved.bringBack();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isChanged()) {
            BeforeLeaveEvent.ContinueNavigationAction going = event.postpone();
            ConfirmDialogs.before(
                    getTranslation("texts.leave"),
                    getTranslation("texts.leave.what"),
                    getTranslation("texts.leave.do"),
                    () -> {
                        unsaved.forget();
                        going.proceed();
                    });
        }
    }

    @Override
    public String getPageTitle() {
        return called() + " " + language.code().toUpperCase(java.util.Locale.ROOT);
    }

    private String called() {
        return getTranslation("texts.one", NurtureTexts.trackName(key.track()), key.step());
    }
}
