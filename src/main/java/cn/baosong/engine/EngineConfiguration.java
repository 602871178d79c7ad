package cn.baosong.engine;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.feel.Feel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * What of the engine may not be set from outside: the guard, the expressions, scripting, history level and clock. Sizes
 * and times are settings under {@code camunda.bpm}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineConfiguration.Settings.class)
class EngineConfiguration {

    /**
     * Settings under {@code baosong.engine}.
     *
     * @param maxModelSize largest file of a deployment
     * @param models folders with the models the start-up deployer deploys
     */
    @ConfigurationProperties("baosong.engine")
    record Settings(
            @DefaultValue("2MB") DataSize maxModelSize,

            @DefaultValue({"classpath*:processes/", "classpath*:forms/"})
            List<String> models) {}

    @Bean
    ProcessEnginePlugin baosongEnginePlugin(
            ApplicationContext context,
            DelegateBeans delegates,
            Settings settings,
            Clock clock,
            ObjectProvider<WaitingTaskObserver> observers,
            ObjectProvider<SchemeRevisionRows> revisionRows,
            ObjectProvider<ModelRules> rules,
            ObjectProvider<Feel> feel) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                // Timers and cron expressions are read in the JVM's zone; the engine has no setting of its own.
                TimeZone.setDefault(TimeZone.getTimeZone(PlatformTime.ZONE));

                engine.setCustomHistoryLevels(List.of(new FlowHistory()));
                engine.setHistoryLevel(new FlowHistory());

                engine.setExpressionManager(new PlainDataExpressions(context, delegates));
                engine.setBeans(new HashMap<>());
                engine.setArtifactFactory(new NoClasses());
                engine.setScriptEngineResolver(new NoScripts());
                engine.setEnableFetchScriptEngineFromProcessApplication(false);
                engine.setEnableScriptEngineLoadExternalResources(false);
                engine.setJavaSerializationFormatEnabled(false);
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setEnableExpressionsInStoredQueries(false);
                engine.setEnableXxeProcessing(false);
                engine.setDmnEngineConfiguration(decisions(feel));
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);

                engine.setCustomPreDeployers(List.of(new ModelGuard(delegates, settings.maxModelSize(), rules)));
                engine.setCustomPostDeployers(List.of(new RevisionRecorder(revisionRows, rules, clock)));
                engine.setCustomPostBPMNParseListeners(
                        new ArrayList<>(List.of(new ModelSettings(), new ReviewTaskListener(observers))));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                VariableSerializers serializers = engine.getVariableSerializers();
                serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
                serializers.addSerializer(new NoObjects());
            }
        };
    }

    private static DefaultDmnEngineConfiguration decisions(ObjectProvider<Feel> feel) {
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new BoundedFeel(feel));
        return decisions;
    }
}
