package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.engine.StartupDeployer.AvailableUpdate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@EngineTest
class StartupDeployerTest {

    private static final List<String> FILES = List.of("packed-form.form", "packed-process.bpmn");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private StartupDeployer first;
    private StartupDeployer next;

    @BeforeEach
    void nothingDeployedYet() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(name -> name.startsWith("packed-") || name.startsWith("owners")))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        jdbc.sql("DELETE FROM packed_model WHERE name LIKE 'packed-%'").update();
        first = deployer("packed");
        next = deployer("packed-next");
    }

    @Test
    void deploysOnceUnderBaseNamesAndOneName() {
        assertThat(first.deploy()).containsExactlyElementsOf(FILES);
        assertThat(first.deploy()).isEmpty();
        assertThat(deployer("packed").deploy()).isEmpty();

        assertThat(processes()).isEqualTo(1);
        assertThat(repository.createDeploymentQuery().deploymentName("baosong").list())
                .extracting(deployment -> repository.getDeploymentResourceNames(deployment.getId()))
                .filteredOn(names -> names.contains("packed-form.form"))
                .singleElement()
                .satisfies(names -> assertThat(names).containsExactlyInAnyOrderElementsOf(FILES));
        assertThat(first.updatesAvailable()).isEmpty();
    }

    @Test
    void deploysOnlyWhatChanged() {
        first.deploy();
        repository
                .createDeployment()
                .name("by hand")
                .addInputStream("packed-form.form", stream("packed-next/b/packed-form.form"))
                .deploy();

        assertThat(next.deploy())
                .as("the form stands there already, word for word")
                .containsExactly("packed-process.bpmn");
        assertThat(processes()).isEqualTo(2);
        assertThat(next.updatesAvailable()).isEmpty();
        assertThat(next.deploy()).isEmpty();
    }

    @Test
    void keepsWhatAProcessOwnerChangedAndSaysSo() {
        first.deploy();
        repository
                .createDeployment()
                .name("by a process owner")
                .addString("owners-own-name.bpmn", TestModels.withTask("packed-process", "<bpmn:userTask id='task' />"))
                .deploy();

        assertThat(first.deploy()).isEmpty();
        assertThat(first.updatesAvailable()).containsExactly(new AvailableUpdate("packed-process.bpmn", false));
        assertThat(next.deploy()).containsExactly("packed-form.form");
        assertThat(next.updatesAvailable()).containsExactly(new AvailableUpdate("packed-process.bpmn", true));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("packed-process")
                        .latestVersion()
                        .singleResult()
                        .getResourceName())
                .isEqualTo("owners-own-name.bpmn");
    }

    @Test
    void aProcessOwnersModelFromBeforeTheFirstPackedOneStays() {
        repository
                .createDeployment()
                .addString("owners.bpmn", TestModels.withTask("packed-process", "<bpmn:userTask id='task' />"))
                .deploy();
        assertThat(first.deploy()).containsExactly("packed-form.form");
        assertThat(first.updatesAvailable()).containsExactly(new AvailableUpdate("packed-process.bpmn", true));
    }

    @Test
    void nodesStartingAtOnceDeployOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> deployer("packed").deploy());
            }
            List<String> deployed = new ArrayList<>();
            for (Future<List<String>> start : nodes.invokeAll(starts)) {
                deployed.addAll(start.get());
            }
            assertThat(deployed).containsExactlyElementsOf(FILES);
            assertThat(processes()).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void refusesTwoFilesOfOneName() {
        assertThatThrownBy(() -> deployer("twice").deploy())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("packed-form.form");
    }

    @Test
    void aRefusedModelStopsNoStartButIsReported() {
        StartupDeployer refused = deployer("refused");

        refused.afterSingletonsInstantiated();

        assertThat(refused.refused()).extracting(GuardFinding::rule).containsExactly("delegate-unknown");
        assertThat(new EngineWatch().packedModels(refused).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(processes()).as("nor does the good file beside it stand").isZero();
    }

    private StartupDeployer deployer(String folder) {
        return new StartupDeployer(
                new PackedModels(List.of("classpath*:engine/" + folder + "/")), repository, jdbc, transactions, clock);
    }

    private long processes() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("packed-process")
                .count();
    }

    private static java.io.InputStream stream(String file) {
        return StartupDeployerTest.class.getResourceAsStream("/engine/" + file);
    }
}
