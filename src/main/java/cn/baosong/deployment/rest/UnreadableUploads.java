package cn.baosong.deployment.rest;

import cn.baosong.common.Problem;
import cn.baosong.deployment.rest.RestAnswers.RestError;
import cn.baosong.engine.ModelDeployer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Bodies that are no upload, or too large: they fail before any controller is found, and are the client's mistake. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableUploads {

    private static final int MEGABYTE = 1_000_000;

    private final RestAnswers answers;

    UnreadableUploads(RestAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<RestError> unreadable(MultipartException unreadable, HttpServletRequest request) {
        var tooLarge = unreadable instanceof MaxUploadSizeExceededException;
        return answer(
                request,
                unreadable,
                tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST,
                tooLarge
                        ? new Problem("deployment.error.file-too-large", ModelDeployer.LARGEST_FILE / MEGABYTE)
                        : new Problem("deployment.error.request"));
    }

    @ExceptionHandler
    ResponseEntity<RestError> noUpload(HttpMediaTypeNotSupportedException other, HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        if (!ofTheDoor(request)) {
            throw other;
        }
        return answer(request, null, HttpStatus.UNSUPPORTED_MEDIA_TYPE, new Problem("deployment.error.request"));
    }

    /** Elsewhere the failure goes on as it would without this. */
    private ResponseEntity<RestError> answer(
            HttpServletRequest request, RuntimeException failure, HttpStatus status, Problem problem) {
        if (!ofTheDoor(request)) {
            throw failure;
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answers.error(request, "InvalidRequestException", problem));
    }

    private static boolean ofTheDoor(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + EngineRestSecurity.ROOT + "/");
    }
}
