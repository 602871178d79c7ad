package cn.baosong.deployment.rest;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.deployment.DeploymentSettings;
import cn.baosong.deployment.Deployments;
import cn.baosong.deployment.Refusal;
import cn.baosong.deployment.rest.DeploymentAnswer.Listed;
import cn.baosong.deployment.rest.DeploymentAnswer.Made;
import cn.baosong.deployment.rest.RestAnswers.RestError;
import cn.baosong.engine.ModelDeployer;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The calls Camunda Modeler makes: it looks whether there is an engine, which version it has, and hands in what was drawn.
 * Starting an instance is none of them: a report begins where an enterprise opens it.
 */
@RestController
@RequestMapping(path = EngineRestSecurity.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class EngineRest {

    private static final int LISTED = 20;

    private final Deployments deployments;
    private final RestAnswers answers;
    private final DeploymentSettings settings;
    private final Texts texts;

    EngineRest(Deployments deployments, RestAnswers answers, DeploymentSettings settings, Texts texts) {
        this.deployments = deployments;
        this.answers = answers;
        this.settings = settings;
        this.texts = texts;
    }

    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", ModelDeployer.engineVersion());
    }

    @GetMapping("/deployment")
    List<Listed> deployments(
            @RequestParam(defaultValue = "0") int firstResult,
            @RequestParam(defaultValue = "" + LISTED) int maxResults) {
        return deployments.newest(firstResult, maxResults).stream()
                .map(Listed::of)
                .toList();
    }

    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Made create(MultipartHttpServletRequest request) throws IOException {
        var files = new ArrayList<ModelFile>();
        for (List<MultipartFile> parts : request.getMultiFileMap().values()) {
            for (MultipartFile part : parts) {
                if (part.getSize() > ModelDeployer.LARGEST_FILE) {
                    throw new MaxUploadSizeExceededException(ModelDeployer.LARGEST_FILE);
                }
                files.add(new ModelFile(part.getOriginalFilename(), part.getBytes()));
            }
        }
        var tenant = request.getParameter("tenant-id");
        if (tenant != null && !tenant.isBlank()) {
            throw new Problem("engine.guard.tenant", tenant);
        }
        var deployment = deployments.deploy(
                files,
                request.getParameter("deployment-name"),
                request.getParameter("deployment-source"),
                Boolean.parseBoolean(request.getParameter("enable-duplicate-filtering"))
                        || Boolean.parseBoolean(request.getParameter("deploy-changed-only")));
        return Made.of(
                deployment, request.getRequestURL().toString().replaceFirst("/create/?$", "/" + deployment.id()));
    }

    @ExceptionHandler
    ResponseEntity<RefusalAnswer> refused(ModelRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(RefusalAnswer.of(
                        Refusal.of(refused, settings.findingsShown(), texts, RestAnswers.locale(request))));
    }

    @ExceptionHandler
    ResponseEntity<RestError> refused(Problem problem, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.error(request, "InvalidRequestException", problem));
    }

    @ExceptionHandler
    ResponseEntity<RestError> unreadable(MethodArgumentTypeMismatchException unreadable, HttpServletRequest request) {
        return refused(new Problem("deployment.error.request"), request);
    }
}
