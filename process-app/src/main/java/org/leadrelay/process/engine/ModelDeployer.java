package org.leadrelay.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deployment of the shipped models with their words, all in one, once. */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final AdvisoryLock lock;
    private final TransactionOperations transactions;
    private final Clock clock;

    ModelDeployer(
            RepositoryService repository,
            JdbcClient jdbc,
            AdvisoryLock lock,
            TransactionOperations transactions,
            Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.lock = lock;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> models = shipped();
        String checksum = checksum(models);
        lock.within("shipped-models", () -> {
            transactions.executeWithoutResult(status -> deployOnce(models, checksum));
            return checksum;
        });
    }

    private void deployOnce(SortedMap<String, byte[]> models, String checksum) {
        boolean known = jdbc.sql("select count(*) from shipped_models where checksum = ?")
                        .param(checksum)
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name("Lead Relay").source("shipped");
        models.forEach((name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
        Deployment deployed = deployment.deploy();
        jdbc.sql("insert into shipped_models (checksum, deployment_id, deployed_at) values (?, ?, ?)")
                .params(checksum, deployed.getId(), Sql.time(clock.instant()))
                .update();
        LOG.info("Deployed {} files of models: {}", models.size(), models.keySet());
    }

    private static SortedMap<String, byte[]> shipped() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        TreeMap<String, byte[]> models = new TreeMap<String, byte[]>();
        try {
            for (String pattern : new String[] {
                "classpath*:processes/*.bpmn", "classpath*:processes/*.properties", "classpath*:decisions/*.dmn"
            }) {
                for (Resource resource : resolver.getResources(pattern)) {
                    models.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped models cannot be read", e);
        }
        return models;
    }

    private static String checksum(SortedMap<String, byte[]> models) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            models.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
