package cn.baosong.administration.ui;

import cn.baosong.administration.EnterpriseFilter;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;

/** What is asked for, as it stands in the address of the list. */
final class EnterpriseParameters {

    private static final String TEXT = "q";
    private static final String REGION = "region";
    private static final String STATE = "state";
    private static final String ACTIVE = "active";
    private static final String DISABLED = "disabled";

    private EnterpriseParameters() {}

    /** Whatever says nothing asks for nothing. */
    static EnterpriseFilter read(QueryParameters parameters) {
        var state = parameters.getSingleParameter(STATE).orElse("");
        return new EnterpriseFilter(
                parameters.getSingleParameter(REGION).orElse(""),
                parameters.getSingleParameter(TEXT).orElse(""),
                switch (state) {
                    case ACTIVE -> Boolean.TRUE;
                    case DISABLED -> Boolean.FALSE;
                    default -> null;
                });
    }

    static QueryParameters write(EnterpriseFilter filter) {
        var parameters = new HashMap<String, String>();
        if (!filter.text().isEmpty()) {
            parameters.put(TEXT, filter.text());
        }
        if (!filter.region().isEmpty()) {
            parameters.put(REGION, filter.region());
        }
        if (filter.active() != null) {
            parameters.put(STATE, filter.active() ? ACTIVE : DISABLED);
        }
        return QueryParameters.simple(parameters);
    }
}
