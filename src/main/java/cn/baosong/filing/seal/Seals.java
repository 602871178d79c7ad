package cn.baosong.filing.seal;

import cn.baosong.engine.Step;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** stub */
@Service
public class Seals {
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();

    public Seal seal(Step step, SealRequest request) {
        return new Seal(numbers.merge(request.subject(), 1, Integer::sum));
    }
}
