package cn.baosong.deployment;

import cn.baosong.account.CurrentUser;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelDeployer;
import cn.baosong.engine.ModelDeployer.Order;
import cn.baosong.engine.ModelDeployment;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelHints;
import cn.baosong.engine.ModelRefused;
import cn.baosong.engine.SchemeRevisions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Deploying for the process owner who asks, from the Modeler and in the workbench alike. */
@Service
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);
    private static final int MOST_LISTED = 100;

    private final ModelDeployer deployer;
    private final ModelHints hints;
    private final SchemeRevisions revisions;
    private final CurrentUser user;

    Deployments(ModelDeployer deployer, ModelHints hints, SchemeRevisions revisions, CurrentUser user) {
        this.deployer = deployer;
        this.hints = hints;
        this.revisions = revisions;
        this.user = user;
    }

    /**
     * Deploys the files together, whole or not at all.
     *
     * @param name of the deployment; null for none
     * @param source where they come from, such as {@code Camunda Modeler}
     * @param skipSame whether nothing is deployed where the last deployment of this name holds the same files
     * @throws ModelRefused with all that is wrong; nothing was stored then
     */
    public ModelDeployment deploy(List<ModelFile> files, String name, String source, boolean skipSame) {
        var me = user.requireAccount();
        try {
            var deployment = deployer.deploy(files, new Order(me, name, source, skipSame));
            LOG.info(
                    "Account {} deployed {} with {} definitions",
                    me,
                    deployment.id(),
                    deployment.definitions().size());
            return deployment;
        } catch (ModelRefused refused) {
            LOG.info(
                    "A deployment of account {} was refused with {} findings",
                    me,
                    refused.findings().size());
            throw refused;
        }
    }

    /**
     * @param files that were deployed
     * @return what could be better about them, such as an untidy drawing or a missing English name
     */
    public List<GuardFinding> hints(List<ModelFile> files) {
        return hints.of(files);
    }

    /** @return names of the schemes that have a new revision by a deployment, in order */
    public List<String> schemes(ModelDeployment deployment) {
        return revisions.ofDeployment(deployment);
    }

    /** @return the newest deployments, from the {@code first} on, at most {@code most} and never more than a hundred */
    public List<ModelDeployment> newest(int first, int most) {
        var count = Math.min(most, MOST_LISTED);
        return count < 1 ? List.of() : deployer.newest(Math.max(0, first), count);
    }
}
