/** The page of 指标解释, and the links to it and to its document. */
@org.springframework.modulith.NamedInterface("indicators")
package cn.baosong.filing.indicators.ui;
