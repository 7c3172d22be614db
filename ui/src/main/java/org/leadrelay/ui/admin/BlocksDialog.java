package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.leadrelay.access.LoginBlocks;
import org.leadrelay.access.LoginBlocks.LoginBlock;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.InfoDialog;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** Dialog of logins and addresses that are blocked after wrong passwords, where a block can be lifted. */
final class BlocksDialog extends InfoDialog {

    private final LoginBlocks blocks;
    private final Times times;
    private final Div content = new Div();

    BlocksDialog(LoginBlocks blocks, Times times) {
        super("40em");
        this.blocks = blocks;
        this.times = times;
        setHeaderTitle(getTranslation("blocks.title"));
        Paragraph what = new Paragraph(getTranslation("blocks.what"));
        what.addClassName("secondary");
        add(what, content);
        list();
    }

    private void list() {
        content.removeAll();
        List<LoginBlock> now = blocks.all();
        if (now.isEmpty()) {
            content.add(new Paragraph(getTranslation("blocks.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        now.forEach(each -> list.add(line(each)));
        content.add(list);
    }

    private ListItem line(LoginBlock block) {
        String who = getTranslation(
                "blocks.kind." + block.kind(), String.valueOf(block.login()), String.valueOf(block.address()));
        Span what = new Span(who);
        Span until = new Span(getTranslation("blocks.until", block.failures(), times.text(block.until(), getLocale())));
        until.addClassName("second-line");
        Div words = new Div(what, until);
        words.addClassName("two-lines");
        Button lift = new Button(getTranslation("blocks.lift"), click -> lift(block, who));
        lift.setAriaLabel(getTranslation("blocks.lift.of", who));
        lift.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return new ListItem(words, lift);
    }

    private void lift(LoginBlock block, String who) {
        try {
            blocks.lift(block.id());
            Toasts.done(getTranslation("blocks.lifted", who));
        } catch (ProductException ended) {
            Toasts.refused(ended);
        }
        list();
    }
}
