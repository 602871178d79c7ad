package cn.baosong.filing.seal;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts for the enterprise that filed, and for whom {@link SealedTitles#mayRead} lets. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('ENTERPRISE', 'REVIEWER')")
public class Receipts {

    private final Seals seals;
    private final DailyRoots roots;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final CurrentUser user;
    private final ObjectProvider<SealedTitles> titles;

    Receipts(
            Seals seals,
            DailyRoots roots,
            Enterprises enterprises,
            Accounts accounts,
            CurrentUser user,
            ObjectProvider<SealedTitles> titles) {
        this.seals = seals;
        this.roots = roots;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.user = user;
        this.titles = titles;
    }

    /** @return empty for a version that is not there, and alike for one that is not theirs */
    public Optional<Receipt> find(UUID subject, int number, Locale locale) {
        var known = titles.orderedStream().toList();
        return seals.find(subject, number)
                .filter(seal -> own(seal) || known.stream().anyMatch(feature -> feature.mayRead(subject)))
                .map(seal -> receipt(seal, known, locale));
    }

    private boolean own(Seal seal) {
        return enterprises
                .ofAccount(user.requireAccount())
                .filter(mine -> mine.id().equals(seal.enterprise()))
                .isPresent();
    }

    private Receipt receipt(Seal seal, List<SealedTitles> known, Locale locale) {
        var title = known.stream()
                .flatMap(feature -> feature.title(seal.subject(), locale).stream())
                .findFirst();
        return new Receipt(
                seal,
                title.map(SealedTitles.Title::enterprise)
                        .or(() -> enterprises.find(seal.enterprise()).map(Enterprise::name))
                        .orElse(seal.enterprise().toString()),
                title,
                Optional.ofNullable(seal.sealedBy())
                        .map(by -> accounts.find(by).map(Account::loginName).orElse(by.toString())),
                roots.covering(seal.sealedAt()));
    }
}
