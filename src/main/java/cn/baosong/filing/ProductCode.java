package cn.baosong.filing;

/**
 * An entry of the catalogue of products (产品代码).
 *
 * @param unit customary unit of quantity; null where the list names none
 */
public record ProductCode(String code, String name, String unit) {}
