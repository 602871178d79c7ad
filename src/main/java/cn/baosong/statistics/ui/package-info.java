/** Pages of statistics: the list of who has not reported, and what an administrator sees of it first. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.statistics.ui;
