package cn.baosong.common.ui;

import com.vaadin.flow.component.html.Anchor;

/** The way from a page to the document that explains it. */
public final class HelpLink extends Anchor {

    /** 流程负责人指南: how to change the files. */
    public static final String MODELING = "modeling";

    /** 流程工作台手册: what is deployed and what runs. */
    public static final String WORKBENCH = "workbench";

    /** @param topic word of the document in its address */
    public HelpLink(String topic) {
        super("help/" + topic);
        setText(getTranslation("help.topic." + topic));
    }
}
