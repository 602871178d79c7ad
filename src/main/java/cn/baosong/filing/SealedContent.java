package cn.baosong.filing;

import cn.baosong.enterprise.Enterprises;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What of a report is sealed: whose and for when, every value of every form, and the explanations. */
@Component
class SealedContent {

    private final Enterprises enterprises;
    private final FilingModels models;

    SealedContent(Enterprises enterprises, FilingModels models) {
        this.enterprises = enterprises;
        this.models = models;
    }

    Map<String, Object> of(Filing filing, FilingCheck check) {
        var enterprise = enterprises.find(filing.enterprise()).orElseThrow();
        var explanations = new LinkedHashMap<String, Object>();
        check.findings().stream()
                .filter(finding -> finding.explanation() != null)
                .forEach(finding -> explanations.put(finding.rule(), finding.explanation()));
        var content = new LinkedHashMap<String, Object>();
        content.put("scheme", filing.scheme());
        content.put("revision", models.of(filing.revision()).number());
        content.put("month", filing.month().toString());
        content.put("enterprise", Map.of("name", enterprise.name(), "code", enterprise.code()));
        content.put("method", filing.method().name());
        content.put("values", new LinkedHashMap<String, Object>(check.values()));
        content.put("explanations", explanations);
        return content;
    }
}
