package cn.baosong.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Puts the sentences of a {@link StorageFailure} on the console in place of a stack trace. */
final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StorageFailure cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
