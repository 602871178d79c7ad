package cn.baosong.common.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Arrays;
import java.util.UUID;

/** What stands in the address of a page, typed by anybody. */
public final class Address {

    private Address() {}

    /**
     * @param parameter of the page's route
     * @throws NotFoundException where it is no id
     */
    public static UUID id(BeforeEnterEvent event, String parameter) {
        try {
            return event.getRouteParameters()
                    .get(parameter)
                    .map(UUID::fromString)
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    /** @return the constant that a parameter behind the question mark names; null where it names none */
    public static <E extends Enum<E>> E choice(BeforeEnterEvent event, String parameter, Class<E> constants) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .flatMap(name -> Arrays.stream(constants.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst())
                .orElse(null);
    }
}
