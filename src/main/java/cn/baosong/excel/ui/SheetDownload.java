package cn.baosong.excel.ui;

import cn.baosong.common.ui.FileDownload;

/** A link that makes a workbook when it is followed. */
public class SheetDownload extends FileDownload {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param fileName without its ending */
    public SheetDownload(String id, String text, String fileName, Content content) {
        super(id, text, fileName + ".xlsx", TYPE, content);
    }
}
