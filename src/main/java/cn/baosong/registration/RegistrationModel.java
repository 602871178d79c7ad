package cn.baosong.registration;

import cn.baosong.check.CheckTable;
import cn.baosong.check.DecisionTable;
import cn.baosong.form.FormDefinition;
import java.util.Map;

/**
 * What the process owner drew, ready to use: the form, its checks, and the decisions its computed fields ask for.
 *
 * @param decisions by the name of {@code properties.decision}
 */
record RegistrationModel(FormDefinition form, CheckTable checks, Map<String, DecisionTable> decisions) {}
