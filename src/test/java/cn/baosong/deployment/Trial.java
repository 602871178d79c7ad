package cn.baosong.deployment;

import cn.baosong.common.Texts;
import cn.baosong.engine.ModelDeployer;
import cn.baosong.engine.ModelDeployer.Order;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys what a test made up and takes it back, so that the models of the product stay as they are. */
@Component
class Trial {

    private final ModelDeployer deployer;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Texts texts;

    Trial(ModelDeployer deployer, TransactionTemplate transaction, JdbcClient jdbc, Texts texts) {
        this.deployer = deployer;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** @return what was found, as a person reads it; empty where the files were accepted */
    List<Refusal.Line> findings(Map<String, byte[]> files) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                deployer.deploy(
                        files.entrySet().stream()
                                .map(file -> new ModelFile(file.getKey(), file.getValue()))
                                .toList(),
                        new Order(UUID.randomUUID(), "trial", "test", false));
                return List.of();
            } catch (ModelRefused refused) {
                return Refusal.of(refused, Integer.MAX_VALUE, texts, Texts.CHINESE)
                        .lines();
            }
        });
    }

    List<Refusal.Line> findings(String name, String content) {
        return findings(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Deploys outside any transaction of the test; for what must be refused. */
    ModelRefused refused(String name, String content) {
        try {
            deployer.deploy(
                    List.of(new ModelFile(name, content.getBytes(StandardCharsets.UTF_8))),
                    new Order(UUID.randomUUID(), null, null, false));
        } catch (ModelRefused refused) {
            return refused;
        }
        throw new AssertionError(name + " was accepted");
    }

    /** @return rows of every table a deployment writes */
    Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        for (var table : List.of(
                "act_re_deployment",
                "act_re_procdef",
                "act_re_decision_def",
                "act_re_decision_req_def",
                "act_re_camformdef",
                "act_ge_bytearray WHERE deployment_id_ IS NOT NULL",
                "scheme_revision")) {
            rows.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        return rows;
    }
}
