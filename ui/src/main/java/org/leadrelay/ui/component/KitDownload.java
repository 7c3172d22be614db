package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.redesign.ModelerKit;

/** Download link of the Modeler kit: the models in force, ready to be changed in Camunda Modeler. */
public final class KitDownload extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient ModelerKit kit;
    private final transient PublicAddress address;
    private final Locale locale;

    public KitDownload(ModelerKit kit, PublicAddress address) {
        this.kit = kit;
        this.address = address;
        this.locale = getLocale();
        setText(getTranslation("kit.download"));
        setTitle(getTranslation("kit.download.what"));
        setHref(this::write);
    }

    private void write(DownloadEvent event) throws IOException {
        ModelerKit.Kit made =
                kit.make(locale, address.of(((VaadinServletRequest) event.getRequest()).getHttpServletRequest()));
        event.setFileName(made.fileName());
        event.setContentType("application/zip");
        try (OutputStream out = event.getOutputStream()) {
            out.write(made.zip());
        }
    }
}
