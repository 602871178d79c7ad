package cn.baosong.workbench.ui;

import cn.baosong.common.Texts;
import cn.baosong.engine.FailedJobs.FailedJob;
import java.util.Locale;

/** Why a job was given up, as a person reads it. */
final class JobCause {

    private JobCause() {}

    /**
     * @return the text of the refusal in {@code locale} where the platform itself refused, without the values of which the
     *     engine keeps nothing; otherwise what the engine was told
     */
    static String of(FailedJob job, Texts texts, Locale locale) {
        return texts.find(locale, job.message()).orElse(job.message());
    }
}
