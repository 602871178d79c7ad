package cn.baosong.engine;

import cn.baosong.engine.ModelDeployment.Kind;

/**
 * A process owner's files are in force. Published in the transaction of the deployment where there is one around it, else
 * after it.
 */
public record ModelsDeployed(ModelDeployment deployment) {

    /** @return whether a process was among them, so that there may be a scheme that was not there before */
    public boolean hasProcess() {
        return deployment.definitions().stream().anyMatch(definition -> definition.kind() == Kind.PROCESS);
    }
}
