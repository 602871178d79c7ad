package cn.baosong.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Refuses at run time what the guard refuses at deployment: a model that names a Java class. */
final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("a model may not name a Java class: " + type.getName());
    }
}
