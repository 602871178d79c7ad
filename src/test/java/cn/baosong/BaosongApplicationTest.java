package cn.baosong;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BaosongApplicationTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void startsWithTheEngineOnTheMigratedDatabase() {
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isNotNegative();
    }
}
