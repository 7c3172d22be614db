package org.leadrelay.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled heartbeat of this node; tests run it by hand. */
@Component
@ConditionalOnProperty(name = "leadrelay.sweeps.enabled", matchIfMissing = true)
class NodeHeartbeatJob {

    private final NodeHeartbeats life;

    NodeHeartbeatJob(NodeHeartbeats life) {
        this.life = life;
    }

    @Scheduled(fixedDelayString = "${leadrelay.node.beat-every:PT15S}")
    void beat() {
        life.beat();
    }
}
