package cn.baosong.engine;

import cn.baosong.engine.ModelDeployment.Definition;
import cn.baosong.engine.ModelDeployment.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes the files of a process owner, whole or not at all. What the engine's own parser refuses after the guard is said
 * the same way as what the guard refuses.
 */
@Component
public class ModelDeployer {

    /** Files of one deployment; the whole product has about thirty. */
    public static final int MOST_FILES = 100;

    /** Most bytes of a file at the door. What the guard takes is a setting below this, and said in its own words. */
    public static final int LARGEST_FILE = 3 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);
    private static final int LONGEST_NAME = 200;

    private final RepositoryService repository;
    private final IdentityService identity;
    private final DeploymentRows rows;
    private final ApplicationEventPublisher events;

    ModelDeployer(
            RepositoryService repository,
            IdentityService identity,
            DeploymentRows rows,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.identity = identity;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Who deploys and how.
     *
     * @param account whose deployment it is; stands in the revisions it makes
     * @param name of the deployment, cut where it is too long; null for none
     * @param source where it comes from; null for none
     * @param skipSame whether nothing is deployed where the last deployment of this name holds the same files
     */
    public record Order(UUID account, String name, String source, boolean skipSame) {}

    /** @return version of the engine, as its clients know it */
    public static String engineVersion() {
        return ProductPropertiesUtil.getProductVersion();
    }

    /**
     * Deploys and says so with {@link ModelsDeployed}.
     *
     * @throws ModelRefused with everything that was found; nothing of the files was stored then
     */
    public ModelDeployment deploy(List<ModelFile> files, Order order) {
        checkNames(files);
        ModelDeployment deployment = stored(files, order);
        events.publishEvent(new ModelsDeployed(deployment));
        return deployment;
    }

    private ModelDeployment stored(List<ModelFile> files, Order order) {
        var builder =
                repository.createDeployment().name(shortened(order.name())).source(shortened(order.source()));
        files.forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        if (order.skipSame()) {
            builder.enableDuplicateFiltering(false);
        }
        // The engine keeps this with what it writes, and the recorder of revisions reads it.
        identity.setAuthentication(order.account().toString(), List.of());
        try {
            return deployed(builder.deployWithResult());
        } catch (ModelRefused refused) {
            throw refused;
        } catch (ParseException unreadable) {
            throw new ModelRefused(findings(unreadable));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            LOG.warn("The engine refused a deployment the guard had accepted", failure);
            throw new ModelRefused(List.of(engineFinding("", "", String.valueOf(failure.getMessage()))));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @return deployments, the newest first, without what they define */
    public List<ModelDeployment> newest(int first, int most) {
        return rows.newest(first, most);
    }

    private static void checkNames(List<ModelFile> files) {
        List<GuardFinding> findings = new ArrayList<>();
        if (files.isEmpty()) {
            findings.add(new GuardFinding("", "", "", "no-files", List.of()));
        }
        if (files.size() > MOST_FILES) {
            findings.add(new GuardFinding(
                    "", "", "", "too-many-files", List.of(String.valueOf(files.size()), String.valueOf(MOST_FILES))));
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (ModelFile file : files) {
            if (file.name().isBlank()
                    || file.name().length() > LONGEST_NAME
                    || file.name().chars().anyMatch(Character::isISOControl)) {
                findings.add(new GuardFinding(shortened(file.name()), "", "", "file-name", List.of()));
            } else if (!names.add(file.name())) {
                findings.add(new GuardFinding(file.name(), "", "", "file-twice", List.of()));
            }
        }
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }

    private static String shortened(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text.strip().replaceAll("\\p{Cntrl}", " ");
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }

    private static List<GuardFinding> findings(ParseException unreadable) {
        List<GuardFinding> findings = new ArrayList<>();
        unreadable.getResorceReports().forEach(report -> report.getErrors().forEach(problem -> {
            String element = problem.getMainElementId();
            findings.add(engineFinding(
                    report.getResourceName(), element == null ? "" : element, String.valueOf(problem.getMessage())));
        }));
        return findings.isEmpty() ? List.of(engineFinding("", "", String.valueOf(unreadable.getMessage()))) : findings;
    }

    private static GuardFinding engineFinding(String file, String element, String message) {
        return new GuardFinding(
                file, element, "", "engine", List.of(message.lines().findFirst().orElse("")));
    }

    /** The database was away, or somebody else was quicker: that is no fault of the files. */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof OptimisticLockingException
                    || cause instanceof NotFoundException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private ModelDeployment deployed(DeploymentWithDefinitions deployment) {
        List<Definition> definitions = new ArrayList<>();
        each(deployment.getDeployedProcessDefinitions())
                .forEach(process -> definitions.add(new Definition(
                        Kind.PROCESS,
                        process.getId(),
                        process.getKey(),
                        process.getName(),
                        process.getVersion(),
                        process.getResourceName())));
        each(deployment.getDeployedDecisionDefinitions())
                .forEach(decision -> definitions.add(new Definition(
                        Kind.DECISION,
                        decision.getId(),
                        decision.getKey(),
                        decision.getName(),
                        decision.getVersion(),
                        decision.getResourceName())));
        each(deployment.getDeployedDecisionRequirementsDefinitions())
                .forEach(requirements -> definitions.add(new Definition(
                        Kind.REQUIREMENTS,
                        requirements.getId(),
                        requirements.getKey(),
                        requirements.getName(),
                        requirements.getVersion(),
                        requirements.getResourceName())));
        ModelDeployment stored = rows.byId(deployment.getId());
        return new ModelDeployment(stored.id(), stored.name(), stored.source(), stored.at(), definitions);
    }

    private static <T> List<T> each(List<T> found) {
        return found == null ? List.of() : found;
    }
}
