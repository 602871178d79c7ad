package cn.baosong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Way;
import cn.baosong.engine.StepDelegate;
import cn.baosong.excel.SheetLimits;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.Filings;
import cn.baosong.filing.PeriodKind;
import cn.baosong.filing.Withdrawal;
import cn.baosong.filing.reminder.ReminderProcess;
import cn.baosong.filing.revision.CarryOverProcess;
import cn.baosong.organization.DeskLevel;
import cn.baosong.registration.RegistrationProcess;
import cn.baosong.registration.TakeoverProcess;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewProcess;
import cn.baosong.review.bulk.BulkProcess;
import cn.baosong.review.overdue.OverdueProcess;
import cn.baosong.upload.UploadProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The models and the code say the same names. A name in one of the two alone is a mistake nobody else would notice. */
class ModelConstantsTest {

    private static final Path MODELS = Path.of("processes");
    private static final Pattern FLAG = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    /** Settings a process owner may add; without them something sensible holds. */
    private static final Set<String> OPTIONAL = Set.of(FilingProcess.CLOSES_AFTER_MONTHS);

    /** Key of the model that only its own timer starts: no code names it. */
    private static final String DAILY_ROOT = "publish-daily-root";

    /** Settings the engine itself reads, or that only people read. */
    private static final Set<String> OF_THE_ENGINE = Set.of("scheme", "holdsFrom", "review", "name.en");

    private final Map<String, BpmnModelInstance> models = models();

    @Test
    void theModelsAreWhereTheCodeLooks() {
        assertThat(models.keySet())
                .filteredOn(key -> !schemesOfFilesAlone().contains(key))
                .containsExactlyInAnyOrder(
                        RegistrationProcess.KEY,
                        ReviewProcess.KEY,
                        TakeoverProcess.KEY,
                        BatchProcess.KEY,
                        CarryOverProcess.KEY,
                        FilingProcess.MONTHLY_REPORT,
                        FilingProcess.KEY_FIELD_CHANGE,
                        FilingProcess.OPEN_PERIOD,
                        OverdueProcess.KEY,
                        ReminderProcess.KEY,
                        BulkProcess.KEY,
                        BulkProcess.CHUNK,
                        DAILY_ROOT);
        assertThat(property(FilingProcess.MONTHLY_REPORT, process(FilingProcess.MONTHLY_REPORT), "scheme"))
                .isEqualTo(Filings.SCHEME);
        assertThat(property(TakeoverProcess.KEY, process(TakeoverProcess.KEY), "scheme"))
                .isEqualTo(TakeoverProcess.KEY);
        assertThat(property(BatchProcess.KEY, process(BatchProcess.KEY), "scheme"))
                .isEqualTo(BatchProcess.KEY);
        assertThat(property(CarryOverProcess.KEY, process(CarryOverProcess.KEY), "scheme"))
                .isEqualTo(CarryOverProcess.KEY);
        assertThat(property(RegistrationProcess.KEY, process(RegistrationProcess.KEY), "scheme"))
                .isEqualTo(RegistrationProcess.KEY);
    }

    /** @return schemes of reports; the code names one of them alone, every other one is made of files */
    private Set<String> schemes() {
        return models.keySet().stream()
                .filter(key -> property(key, process(key), FilingProcess.PERIOD_KIND) != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> schemesOfFilesAlone() {
        var schemes = schemes();
        schemes.remove(FilingProcess.MONTHLY_REPORT);
        return schemes;
    }

    @Test
    void everySchemeCanBeOpenedAndFilledIn() {
        assertThat(schemes()).contains(FilingProcess.MONTHLY_REPORT).hasSizeGreaterThan(1);
        for (var key : schemes()) {
            var process = process(key);
            var kind = PeriodKind.of(property(key, process, FilingProcess.PERIOD_KIND));
            var first = YearMonth.parse(property(key, process, FilingProcess.FIRST_PERIOD));
            assertThat(kind).as(key).isPresent();
            assertThat(kind.orElseThrow().begins(first)).as(key).isTrue();
            assertThat(property(key, process, "scheme")).isEqualTo(key);
            assertThat(Integer.parseInt(property(key, process, FilingProcess.DUE_DAY)))
                    .isBetween(1, 31);
            assertThat(idsOf(key, UserTask.class)).as(key).containsExactly(FilingProcess.FILL_REPORT);
        }
        assertThat(values(FilingProcess.CLOSES_AFTER_MONTHS))
                .allSatisfy(months -> assertThat(Integer.parseInt(months)).isPositive());
    }

    /** A scheme needs no line of code: nothing of the program names one, its forms, tables or fields. */
    @Test
    void noCodeNamesASchemeOfFilesAlone() throws IOException {
        var words = new TreeSet<String>(List.of("softwareTotal", "platformSoftware", "A61", "A63", "D15", "D16"));
        for (var key : schemesOfFilesAlone()) {
            words.add(key);
            words.addAll(
                    List.of(property(key, process(key), FilingProcess.FORMS).split(",")));
            words.add(property(key, process(key), FilingProcess.CHECK_TABLE));
            words.add(property(key, process(key), FilingProcess.TASK_APPLICATION));
        }
        for (var ending : List.of(".java", ".properties", ".sql", ".yaml", ".yml", ".css")) {
            for (var file : SourceRulesTest.files(Path.of("src/main"), ending)) {
                assertThat(SourceRulesTest.read(file)).as(file.toString()).doesNotContain(words);
            }
        }
    }

    @Test
    void userTasksThatTheCodeCompletesByNameAreThere() {
        assertThat(idsOf(RegistrationProcess.KEY, UserTask.class))
                .containsExactly(RegistrationProcess.FILL_REGISTRATION);
        assertThat(models.get(FilingProcess.KEY_FIELD_CHANGE).getModelElementsByType(UserTask.class))
                .singleElement()
                .satisfies(task -> assertThat(property(FilingProcess.KEY_FIELD_CHANGE, task, "review"))
                        .isEqualTo("true"));
        assertThat(models.get(ReviewProcess.KEY).getModelElementsByType(UserTask.class))
                .as("every other user task is a review, which the inbox completes by its id")
                .allSatisfy(task ->
                        assertThat(property(ReviewProcess.KEY, task, "review")).isEqualTo("true"));
    }

    /** The picture itself says when 撤销 is possible (HIS-05, CON-05). */
    @Test
    void onlyTheDirectReviewCanBeWithdrawnAndEveryReviewSkipped() {
        var review = models.get(ReviewProcess.KEY);
        assertThat(idsOf(ReviewProcess.KEY, UserTask.class)).contains(ReviewProcess.REVIEW_DIRECT);
        assertThat(boundaries(review, ReviewProcess.WITHDRAW)).containsExactly(ReviewProcess.REVIEW_DIRECT);
        assertThat(boundaries(review, ReviewProcess.SKIP_LEVEL))
                .containsExactlyInAnyOrderElementsOf(idsOf(ReviewProcess.KEY, UserTask.class));
    }

    /** @return the tasks that an interrupting event with this message is attached to */
    private static List<String> boundaries(BpmnModelInstance model, String message) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(BoundaryEvent::cancelActivity)
                .filter(event -> event.getEventDefinitions().stream()
                        .anyMatch(definition -> definition instanceof MessageEventDefinition received
                                && received.getMessage().getName().equals(message)))
                .map(event -> event.getAttachedTo().getId())
                .toList();
    }

    @Test
    void messagesAreTheOnesTheCodeSends() {
        var messages = models.values().stream()
                .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                .map(Message::getName);
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        RegistrationProcess.CANCEL_REGISTRATION,
                        ReviewProcess.WITHDRAW,
                        ReviewProcess.SKIP_LEVEL,
                        BulkProcess.CANCEL,
                        BulkProcess.COUNTED);
    }

    @Test
    void everyDelegateIsABeanAndEveryBeanIsUsed() {
        var named = models.values().stream()
                .flatMap(model -> model.getModelElementsByType(ServiceTask.class).stream())
                .map(ServiceTask::getCamundaDelegateExpression)
                .map(expression -> expression.replaceAll("^\\$\\{(.*)}$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(delegates());
    }

    @Test
    void everySettingIsReadAndEverySettingReadIsThere() {
        var titles = Stream.concat(
                        Stream.of(FilingProcess.TITLE),
                        values(FilingProcess.FORMS).stream()
                                .flatMap(forms -> Arrays.stream(forms.split(",")))
                                .map(form -> FilingProcess.TITLE + "." + form))
                .flatMap(title -> Stream.of(title, title + ".en"))
                .toList();
        var written = models.values().stream()
                .flatMap(model -> model.getModelElementsByType(CamundaProperty.class).stream())
                .map(CamundaProperty::getCamundaName)
                .filter(name -> !OF_THE_ENGINE.contains(name) && !OPTIONAL.contains(name))
                .filter(name -> !titles.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written)
                .containsExactlyInAnyOrder(
                        RegistrationProcess.FORM,
                        RegistrationProcess.CHECK_TABLE,
                        RegistrationProcess.SCALE_TABLE,
                        RegistrationProcess.CHANNEL,
                        RegistrationProcess.RECIPIENT,
                        RegistrationProcess.TEMPLATE,
                        UploadProcess.CHUNK,
                        BatchProcess.ADVISED_ENTERPRISES,
                        BatchProcess.TEMPLATE_ENTERPRISES,
                        CarryOverProcess.PREVIEWED,
                        CarryOverProcess.TRIAL_REPORTS,
                        CarryOverProcess.TRIAL_EXAMPLES,
                        ReviewProcess.CHAIN_END,
                        ReviewProcess.SKIP_ENDS_REVIEW,
                        ReviewProcess.OUTCOME,
                        ReviewProcess.DUE_AFTER,
                        FilingProcess.PERIOD_KIND,
                        FilingProcess.TASK_NAME,
                        FilingProcess.TASK_NAME + ".en",
                        FilingProcess.TASK_APPLICATION,
                        FilingProcess.OFFERED_INDUSTRIES,
                        FilingProcess.WITHDRAWAL_WORDING,
                        FilingProcess.GUIDE_TEXT,
                        FilingProcess.GUIDE_TEXT + ".en",
                        FilingProcess.FORMS,
                        FilingProcess.HEADLINE,
                        FilingProcess.HEADLINE_BASE,
                        FilingProcess.HEADLINE_TITLE,
                        FilingProcess.HEADLINE_TITLE + ".en",
                        FilingProcess.KEY_FIELDS,
                        FilingProcess.DUE_DAY,
                        FilingProcess.FIRST_PERIOD,
                        FilingProcess.REMINDER_CHANNEL,
                        FilingProcess.REMINDED_AT_ONCE,
                        FilingProcess.UNREPORTED_IN_BOOK,
                        BulkProcess.MOST_ITEMS,
                        BulkProcess.PREVIEW_KEPT,
                        FilingProcess.REMINDER_TEMPLATE,
                        FilingProcess.APPROVED_AFTER,
                        FilingProcess.PERIOD_SCHEME,
                        OverdueProcess.ESCALATE_AFTER,
                        OverdueProcess.VACANT_AT_ONCE,
                        ReminderProcess.REMIND_DAYS,
                        ReminderProcess.OVERDUE_DAYS,
                        ReminderProcess.CATCH_UP_DAYS,
                        BulkProcess.CANCEL_WINDOW,
                        BulkProcess.CHUNK_SIZE,
                        BulkProcess.SKIP_NOT_COMPARABLE);
        assertThat(List.of(BulkProcess.CHANNEL, BulkProcess.TEMPLATE))
                .containsExactly(RegistrationProcess.CHANNEL, RegistrationProcess.TEMPLATE);
        assertThat(List.of(
                        FilingProcess.CHECK_TABLE,
                        FilingProcess.SCALE_TABLE,
                        FilingProcess.CHANNEL,
                        FilingProcess.TEMPLATE))
                .as("names that registration and filing share")
                .containsExactly(
                        RegistrationProcess.CHECK_TABLE,
                        RegistrationProcess.SCALE_TABLE,
                        RegistrationProcess.CHANNEL,
                        RegistrationProcess.TEMPLATE);
    }

    @Test
    void everyFlagAConditionAsksForIsSetByTheCode() {
        var registration = flags(RegistrationProcess.KEY);
        assertThat(registration).containsExactlyInAnyOrder(RegistrationProcess.CHECK_PASSED, ReviewProcess.OUTCOME);
        assertThat(flags(TakeoverProcess.KEY)).containsExactly(UploadProcess.ROWS_LEFT);
        assertThat(flags(BatchProcess.KEY)).containsExactly(UploadProcess.ROWS_LEFT);
        assertThat(flags(CarryOverProcess.KEY)).containsExactly(UploadProcess.ROWS_LEFT);
        assertThat(flags(ReviewProcess.KEY))
                .containsExactlyInAnyOrder(
                        ReviewProcess.DECISION, ReviewProcess.AT_CHAIN_END, ReviewProcess.SKIP_ENDS_REVIEW);
        assertThat(flags(FilingProcess.MONTHLY_REPORT))
                .containsExactlyInAnyOrder(
                        FilingProcess.KEY_FIELDS_CHANGED, FilingProcess.CHECK_PASSED, ReviewProcess.OUTCOME);
        assertThat(flags(FilingProcess.KEY_FIELD_CHANGE))
                .containsExactlyInAnyOrder(ReviewProcess.DECISION, FilingProcess.CHANGE_APPLIED);
        assertThat(flags(FilingProcess.OPEN_PERIOD)).isEmpty();
        assertThat(flags(OverdueProcess.KEY))
                .containsExactlyInAnyOrder(OverdueProcess.REVIEWS_LEFT, OverdueProcess.DIGESTS_LEFT);
        assertThat(flags(ReminderProcess.KEY)).containsExactly(ReminderProcess.ENTERPRISES_LEFT);
    }

    @Test
    void valuesOfConditionsAndSettingsAreOnesTheCodeKnows() {
        var decisions = Arrays.stream(Decision.values()).map(Decision::flag).toList();
        var outcomes = Stream.concat(decisions.stream(), Stream.of(ReviewProcess.WITHDRAWN))
                .toList();
        for (var model : models.values()) {
            for (var condition : model.getModelElementsByType(ConditionExpression.class)) {
                assertThat(LITERAL.matcher(condition.getTextContent()).results().map(found -> found.group(1)))
                        .isSubsetOf(outcomes);
            }
        }
        assertThat(values(ReviewProcess.OUTCOME)).containsExactlyInAnyOrderElementsOf(outcomes);
        assertThat(values(RegistrationProcess.CHANNEL))
                .allSatisfy(ways -> assertThat(Way.among(ways)).isNotEmpty());
        assertThat(values(RegistrationProcess.RECIPIENT)).isSubsetOf("enterprise", RegistrationProcess.DESK);
        assertThat(values(UploadProcess.CHUNK))
                .allSatisfy(chunk -> assertThat(Integer.parseInt(chunk)).isBetween(1, 500));
        for (var limit : List.of(
                BatchProcess.ADVISED_ENTERPRISES,
                BatchProcess.TEMPLATE_ENTERPRISES,
                CarryOverProcess.PREVIEWED,
                CarryOverProcess.TRIAL_EXAMPLES)) {
            assertThat(values(limit))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .satisfies(
                            most -> assertThat(Integer.parseInt(most)).isBetween(1, SheetLimits.MANY_REPORTS.rows()));
        }
        assertThat(values(ReviewProcess.CHAIN_END))
                .isSubsetOf(Stream.concat(
                                Stream.of(ReviewProcess.DIRECT),
                                Arrays.stream(DeskLevel.values()).map(Enum::name))
                        .toList());
        for (var template : values(RegistrationProcess.TEMPLATE)) {
            assertThat(texts()).contains("messaging.template." + template, "messaging.inbox." + template);
        }
        assertThat(texts()).contains("messaging.template.registration-approved-password");
    }

    /** What the settings of bulk review say, the code can read; the timer waits for the flag of the setting's name. */
    @Test
    void settingsOfBulkReviewCanBeRead() throws IOException {
        assertThat(property(BulkProcess.KEY, process(BulkProcess.KEY), "scheme"))
                .isEqualTo(BulkProcess.KEY);
        assertThat(values(BulkProcess.CANCEL_WINDOW))
                .allSatisfy(time -> assertThat(Duration.parse(time)).isPositive());
        assertThat(values(BulkProcess.CHUNK_SIZE))
                .allSatisfy(size -> assertThat(Integer.parseInt(size)).isBetween(1, 500));
        assertThat(values(BulkProcess.MOST_ITEMS))
                .allSatisfy(most -> assertThat(Integer.parseInt(most)).isPositive());
        assertThat(values(BulkProcess.PREVIEW_KEPT))
                .allSatisfy(time -> assertThat(Duration.parse(time)).isPositive());
        assertThat(values(BulkProcess.SKIP_NOT_COMPARABLE)).isSubsetOf("true", "false");
        assertThat(SourceRulesTest.read(Path.of("processes/review/bulk-review.bpmn")))
                .contains("${" + BulkProcess.CANCEL_WINDOW + "}");
    }

    /** What the settings of reporting say, the code can read; the forms and tables they name are there. */
    @Test
    void settingsOfReportingCanBeRead() throws IOException {
        assertThat(values(FilingProcess.APPROVED_AFTER))
                .allSatisfy(time -> assertThat(Duration.parse(time)).isPositive());
        assertThat(values(FilingProcess.FIRST_PERIOD))
                .allSatisfy(month -> assertThat(YearMonth.parse(month)).isNotNull());
        assertThat(values(FilingProcess.DUE_DAY))
                .allSatisfy(day -> assertThat(Integer.parseInt(day)).isBetween(1, 31));
        assertThat(values(FilingProcess.CLOSES_AFTER_MONTHS))
                .allSatisfy(months -> assertThat(Integer.parseInt(months)).isPositive());
        for (var most : List.of(
                FilingProcess.REMINDED_AT_ONCE, FilingProcess.UNREPORTED_IN_BOOK, CarryOverProcess.TRIAL_REPORTS)) {
            assertThat(values(most)).isNotEmpty().allSatisfy(number -> assertThat(Integer.parseInt(number))
                    .isPositive());
        }
        assertThat(values(FilingProcess.WITHDRAWAL_WORDING))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Withdrawal.of(word)).isPresent());
        assertThat(values(FilingProcess.OFFERED_INDUSTRIES))
                .allSatisfy(codes -> assertThat(codes).matches("[A-T0-9]+(,[A-T0-9]+)*"));
        assertThat(values(FilingProcess.REMINDER_CHANNEL))
                .allSatisfy(ways -> assertThat(Way.among(ways)).isNotNull());
        assertThat(values(FilingProcess.REMINDER_TEMPLATE)).allSatisfy(template -> assertThat(texts())
                .contains(
                        "messaging.inbox." + template,
                        "messaging.template." + template,
                        "messaging.subject." + template));
        var schemes = models.values().stream()
                .filter(model -> values(model, FilingProcess.FORMS).findAny().isPresent())
                .toList();
        assertThat(schemes).hasSizeGreaterThan(1);
        for (var scheme : schemes) {
            for (var language : new String[] {"", ".en"}) {
                assertThat(values(scheme, FilingProcess.TITLE + language)).hasSize(1);
                for (var form : formsOf(scheme)) {
                    assertThat(values(scheme, FilingProcess.TITLE + "." + form + language))
                            .as("each step of the wizard has a name")
                            .singleElement(InstanceOfAssertFactories.STRING)
                            .isNotBlank();
                }
            }
            assertThat(formsOf(scheme))
                    .allSatisfy(form -> assertThat(fileOf(form)).exists());
        }
        var first = SourceRulesTest.read(
                fileOf(formsOf(models.get(FilingProcess.MONTHLY_REPORT)).get(0)));
        var keyFields = values(FilingProcess.KEY_FIELDS).stream()
                .flatMap(keys -> Arrays.stream(keys.split(",")))
                .toList();
        assertThat(Pattern.compile("\"follows\": \"([^\"]*)\"").matcher(first).results())
                .as("fields follow key fields alone")
                .hasSize(2)
                .allSatisfy(found -> assertThat(keyFields).contains(found.group(1)));
        for (var fields : values(FilingProcess.KEY_FIELDS)) {
            for (var field : fields.split(",")) {
                assertThat(first).contains("\"key\": \"" + field + "\"");
            }
        }
    }

    /** Days and periods of the daily sweeps can be read. */
    @Test
    void settingsOfTheSweepsCanBeRead() {
        assertThat(values(OverdueProcess.ESCALATE_AFTER))
                .allSatisfy(time -> assertThat(Duration.parse(time)).isPositive());
        assertThat(values(ReviewProcess.DUE_AFTER))
                .allSatisfy(time -> assertThat(Duration.parse(time)).isPositive());
        assertThat(values(OverdueProcess.VACANT_AT_ONCE)).isSubsetOf("true", "false");
        for (var setting :
                List.of(ReminderProcess.REMIND_DAYS, ReminderProcess.OVERDUE_DAYS, ReminderProcess.CATCH_UP_DAYS)) {
            assertThat(values(setting)).isNotEmpty().allSatisfy(days -> assertThat(days.split(","))
                    .allSatisfy(day -> assertThat(Integer.parseInt(day)).isBetween(0, 366)));
        }
        for (var template : List.of("messaging.template.", "messaging.inbox.", "messaging.subject.")) {
            assertThat(texts()).contains(template + "report-reminder-overdue");
        }
    }

    @Test
    void whatACalledProcessGetsAndGivesBackIsWhatItsCodeUses() {
        assertThat(models.get(RegistrationProcess.KEY).getModelElementsByType(CallActivity.class))
                .singleElement()
                .satisfies(call -> assertCall(call, ReviewProcess.KEY, "registration", ReviewProcess.OUTCOME));
        for (var scheme : schemes()) {
            var calls = models.get(scheme).getModelElementsByType(CallActivity.class).stream()
                    .collect(Collectors.toMap(CallActivity::getCalledElement, call -> call));
            assertThat(calls.keySet()).containsExactlyInAnyOrder(FilingProcess.KEY_FIELD_CHANGE, ReviewProcess.KEY);
            assertCall(calls.get(ReviewProcess.KEY), ReviewProcess.KEY, "filing", ReviewProcess.OUTCOME);
            assertCall(calls.get(FilingProcess.KEY_FIELD_CHANGE), FilingProcess.KEY_FIELD_CHANGE, "key-field-change");
        }
    }

    private static void assertCall(CallActivity call, String called, String kind, String... givenBack) {
        assertThat(call.getCalledElement()).isEqualTo(called);
        assertThat(below(call, CamundaIn.class))
                .filteredOn(in -> in.getCamundaTarget() != null)
                .singleElement()
                .satisfies(in -> {
                    assertThat(in.getCamundaTarget()).isEqualTo(ReviewProcess.SUBJECT_KIND);
                    assertThat(in.getCamundaSourceExpression()).isEqualTo(kind);
                });
        assertThat(below(call, CamundaOut.class))
                .extracting(CamundaOut::getCamundaTarget)
                .containsExactly(givenBack);
    }

    @Test
    void theFormOfTheTaskIsTheOneOfTheProcess() {
        var task = (UserTask)
                models.get(RegistrationProcess.KEY).getModelElementById(RegistrationProcess.FILL_REGISTRATION);
        assertThat(task.getCamundaFormRef())
                .isEqualTo(
                        property(RegistrationProcess.KEY, process(RegistrationProcess.KEY), RegistrationProcess.FORM));
    }

    /** Every constant of these classes stands in one of the files or is a setting one may add: none is left over. */
    @Test
    void noConstantIsLeftOver() throws IllegalAccessException, IOException {
        var text = new StringBuilder();
        for (var file : SourceRulesTest.files(MODELS, ".bpmn")) {
            text.append(SourceRulesTest.read(file));
        }
        for (var type : List.of(
                RegistrationProcess.class,
                ReviewProcess.class,
                OverdueProcess.class,
                UploadProcess.class,
                TakeoverProcess.class,
                FilingProcess.class,
                ReminderProcess.class,
                BatchProcess.class,
                CarryOverProcess.class,
                BulkProcess.class)) {
            for (var field : type.getDeclaredFields()) {
                assertThat(text.toString())
                        .as(type.getSimpleName() + "." + field.getName())
                        .contains((String) field.get(null));
            }
        }
    }

    private static TreeSet<String> delegates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(StepDelegate.class));
        return scanner.findCandidateComponents("cn.baosong").stream()
                .map(bean -> bean.getBeanClassName())
                .filter(name -> name.contains(".process."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> flags(String key) {
        return models.get(key).getModelElementsByType(ConditionExpression.class).stream()
                .map(condition -> LITERAL.matcher(condition.getTextContent()).replaceAll(""))
                .flatMap(text -> FLAG.matcher(text).results().map(found -> found.group()))
                .filter(name ->
                        !Set.of("and", "or", "not", "true", "false", "null").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> values(String setting) {
        return models.values().stream()
                .flatMap(model -> values(model, setting))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> values(BpmnModelInstance model, String setting) {
        return model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals(setting))
                .map(CamundaProperty::getCamundaValue);
    }

    private static List<String> formsOf(BpmnModelInstance scheme) {
        return values(scheme, FilingProcess.FORMS)
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .toList();
    }

    /** @return the file of the form, in whichever folder; one that is not there where there is none */
    private static Path fileOf(String form) throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.endsWith(form + ".form"))
                    .findFirst()
                    .orElse(Path.of("forms", form + ".form"));
        }
    }

    private List<String> idsOf(String key, Class<? extends BaseElement> type) {
        return models.get(key).getModelElementsByType(type).stream()
                .map(BaseElement::getId)
                .toList();
    }

    private Process process(String key) {
        return (Process) models.get(key).getModelElementById(key);
    }

    /** A property of the element itself, not of one inside it. */
    private String property(String key, BaseElement element, String name) {
        assertThat(models.get(key).<BaseElement>getModelElementById(element.getId()))
                .isNotNull();
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element
                .getExtensionElements()
                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                .stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(name))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> below(
            BaseElement element, Class<T> type) {
        return new ArrayList<>(element.getExtensionElements().getChildElementsByType(type));
    }

    private static Set<String> texts() {
        var texts = new java.util.Properties();
        try (var reader = java.nio.file.Files.newBufferedReader(
                Path.of("src/main/resources/vaadin-i18n/translations.properties"))) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return texts.stringPropertyNames();
    }

    private static Map<String, BpmnModelInstance> models() {
        var found = new TreeMap<String, BpmnModelInstance>();
        try {
            for (var file : SourceRulesTest.files(MODELS, ".bpmn")) {
                var model = Bpmn.readModelFromFile(file.toFile());
                for (var process : model.getModelElementsByType(Process.class)) {
                    found.put(process.getId(), model);
                }
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return found;
    }
}
