package cn.baosong.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Values of a form as JSON objects, the way they lie in {@code jsonb} columns. Decimals keep their digits. */
@Component
public class Json {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    public Map<String, Object> read(String text) {
        try {
            return mapper.readValue(text, OBJECT);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("stored values are no JSON object", failure);
        }
    }

    public String write(Map<String, Object> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("values cannot be written as JSON", failure);
        }
    }
}
