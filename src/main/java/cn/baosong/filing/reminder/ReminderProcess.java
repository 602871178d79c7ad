package cn.baosong.filing.reminder;

/** The names the model {@code remind} and the code share; a test holds them to the file. */
public final class ReminderProcess {

    public static final String KEY = "remind";

    /** Flag, boolean: there may be enterprises whose turn has not come. */
    public static final String ENTERPRISES_LEFT = "enterprisesLeft";

    /** Setting of the step: how many days before the report is asked for, with commas between; 0 is that day itself. */
    public static final String REMIND_DAYS = "remindDays";

    /** Setting of the step: how many days after it, with commas between. */
    public static final String OVERDUE_DAYS = "overdueDays";

    /** Setting of the step: for how many days a reminder is made up for that was missed on its day. */
    public static final String CATCH_UP_DAYS = "catchUpDays";

    /** Setting of the step: enterprises in one transaction. */
    public static final String CHUNK = "chunk";

    private ReminderProcess() {}
}
