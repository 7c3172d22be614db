package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.process.engine.RegisteredBeans;
import org.leadrelay.redesign.MissingRoles;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.ShippedModels;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ModelDeployerTest {

    @Autowired
    EngineModelStore store;

    @Autowired
    RepositoryService repository;

    @Autowired
    RegisteredBeans registered;

    @Autowired
    Releases releases;

    @Autowired
    AdvisoryLock lock;

    @Autowired
    ModelNames names;

    @Test
    void the_models_in_force_name_only_steps_that_there_are() {
        assertThat(store.missingSteps(releases.current().deploymentId())).isEmpty();
        assertThat(registered.names()).contains("gatherFacts", "pausePromises");
    }

    @Test
    void a_step_or_listener_that_is_gone_is_named() {
        // given
        RegisteredBeans fewer = mock(RegisteredBeans.class);
        Set<String> names = new HashSet<>(registered.names());
        names.removeAll(Set.of("sendTouch", "resumePromises"));
        when(fewer.names()).thenReturn(names);

        // then
        assertThat(new EngineModelStore(repository, fewer)
                        .missingSteps(releases.current().deploymentId()))
                .containsExactly("resumePromises", "sendTouch");
    }

    @Test
    void the_product_does_not_start_with_models_in_force_that_it_cannot_run() {
        // given
        ShippedModels shipped = mock(ShippedModels.class);
        when(shipped.missingSteps())
                .thenReturn(List.of("Release 4 of the models names what this version of the product does not have:"
                        + " callHome."));

        // then
        assertThatThrownBy(() ->
                        new ModelDeployer(shipped, mock(MissingRoles.class), lock, names).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Release 4")
                .hasMessageContaining("callHome")
                .hasMessageContaining("Start a version of the product that has it");
    }
}
