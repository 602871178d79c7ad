package cn.baosong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoNamesTest {

    /** A name belongs to one enterprise: the second of a name could not register. */
    @Test
    void noTwoEnterprisesOfTheDemoWorldHaveOneName() throws IOException {
        var crowd = DemoNames.enterprises(Integer.MAX_VALUE).stream().map(DemoEnterprise::name);
        var named = Files.readAllLines(Path.of("src/main/resources/demo/enterprises.csv")).stream()
                .filter(line -> line.startsWith("demoent"))
                .map(line -> line.split(",")[1])
                .filter(name -> !name.isEmpty());
        assertThat(Stream.concat(crowd, named)).hasSizeGreaterThan(600).doesNotHaveDuplicates();
    }
}
