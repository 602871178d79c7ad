/** The tasks of an enterprise over all schemes (我的填报任务), and what it filed (填报数据查询). */
package cn.baosong.filing.tasks;
