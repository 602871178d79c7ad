package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.batch.BatchSteps;
import cn.baosong.upload.UploadProcess;
import org.springframework.stereotype.Component;

/** Files the next reports of a workbook and sets the flag {@code rowsLeft}. */
@Component
class FileReports extends StepDelegate {

    private final BatchSteps steps;

    FileReports(BatchSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(UploadProcess.ROWS_LEFT, steps.file(step));
    }
}
