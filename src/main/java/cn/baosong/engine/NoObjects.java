package cn.baosong.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;

/**
 * Takes the place of the engine's serializer: no Java object is stored as a variable or read back from one. A business
 * rule task therefore hands over one value ({@code mapDecisionResult="singleEntry"}).
 */
final class NoObjects extends JavaObjectSerializer {

    @Override
    protected byte[] serializeToByteArray(Object deserializedObject) throws Exception {
        if (deserializedObject instanceof DmnDecisionResult) {
            // The engine turns the result of a business rule task into bytes it never stores.
            return super.serializeToByteArray(deserializedObject);
        }
        throw new ProcessEngineException("a process variable may not hold a Java object: "
                + deserializedObject.getClass().getName());
    }

    @Override
    protected Object deserializeFromByteArray(byte[] object, String objectTypeName) {
        throw new ProcessEngineException("a process variable may not hold a Java object: " + objectTypeName);
    }
}
