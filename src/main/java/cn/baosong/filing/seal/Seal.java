package cn.baosong.filing.seal;
/** stub */
public record Seal(int number) {}
