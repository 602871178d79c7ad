package cn.baosong.excel.ui;

import cn.baosong.common.ui.FileUpload;
import cn.baosong.excel.SheetLimits;

/** Where a workbook is sent. What is in it is looked at where it is read. */
public final class SheetUpload {

    private static final FileUpload.Accepted WORKBOOK =
            FileUpload.Accepted.one(Math.toIntExact(SheetLimits.ORDINARY.fileBytes()), ".xlsx");
    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "common.upload.choose", "excel.upload.drop", "excel.error.not-a-workbook", "excel.error.file-too-large");

    private SheetUpload() {}

    public static FileUpload to(FileUpload.Receiver receiver) {
        return new FileUpload(WORKBOOK, WORDS, receiver).primary();
    }
}
