package cn.baosong.filing.seal;

import java.util.Map;
import java.util.UUID;

/** stub */
public record SealRequest(UUID subject, UUID enterprise, Map<String, Object> content, UUID sealedBy) {}
