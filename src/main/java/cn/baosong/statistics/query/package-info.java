/** The SQL of counting and listing reports; every statement names the desks whose enterprises it may see. */
package cn.baosong.statistics.query;
