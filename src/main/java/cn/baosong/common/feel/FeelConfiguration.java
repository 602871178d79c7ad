package cn.baosong.common.feel;

import cn.baosong.common.CodeLists;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeelConfiguration {

    @Bean
    Feel feel(ObjectProvider<CodeLists> lists, Clock clock) {
        return new Feel(new LateCodeLists(lists), clock);
    }

    /** Asks for the code lists at the first use, so that whoever holds them may itself be made with FEEL at hand. */
    private static final class LateCodeLists implements CodeLists {

        private final ObjectProvider<CodeLists> lists;
        private volatile CodeLists found;

        LateCodeLists(ObjectProvider<CodeLists> lists) {
            this.lists = lists;
        }

        private <T> T ask(Function<CodeLists, T> question, T otherwise) {
            if (found == null) {
                found = lists.getIfAvailable();
            }
            return found == null ? otherwise : question.apply(found);
        }

        @Override
        public List<Entry> children(String list, String parent) {
            return ask(present -> present.children(list, parent), List.of());
        }

        @Override
        public Optional<Entry> find(String list, String code) {
            return ask(present -> present.find(list, code), Optional.empty());
        }

        @Override
        public List<Entry> path(String list, String code) {
            return ask(present -> present.path(list, code), List.of());
        }

        @Override
        public List<Entry> search(String list, String text, int limit) {
            return ask(present -> present.search(list, text, limit), List.of());
        }
    }
}
