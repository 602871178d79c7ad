package cn.baosong.filing;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.check.Severity;
import cn.baosong.common.CodeLists;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.review.SubjectFacets;
import java.util.List;
import org.springframework.stereotype.Component;

/** What reviewers' lists know of a report beside whose it is. */
@Component
class FilingFacets {

    private final FilingModels models;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final CodeLists codes;

    FilingFacets(FilingModels models, Enterprises enterprises, Accounts accounts, CodeLists codes) {
        this.models = models;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** @param filing as submitted; one that was never submitted has no figures yet */
    SubjectFacets of(Filing filing) {
        var enterprise = enterprises.find(filing.enterprise()).orElseThrow();
        var headline = models.of(filing.revision()).headline();
        return new SubjectFacets(
                enterprise.id(),
                accounts.find(enterprise.account()).map(Account::loginName).orElse(null),
                filing.month(),
                filing.screening(),
                (int) filing.findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .count(),
                path("region", enterprise.region()),
                path("industry", enterprise.industry()),
                headline.figure(filing.values()),
                headline.growth(filing.values()));
    }

    private List<String> path(String list, String code) {
        return codes.path(list, code).stream().map(CodeLists.Entry::code).toList();
    }
}
