package cn.baosong.check;

import cn.baosong.common.CodeLists;
import cn.baosong.common.feel.FeelFunctions;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunction;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;

/** Camunda's own DMN engine with Baosong's functions: the yardstick for our evaluation. */
public final class CamundaTables {

    private final DmnEngine engine;

    public CamundaTables(CodeLists lists) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        List<FeelCustomFunctionProvider> functions = List.of(new Functions(new FeelFunctions(lists)));
        configuration.setFeelCustomFunctionProviders(functions);
        configuration.setFeelEngineFactory(() -> new ReadOnceFeel(functions));
        engine = configuration.buildEngine();
    }

    public DmnDecision parse(byte[] dmn, String decision) {
        return engine.parseDecision(decision, new ByteArrayInputStream(dmn));
    }

    public List<Map<String, Object>> evaluate(DmnDecision decision, Map<String, Object> variables) {
        return engine.evaluateDecision(decision, variables).getResultList();
    }

    private record Functions(Map<String, CustomFunction> byName) implements FeelCustomFunctionProvider {

        Functions(FeelFunctions functions) {
            this(functions.all().stream()
                    .collect(Collectors.toMap(FeelFunctions.FeelFunction::name, function -> CustomFunction.create()
                            .setParams(function.parameters().toArray(String[]::new))
                            .setFunction(function.body())
                            .build())));
        }

        @Override
        public Optional<CustomFunction> resolveFunction(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        @Override
        public Collection<String> getFunctionNames() {
            return byName.keySet();
        }
    }
}
