package cn.baosong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Baosong 报送. */
@SpringBootApplication
public class BaosongApplication {

    public static void main(String[] args) {
        SpringApplication.run(BaosongApplication.class, args);
    }
}
