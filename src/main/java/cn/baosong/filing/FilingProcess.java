package cn.baosong.filing;

/** The names the models of reporting and the code share; a test holds them to the files. */
public final class FilingProcess {

    /** Key of the process {@code monthly-report} and of its scheme. */
    public static final String MONTHLY_REPORT = "monthly-report";

    /** Key of the called process that freezes a report until a changed key field is decided. */
    public static final String KEY_FIELD_CHANGE = "key-field-change";

    /** Key of the process that opens the periods of every scheme. */
    public static final String OPEN_PERIOD = "open-period";

    /** User task in which a report is filled in (填写), in the process of every scheme. */
    public static final String FILL_REPORT = "fill-report";

    /** Flag, boolean: a key field differs from what the platform knows. */
    public static final String KEY_FIELDS_CHANGED = "keyFieldsChanged";

    /** Flag, boolean: nothing blocks the submission. */
    public static final String CHECK_PASSED = "checkPassed";

    /** Flag, boolean: the changed key fields hold now. */
    public static final String CHANGE_APPLIED = "changeApplied";

    /** Setting of the process: what its reports are called; {@code title.<form>} is what a form is called. */
    public static final String TITLE = "title";

    /** Setting of the process: how long its periods are, a word of {@link PeriodKind}; who reports to it is asked by periods. */
    public static final String PERIOD_KIND = "periodKind";

    /** Setting of the process: what one of its reports is called, <code>{period}</code> stands for the period. */
    public static final String TASK_NAME = "taskName";

    /**
     * Setting of the process: enterprises apply for its task (填报任务申请, SUR-20). Of the schemes with the same word an
     * enterprise applies for one.
     */
    public static final String TASK_APPLICATION = "taskApplication";

    /**
     * Setting of the process beside {@link #TASK_APPLICATION}: codes of the industries whose enterprises may apply, with commas
     * between, those below included; without it every enterprise may (SUR-04).
     */
    public static final String OFFERED_INDUSTRIES = "offeredIndustries";

    /** Setting of the process: what taking a submitted report back is called, a word of {@link Withdrawal} (HIS-05, SUR-18). */
    public static final String WITHDRAWAL_WORDING = "withdrawalWording";

    /** Setting of the process: what the business guide says of the scheme beside what is read off its files (SUR-05). */
    public static final String GUIDE_TEXT = "guideText";

    /** Setting of the process: ids of the forms, in the order of the steps. */
    public static final String FORMS = "forms";

    /** Setting of the process: id of the decision that holds the checks. */
    public static final String CHECK_TABLE = "checkTable";

    /** Setting of the process: id of the decision that gives the scale of an enterprise. */
    public static final String SCALE_TABLE = "scaleTable";

    /** Setting of the process: keys of the first form whose change freezes the report (CHG-01). */
    public static final String KEY_FIELDS = "keyFields";

    /** Setting of the process: path of the figure that lists show, such as {@code revenue.cumulative}. */
    public static final String HEADLINE = "headline";

    /** Setting of the process: path of the figure the headline's growth is counted from. */
    public static final String HEADLINE_BASE = "headlineBase";

    /** Setting of the process: what lists call that figure, with its unit. */
    public static final String HEADLINE_TITLE = "headlineTitle";

    /** Setting of the process: day of the month after the period by which the report is asked for (MON-02). */
    public static final String DUE_DAY = "dueDay";

    /** Setting of the process: first month of the first period, {@code yyyy-MM} (MON-05). */
    public static final String FIRST_PERIOD = "firstPeriod";

    /** Setting of the process: months after which a period closes; without it periods stay open (GAP-09). */
    public static final String CLOSES_AFTER_MONTHS = "closesAfterMonths";

    /** Setting of the process and flag for its timer: after how long a change is approved if nobody acts, ISO 8601 (CHG-06). */
    public static final String APPROVED_AFTER = "approvedAfter";

    /** Setting of a process that sweeps over the periods of one scheme: which. */
    public static final String PERIOD_SCHEME = "periodScheme";

    /** Setting of a notification: names of {@link cn.baosong.account.Way} with commas between, or {@code none}. */
    public static final String CHANNEL = "channel";

    /** Setting of a notification: key of the texts below {@code messaging.template} and {@code messaging.inbox}. */
    public static final String TEMPLATE = "template";

    /** Setting of the process: how an administrator's reminder (催报) reaches an enterprise, as {@link #CHANNEL}. */
    public static final String REMINDER_CHANNEL = "reminderChannel";

    /** Setting of the process: the text of that reminder, as {@link #TEMPLATE}. */
    public static final String REMINDER_TEMPLATE = "reminderTemplate";

    /** Setting of the process: most enterprises one click on 催报 tells; without it no limit. */
    public static final String REMINDED_AT_ONCE = "remindedAtOnce";

    /** Setting of the process: most enterprises in the workbook of those that have not filed (QRY-06); without it no limit. */
    public static final String UNREPORTED_IN_BOOK = "unreportedInBook";

    private FilingProcess() {}
}
