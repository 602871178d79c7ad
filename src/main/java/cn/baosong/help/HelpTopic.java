package cn.baosong.help;

import cn.baosong.common.ui.HelpLink;
import java.util.Arrays;
import java.util.Optional;

/** What there is to read. Each is a file {@code help/<name>.zh.md} and one {@code .en.md}. */
public enum HelpTopic {
    /** 报送指南: what is filed when, step by step. */
    GUIDE("guide"),
    /** 用户手册: what each page does, by role. */
    MANUAL("manual"),
    /** 流程负责人指南: how to change the product in Camunda Modeler, step by step. */
    MODELING(HelpLink.MODELING),
    /** 流程工作台手册: what a process owner sees of what is deployed and runs, and what can be done about it. */
    WORKBENCH(HelpLink.WORKBENCH);

    private final String name;

    HelpTopic(String name) {
        this.name = name;
    }

    /** @return as in the address of the page and in the names of the files */
    public String word() {
        return name;
    }

    /** @return whether everybody who reports or reviews may want it, and not process owners alone */
    public boolean isForEverybody() {
        return this != MODELING && this != WORKBENCH;
    }

    /** @return empty for whatever is no topic */
    public static Optional<HelpTopic> of(String word) {
        return Arrays.stream(values()).filter(topic -> topic.name.equals(word)).findFirst();
    }
}
