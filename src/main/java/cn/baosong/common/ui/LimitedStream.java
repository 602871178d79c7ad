package cn.baosong.common.ui;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an exception where more comes than is taken. */
final class LimitedStream extends FilterInputStream {

    /** More came than is taken. Unchecked: readers turn exceptions of reading into words about the content. */
    static final class TooLong extends RuntimeException {}

    private long left;

    /** @param most bytes that are taken */
    LimitedStream(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] piece, int offset, int length) throws IOException {
        var read = super.read(piece, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        var skipped = super.skip(most);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long read) {
        left -= read;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
