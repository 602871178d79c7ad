package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Problem;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeployedFormsTest {

    private static final String FORM = """
            {"id": "loose-form", "type": "default", "schemaVersion": 16,
             "components": [{"type": "text", "id": "said", "text": "%s"}]}
            """;

    @Autowired
    private DeployedForms forms;

    @Autowired
    private RepositoryService repository;

    @Test
    void whatWasDeployedLastHoldsAtOnce() {
        deploy("first");
        var first = forms.newest("loose-form");
        assertThat(said(first)).contains("first");
        assertThat(forms.newest("loose-form").definitionId()).isEqualTo(first.definitionId());

        deploy("second");
        var second = forms.newest("loose-form");
        assertThat(said(second)).contains("second");
        assertThat(second.definitionId()).isNotEqualTo(first.definitionId());
        assertThat(said(first)).as("what one holds stays").contains("first");
    }

    @Test
    void whatACallerDoesToAFileIsItsOwnAffair() {
        deploy("untouched");
        forms.newest("loose-form").file()[0] = 'x';
        assertThat(said(forms.newest("loose-form"))).contains("untouched").startsWith("{");
    }

    @Test
    void whatIsNotDeployedIsSaidInWords() {
        for (var id : new String[] {"no-such-form", "", "' OR 1=1 --"}) {
            assertThatThrownBy(() -> forms.newest(id))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.key()).isEqualTo("engine.error.no-form"));
        }
    }

    private void deploy(String text) {
        repository
                .createDeployment()
                .name("test")
                .addString("loose-form.form", FORM.formatted(text))
                .deploy();
    }

    private static String said(DeployedForms.DeployedForm form) {
        return new String(form.file(), StandardCharsets.UTF_8);
    }
}
