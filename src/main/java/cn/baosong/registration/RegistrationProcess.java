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

    /** Setting of a notification: {@link #SMS} or {@code none}. */
    public static final String CHANNEL = "channel";

    /** Value of {@link #CHANNEL}. */
    public static final String SMS = "sms";

    /** Setting of a notification: key of the text below {@code messaging.template}. */
    public static final String TEMPLATE = "template";

    private RegistrationProcess() {}
}
