package cn.baosong.workbench;

/** The ways to the workbench. */
public final class WorkbenchPages {

    /** Where a process owner begins. */
    public static final String HOME = "schemes";

    private WorkbenchPages() {}
}
