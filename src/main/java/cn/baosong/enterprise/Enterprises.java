package cn.baosong.enterprise;

import cn.baosong.common.Problem;
import cn.baosong.common.WithinTransaction;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.repository.EnterpriseRepository;
import cn.baosong.enterprise.repository.EnterpriseRepository.Standing;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registered enterprises. Admitting one takes a step of the engine; nothing else makes an enterprise. */
@Service
@Transactional(readOnly = true)
public class Enterprises {

    private final EnterpriseRepository repository;
    private final List<Claims> claims;
    private final Desks desks;
    private final Clock clock;
    private final WithinTransaction<UUID, Standing> held = new WithinTransaction<>();

    Enterprises(EnterpriseRepository repository, List<Claims> claims, Desks desks, Clock clock) {
        this.repository = repository;
        this.claims = claims;
        this.desks = desks;
        this.clock = clock;
    }

    public Optional<Enterprise> find(UUID id) {
        return repository.find(id);
    }

    /** @return those of them that are there, by id */
    public Map<UUID, Enterprise> find(Set<UUID> ids) {
        return repository.find(ids).stream().collect(Collectors.toMap(Enterprise::id, Function.identity()));
    }

    public Optional<Enterprise> ofAccount(UUID account) {
        return account == null ? Optional.empty() : repository.findByAccount(account);
    }

    /** @param code normalized */
    public Optional<Enterprise> ofCode(String code) {
        return repository.findByCode(code);
    }

    /** What of a name and a code is taken. */
    public record Taken(boolean name, boolean code) {

        public Taken or(Taken other) {
            return new Taken(name || other.name, code || other.code);
        }
    }

    /** @param nameKey of {@link EnterpriseName#key}, @param code normalized; null for one that is not asked for */
    public Taken taken(String nameKey, String code) {
        var holders = repository.holders(nameKey, code);
        return new Taken(holders.name() != null, holders.code() != null);
    }

    /** As {@link #taken}, the enterprise itself left aside; what is spoken for elsewhere counts as well ({@link Claims}). */
    public Taken takenByOther(UUID enterprise, String nameKey, String code) {
        var holders = repository.holders(nameKey, code);
        var standing = new Taken(isOther(holders.name(), enterprise), isOther(holders.code(), enterprise));
        // Nobody can have claimed what an enterprise has.
        var freeName = holders.name() == null ? nameKey : null;
        var freeCode = holders.code() == null ? code : null;
        return freeName == null && freeCode == null
                ? standing
                : claims.stream()
                        .map(claim -> claim.claimed(freeName, freeCode))
                        .reduce(standing, Taken::or);
    }

    private static boolean isOther(UUID holder, UUID enterprise) {
        return holder != null && !holder.equals(enterprise);
    }

    /** Nobody else takes these meanwhile: whoever is about to claim one of them waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String nameKey, String code) {
        claims.forEach(claim -> claim.hold(nameKey, code));
    }

    /**
     * The desk an administrator has set for an enterprise that files something now (变更审核员, ADM-06). Until the
     * transaction ends nobody sets another one and nobody disables the enterprise. Asked once in a transaction: what is held
     * stays as it is.
     *
     * <p>Locks are taken in one order, so that two who move things of one enterprise wait for each other and never both: its
     * report, then its row here or in {@link #lock}, then the head of its chain of seals. Who begins a report has the row
     * first; nobody else can hold a report that was not there.
     *
     * @return empty where its desk goes by region
     * @throws Problem {@code enterprise.error.disabled} where it is not in force (ADM-04)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> holdSetDesk(UUID enterprise) {
        var standing = held.find(enterprise)
                .orElseGet(() -> held.remember(
                        enterprise,
                        repository
                                .hold(enterprise)
                                .orElseThrow(() -> new IllegalStateException("no such enterprise"))));
        if (!standing.active()) {
            throw new Problem("enterprise.error.disabled");
        }
        return Optional.ofNullable(standing.setDesk());
    }

    /**
     * @return the desk its affairs reach first today (直接授权审核员): the one that was set, else the nearest by region; never a
     *     closed one
     * @throws Problem where not even the nation has a desk
     */
    public Desk directDesk(Enterprise enterprise) {
        return desks.direct(
                enterprise.region(), repository.setDesk(enterprise.id()).orElse(null));
    }

    /** Locks the enterprise's row for the rest of the transaction; in which order, see {@link #holdSetDesk}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enterprise lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> new IllegalStateException("no such enterprise"));
    }

    /**
     * Takes changed basic information into a new version of the profile, and name, code and industry with it (CHG-05).
     *
     * @param changed values of the registration form by key; every other value stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Step step, UUID enterprise, Map<String, Object> changed) {
        var profile = new LinkedHashMap<>(repository.profile(enterprise));
        profile.putAll(changed);
        repository.change(enterprise, profile, step.rootInstance(), clock.instant());
    }

    public boolean phoneTaken(String phone) {
        return repository.phoneTaken(phone);
    }

    /** @return the basic information in force, values of the registration form */
    public Map<String, Object> profile(UUID enterprise) {
        return repository.profile(enterprise);
    }

    /** Admits an enterprise whose registration was accepted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enterprise admit(Step step, EnterpriseAdmission admission) {
        var enterprise = new Enterprise(
                UUID.randomUUID(),
                admission.account(),
                admission.text("name").strip(),
                UnifiedSocialCreditCode.normalize(admission.text("code")),
                admission.text("codeKind"),
                admission.text("region"),
                admission.text("industry"),
                admission.text("scale"),
                admission.phone(),
                admission.directDesk(),
                true,
                clock.instant());
        repository.insert(enterprise, admission.profile(), step.rootInstance());
        return enterprise;
    }
}
