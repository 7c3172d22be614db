package org.leadrelay.nurture;

import java.util.Set;
import org.springframework.stereotype.Service;

/** Names of the marketing tools in the settings, for the check of models that hand touches to them. */
@Service
public class ToolNames {

    private final ToolSettings settings;

    ToolNames(ToolSettings settings) {
        this.settings = settings;
    }

    public Set<String> all() {
        return settings.names();
    }
}
