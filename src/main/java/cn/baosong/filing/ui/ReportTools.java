package cn.baosong.filing.ui;

import cn.baosong.account.AccountSettings;
import cn.baosong.account.CurrentUser;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ProductCatalogue;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.Schemes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the steps of a report need to be drawn and to act. */
@Component
record ReportTools(
        Filings filings,
        FilingViews views,
        Periods periods,
        Schemes schemes,
        ReportNames names,
        Enterprises enterprises,
        CurrentUser user,
        AccountSettings accounts,
        ChangeSheet changes,
        FilingSheets sheets,
        ProductCatalogue products,
        CodeLists codes,
        Texts texts,
        Clock clock) {}
