package org.leadrelay.nurture;

import org.leadrelay.platform.BackgroundWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Worker that sends external touches on a thread of its own: a tool that is slow to answer holds up no sweep. */
@Component
class ToolWorker extends BackgroundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ToolWorker.class);

    private final ToolSender sender;

    ToolWorker(ToolSender sender, @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        super("marketing-tools", automatic);
        this.sender = sender;
    }

    @Override
    protected void look() {
        if (stopping()) {
            return;
        }
        try {
            sender.send();
        } catch (RuntimeException failure) {
            LOG.warn("Touches could not be handed to marketing tools; it is tried again", failure);
        }
    }
}
