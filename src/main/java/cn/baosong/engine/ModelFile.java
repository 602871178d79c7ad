package cn.baosong.engine;

/**
 * A file somebody wants to deploy.
 *
 * @param name base name with its ending, such as {@code monthly-report.bpmn}; folders vanish in a deployment
 * @param content as it was saved
 */
public record ModelFile(String name, byte[] content) {

    public ModelFile {
        name = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
