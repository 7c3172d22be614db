package org.leadrelay.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.evidence.ModelVersions;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.layout.Allowed;

/** View of one version of a model as its diagram, as it was deployed. */
@Route(AuditNavigation.MODELS + "/:model/:version")
@Allowed(Permission.READ_AUDIT)
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_NUMBER = 9;

    private final ModelVersions models;

    ModelView(ModelVersions models) {
        this.models = models;
        addClassName("model-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String model = event.getRouteParameters().get("model").orElse("");
        String version = event.getRouteParameters().get("version").orElse("");
        Optional<String> xml = version.matches("\\d+") && version.length() <= LONGEST_NUMBER
                ? models.bpmn(model, Integer.parseInt(version), getLocale())
                : Optional.empty();
        Div head = new Div(new H1(getTranslation("diagram.model", model, version)));
        head.addClassName("view-head");
        add(head);
        if (xml.isEmpty()) {
            add(new Paragraph(getTranslation("audit.model.gone")));
            return;
        }
        BpmnDiagram diagram = new BpmnDiagram(getTranslation("diagram.model", model, version));
        diagram.show(xml.get());
        event.getLocation().getQueryParameters().getSingleParameter("element").ifPresent(diagram::choose);
        add(diagram);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.model");
    }
}
