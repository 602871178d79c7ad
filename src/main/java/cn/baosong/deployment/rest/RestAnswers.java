package cn.baosong.deployment.rest;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Errors as the engine's REST interface answers them, in the language the client asks for; Chinese without. */
@Component
class RestAnswers {

    /** The shape every client of the engine knows. */
    record RestError(String type, String message) {}

    private final Texts texts;
    private final ObjectMapper json;

    RestAnswers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** @return English where the client prefers it, otherwise Chinese */
    static Locale locale(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && Locale.ENGLISH
                                .getLanguage()
                                .equals(request.getLocale().getLanguage())
                ? Texts.ENGLISH
                : Texts.CHINESE;
    }

    RestError error(HttpServletRequest request, String type, Problem problem) {
        return new RestError(type, texts.get(locale(request), problem));
    }

    /** Answers from a filter, where no controller is. */
    void send(HttpServletRequest request, HttpServletResponse response, int status, String type, Problem problem)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(error(request, type, problem)));
    }
}
