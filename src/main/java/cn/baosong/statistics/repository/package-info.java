/** The SQL that records who was reminded when (催报). */
package cn.baosong.statistics.repository;
