package cn.baosong.registration;

/** The names the model {@code enterprise-registration} and the code share; a test holds them to the file. */
public final class RegistrationProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "enterprise-registration";

    /** User task 填写企业信息. */
    public static final String FILL_REGISTRATION = "fill-registration";

    /** Message by which the enterprise gives up. */
    public static final String CANCEL_REGISTRATION = "cancel-registration";

    /** Flag, boolean: nothing blocks the submission. */
    public static final String CHECK_PASSED = "checkPassed";

    /** Setting of the process: id of the form. */
    public static final String FORM = "form";

    /** Setting of the process: id of the decision that holds the checks. */
    public static final String CHECK_TABLE = "checkTable";

    /** Setting of the process: id of the decision that gives the scale. */
    public static final String SCALE_TABLE = "scaleTable";

    /** Setting of a notification: names of {@link cn.baosong.account.Way} with commas between, or {@code none}. */
    public static final String CHANNEL = "channel";

    /** Setting of a notification: {@code enterprise}, which it is without, or {@link #DESK}. */
    public static final String RECIPIENT = "recipient";

    /** Value of {@link #RECIPIENT}: who holds the direct desk today. */
    public static final String DESK = "desk";

    /** Setting of a notification: key of the texts below {@code messaging.template} and {@code messaging.inbox}. */
    public static final String TEMPLATE = "template";

    private RegistrationProcess() {}
}
