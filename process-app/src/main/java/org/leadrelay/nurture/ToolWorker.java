package org.leadrelay.nurture;

import org.leadrelay.platform.PollingWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Worker that sends external touches on a thread of its own: a tool that is slow to answer holds up no sweep. */
@Component
class ToolWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ToolWorker.class);

    private final ToolSender sender;
    private final PollingWorker worker;

    ToolWorker(ToolSender sender, @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        this.sender = sender;
        this.worker = new PollingWorker("marketing-tools", automatic, this::send);
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.running();
    }

    private void send() {
        if (worker.stopping()) {
            return;
        }
        try {
            sender.send();
        } catch (RuntimeException failure) {
            LOG.warn("Touches could not be handed to marketing tools; it is tried again", failure);
        }
    }
}
