package cn.baosong.bench;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** What several rounds of one measurement gave. */
record Rounds(List<Double> values) {

    Rounds {
        values = values.stream().sorted().toList();
    }

    static Rounds of(int count, DoubleSupplier round) {
        return new Rounds(DoubleStream.generate(round).limit(count).boxed().toList());
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double lowest() {
        return values.get(0);
    }

    double highest() {
        return values.get(values.size() - 1);
    }
}
